import ExpressionLanguage

/// What makes an expression hard to tell for a range of days at once.
struct NodeTraits: OptionSet {
  let rawValue: UInt8

  /// It looks at the day.
  static let day = NodeTraits(rawValue: 1)
  /// It uses a fact that goes on with the year.
  static let year = NodeTraits(rawValue: 2)
  /// It uses something that is missing.
  static let missing = NodeTraits(rawValue: 4)
}

/// The traits of every rule for one person, and of expressions by them.
struct TraitTable {
  private let rules: [NodeTraits]
  private let yearly: Set<Int>
  private let unknown: NodeUses

  init(_ uses: [NodeUses], yearly: Set<Int>, unknown: NodeUses) {
    self.yearly = yearly
    self.unknown = unknown
    rules = uses.map { uses in
      var traits: NodeTraits = []
      if uses.usesLegalDate { traits.insert(.day) }
      if !yearly.isEmpty, !uses.facts.isDisjoint(with: yearly) { traits.insert(.year) }
      if !uses.facts.isDisjoint(with: unknown.facts)
        || !uses.records.isDisjoint(with: unknown.records)
      {
        traits.insert(.missing)
      }
      return traits
    }
  }

  /// The traits of an expression.
  ///
  /// - Complexity: O(*n*) in its size; O(1) for a rule.
  func of(_ node: Node) -> NodeTraits {
    if case .definition(let rule) = node { return rules[rule] }
    let uses = NodeUses(node) { _ in NodeUses() }
    var traits: NodeTraits = []
    if uses.usesLegalDate { traits.insert(.day) }
    if !uses.facts.isDisjoint(with: yearly) { traits.insert(.year) }
    if !uses.facts.isDisjoint(with: unknown.facts)
      || !uses.records.isDisjoint(with: unknown.records)
    {
      traits.insert(.missing)
    }
    for rule in uses.rules { traits.formUnion(rules[rule]) }
    return traits
  }

  /// The traits of a rule's own body.
  func of(rule: Int) -> NodeTraits { rules[rule] }
}
