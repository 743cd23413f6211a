extension Program {
  /// Every fact, kind of records and rule on which an expression can depend, through whatever rules.
  ///
  /// - Complexity: O(*n*) in the size of the expression and of the rules that it reaches.
  package func reach(of node: Node) -> References {
    var reached = References()
    var open = [node]
    while let node = open.popLast() {
      switch node {
      case .fact(let fact): reached.facts.insert(fact)
      case .definition(let rule), .recordDefinition(let rule), .call(let rule, _):
        if reached.definitions.insert(rule).inserted { open.append(definitions[rule].node) }
      case .aggregate(let aggregate): reached.records.insert(aggregate.records)
      case .measure(let measure): measure.timeline.insertRecords(into: &reached.records)
      default: break
      }
      open += node.parts
    }
    return reached
  }
}

extension TimelineNode {
  /// Adds the kinds of records whose spells count.
  fileprivate func insertRecords(into records: inout Set<Int>) {
    switch self {
    case .spells(let kind, _): records.insert(kind)
    case .both(let lhs, let rhs), .either(let lhs, let rhs):
      lhs.insertRecords(into: &records)
      rhs.insertRecords(into: &records)
    case .not(let operand): operand.insertRecords(into: &records)
    }
  }
}
