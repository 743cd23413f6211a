package import ExpressionLanguage

/// The people for whom a changed table or condition gives something else, in classes: all that the
/// rule asks of them is alike within a class, so that nobody is left out and nobody named twice.
package struct ConcernedPeople: Sendable {
  /// People of one description, and what they get.
  package struct Class: Hashable, Sendable {
    /// What tells them: one entry for each input that matters; empty for everyone.
    package var who: [Bilingual]
    /// What the older version gives them.
    package var old: Bilingual
    /// What the newer version gives them.
    package var new: Bilingual
  }

  /// The rule.
  package var rule: Bilingual
  /// Where the rule or the condition stands in the newer version.
  package var place: Place
  /// The classes; empty where the change gives nobody anything else.
  package var classes: [Class]
  /// Whether an input is computed by a rule, so that not every class need have people in it.
  package var isOnlyPossible: Bool

  /// The people concerned by what differs between two rules; nothing for rules that ask more than
  /// can be gone through.
  static func of(
    _ old: Rule,
    _ new: Rule,
    _ before: PolicySet,
    _ after: PolicySet,
    on day: CivilDate
  ) -> [ConcernedPeople] {
    guard old.records == nil, new.records == nil, old.parameters.isEmpty, new.parameters.isEmpty
    else { return [] }
    if case .list(let mine) = old.body, case .list(let yours) = new.body {
      return items(mine, yours, old, new, before, after, on: day)
    }
    if case .dated = new.body { return [] }
    guard old.body.isTable == new.body.isTable else { return [] }
    let classes = ClassSearch(
      (old.bodyNode, old.type, before),
      (new.bodyNode, new.type, after),
      on: day
    )?.found
    return classes.map {
      [
        ConcernedPeople(
          rule: new.name,
          place: new.place,
          classes: $0.classes,
          isOnlyPossible: $0.isOnlyPossible
        )
      ]
    } ?? []
  }

  /// The conditions of two lists that differ, each by itself.
  private static func items(
    _ mine: RuleList,
    _ yours: RuleList,
    _ old: Rule,
    _ new: Rule,
    _ before: PolicySet,
    _ after: PolicySet,
    on day: CivilDate
  ) -> [ConcernedPeople] {
    guard mine.joining == yours.joining else { return [] }
    let (left, right) = (NamedTree(before), NamedTree(after))
    let pairs = Alignment.pairs(
      mine.items.count,
      yours.items.count,
      cost: { one, other in
        let same = left.text(mine.items[one].node) == right.text(yours.items[other].node)
        return (same ? 0 : 9) + (mine.items[one].words == yours.items[other].words ? 0 : 9)
      },
      key: { isOld, index in
        isOld ? mine.items[index].words.english : yours.items[index].words.english
      }
    )
    // A condition that is not there holds for everyone, or where one is enough, for nobody.
    let neutral: Node
    switch mine.joining {
    case .allOf: neutral = .constant(.truth(true))
    case .anyOf, .noneOf: neutral = .constant(.truth(false))
    default: return []
    }
    return pairs.compactMap { pair in
      let one = pair.old.map { mine.items[$0] }
      let other = pair.new.map { yours.items[$0] }
      if let one, let other, left.text(one.node) == right.text(other.node) { return nil }
      let search = ClassSearch(
        (one?.node ?? neutral, .truth, before),
        (other?.node ?? neutral, .truth, after),
        on: day
      )
      guard let found = search?.found else { return nil }
      let rule = other == nil ? old : new
      return ConcernedPeople(
        rule: rule.name,
        place: rule.place.clause((other ?? one)?.clause ?? ""),
        classes: found.classes,
        isOnlyPossible: found.isOnlyPossible
      )
    }
  }
}

extension RuleBody {
  fileprivate var isTable: Bool { if case .table = self { true } else { false } }
}
