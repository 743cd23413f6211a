import ExpressionLanguage
import Policy

/// Who uses what in a set: the other direction of every reference.
struct Uses: Sendable {
  /// Something of a measure that uses names.
  struct User: Hashable, Sendable {
    /// The measure's position in the set.
    var measure: Int
    /// Its label.
    var name: Bilingual
    /// Its citation.
    var place: Place
    /// Where what is linked to begins in the measure's text.
    var offset: Int
  }

  private var rules: [Int: [User]] = [:]
  private var factUsers: [Int: [User]] = [:]
  private var recordUsers: [Int: [User]] = [:]

  /// Collects the uses of a set.
  ///
  /// - Complexity: O(*n*) in the number of references, but for services, which look up their
  ///   section.
  init(_ set: PolicySet, _ documents: [Document]) {
    for rule in set.rules {
      let user = User(
        measure: rule.measure,
        name: rule.name,
        place: rule.place,
        offset: rule.range.start
      )
      var references = rule.references
      references.definitions.subtract(rule.exceptions)
      add(references, user)
    }
    for channel in set.channels {
      let user = User(
        measure: channel.measure,
        name: channel.name,
        place: channel.place,
        offset: channel.range.start
      )
      add(channel.references, user)
    }
    for service in set.services {
      let sections = documents[service.measure].sections
      let section = sections.last { $0.heading.range.start <= service.range.start }
      let user = User(
        measure: service.measure,
        name: service.article,
        place: Place(article: service.place.article, path: service.place.path),
        offset: section?.heading.range.start ?? service.range.start
      )
      add(service.references, user)
    }
  }

  private mutating func add(_ references: References, _ user: User) {
    for rule in references.definitions { Uses.add(user, to: &rules[rule, default: []]) }
    for fact in references.facts { Uses.add(user, to: &factUsers[fact, default: []]) }
    for kind in references.records { Uses.add(user, to: &recordUsers[kind, default: []]) }
  }

  private static func add(_ user: User, to users: inout [User]) {
    if users.last != user, !users.contains(user) { users.append(user) }
  }

  /// Who uses a rule; its exceptions are none of them.
  func users(ofRule rule: Int) -> [User] { rules[rule] ?? [] }

  /// Who uses a fact.
  func users(ofFact fact: Int) -> [User] { factUsers[fact] ?? [] }

  /// Who uses a kind of records.
  func users(ofRecords kind: Int) -> [User] { recordUsers[kind] ?? [] }

  /// The facts that a measure uses, in the dictionary's order.
  func facts(of measure: Int) -> [Int] { Uses.used(factUsers, by: measure) }

  /// The kinds of records that a measure uses, in the dictionary's order.
  func records(of measure: Int) -> [Int] { Uses.used(recordUsers, by: measure) }

  private static func used(_ users: [Int: [User]], by measure: Int) -> [Int] {
    users.filter { $0.value.contains { $0.measure == measure } }.keys.sorted()
  }
}

extension Channel {
  /// Everything that its rows use.
  var references: References {
    var references = openWhen.references
    if let rankedBy { references.formUnion(rankedBy.references) }
    switch ties {
    case .earliest(let formula), .highest(let formula): references.formUnion(formula.references)
    case .admitAll, .excludeAll, nil: break
    }
    if case .number(let formula) = plan { references.formUnion(formula.references) }
    if let family { references.definitions.insert(family) }
    for case .listed(let formula) in [steps.applyAt, steps.papers, steps.remedy] {
      references.formUnion(formula.references)
    }
    return references
  }
}
