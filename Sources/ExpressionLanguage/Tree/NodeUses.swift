/// What an expression rests on, through every rule that it names.
package struct NodeUses: Hashable, Sendable {
  /// The facts, by index.
  package var facts: Set<Int> = []
  /// The kinds of records, by index.
  package var records: Set<Int> = []
  /// The rules that the expression itself names, by definition.
  package var rules: Set<Int> = []
  /// Whether the day on which the law is applied is among it.
  package var usesLegalDate = false

  /// Creates the use of nothing.
  package init() {}

  /// Adds what `other` uses, but for the rules that it names itself.
  package mutating func formUnion(_ other: NodeUses) {
    facts.formUnion(other.facts)
    records.formUnion(other.records)
    usesLegalDate = usesLegalDate || other.usesLegalDate
  }

  /// What an expression uses; the same of a rule, by definition, is told by `rules`.
  ///
  /// - Complexity: O(*n*) in the size of the expression.
  package init(_ node: Node, rules: (Int) -> NodeUses) {
    var open = [node]
    while let node = open.popLast() {
      switch node {
      case .fact(let fact): facts.insert(fact)
      case .legalDate: usesLegalDate = true
      case .definition(let rule), .recordDefinition(let rule), .call(let rule, _):
        self.rules.insert(rule)
        formUnion(rules(rule))
      case .measure(let measure): records.formUnion(measure.timeline.records)
      case .aggregate(let aggregate): records.insert(aggregate.records)
      default: break
      }
      open += node.parts
    }
  }
}

extension Program {
  /// What each rule uses, by definition.
  ///
  /// - Complexity: O(*n*) in the size of the rules, times how many rules use each.
  package var uses: [NodeUses] {
    var known = [NodeUses?](repeating: nil, count: definitions.count)
    func uses(_ rule: Int) -> NodeUses {
      if let uses = known[rule] { return uses }
      known[rule] = NodeUses()
      let found = NodeUses(definitions[rule].node, rules: uses)
      known[rule] = found
      return found
    }
    return definitions.indices.map(uses)
  }
}

extension TimelineNode {
  /// The kinds of spells, by index.
  package var records: Set<Int> {
    switch self {
    case .spells(let records, _): [records]
    case .both(let left, let right), .either(let left, let right):
      left.records.union(right.records)
    case .not(let operand): operand.records
    }
  }
}
