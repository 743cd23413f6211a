package import ExpressionLanguage

/// What depends on what differs: rules, and through them channels, totals and services.
package struct TouchedLaw: Sendable {
  /// The rules that differ or use something that does, by label.
  package private(set) var rules: [Bilingual] = []
  /// The channels.
  package private(set) var channels: [Bilingual] = []
  /// The totals by which channels rank.
  package private(set) var totals: [Bilingual] = []
  /// The services.
  package private(set) var services: [Bilingual] = []

  init() {}

  /// Follows what differs forwards through both sets.
  init(
    _ old: ComparedSide,
    _ new: ComparedSide,
    _ differing: (old: Set<Int>, new: Set<Int>),
    facts: Set<String>,
    changes: [LawChange]
  ) {
    follow(new.set, differing.new, facts, changes)
    follow(old.set, differing.old, facts, changes)
  }

  private mutating func follow(
    _ set: PolicySet,
    _ start: Set<Int>,
    _ facts: Set<String>,
    _ changes: [LawChange]
  ) {
    var reached = start
    for rule in set.rules where uses(rule.references, facts, set) { reached.insert(rule.id) }
    var grown = true
    while grown {
      grown = false
      for rule in set.rules where !reached.contains(rule.id) {
        let used = rule.references.definitions.union(rule.exceptions)
          .union(rule.when?.references.definitions ?? [])
        if !used.isDisjoint(with: reached) {
          reached.insert(rule.id)
          grown = true
        }
      }
    }
    for rule in set.rules where reached.contains(rule.id) { note(rule.name, in: &rules) }
    for channel in set.channels {
      let formulas = [channel.openWhen, channel.rankedBy].compactMap(\.self)
      let isReached = formulas.contains { uses($0.references, reached, facts, set) }
      let family = channel.family.map(reached.contains) ?? false
      let isChanged = changes.contains { change in
        change.subject == .channel && [.whole, .key].contains(change.aspect)
          && [change.oldName, change.newName].contains(channel.name)
      }
      if isReached || family || isChanged || reaches(channel, reached) {
        note(channel.name, in: &channels)
      }
      if let total = channel.rankedBy, uses(total.references, reached, facts, set) {
        let names = total.references.definitions.sorted().map { set.rules[$0].name }
        for name in names { note(name, in: &totals) }
      }
    }
    for service in set.services {
      let isChanged = changes.contains { change in
        change.subject == .service && [.whole, .condition].contains(change.aspect)
          && [change.oldName, change.newName].contains(service.name)
      }
      if isChanged || uses(service.references, reached, facts, set) {
        note(service.name, in: &services)
      }
    }
  }

  private func reaches(_ channel: Channel, _ reached: Set<Int>) -> Bool {
    var formulas: [Formula] = []
    if case .number(let plan)? = channel.plan { formulas.append(plan) }
    switch channel.ties {
    case .earliest(let formula)?, .highest(let formula)?: formulas.append(formula)
    default: break
    }
    return formulas.contains { !$0.references.definitions.isDisjoint(with: reached) }
  }

  private func uses(
    _ references: References,
    _ reached: Set<Int>,
    _ facts: Set<String>,
    _ set: PolicySet
  ) -> Bool {
    !references.definitions.isDisjoint(with: reached) || uses(references, facts, set)
  }

  private func uses(_ references: References, _ facts: Set<String>, _ set: PolicySet) -> Bool {
    if facts.isEmpty { return false }
    return references.facts.contains {
      facts.contains(NameKey.of(set.model.facts[$0].name.english))
    }
      || references.records.contains {
        facts.contains(NameKey.of(set.model.records[$0].name.english))
      }
  }

  private func note(_ name: Bilingual, in list: inout [Bilingual]) {
    if !list.contains(name) { list.append(name) }
  }
}
