extension Node {
  /// The parts right below this one.
  package var parts: [Node] {
    switch self {
    case .constant, .fact, .attribute, .recordDefinition, .parameter, .definition, .legalDate: []
    case .call(_, let parts), .all(let parts), .any(let parts), .sum(let parts),
      .least(let parts), .greatest(let parts):
      parts
    case .not(let part), .negate(let part), .scaled(let part, _), .recoded(let part, _),
      .absolute(let part), .year(let part):
      [part]
    case .compare(_, let left, let right), .member(let left, let right),
      .product(let left, let right), .otherwise(let left, let right),
      .age(let left, let right, _), .addMonths(let left, let right, _),
      .addDays(let left, let right):
      [left, right]
    case .conditional(let one, let two, let three), .date(let one, let two, let three):
      [one, two, three]
    case .within(let subject, let tests): [subject] + tests.flatMap(\.parts)
    case .quotient(let node): [node.numerator] + (node.denominator.map { [$0] } ?? [])
    case .measure(let node): node.timeline.parts + [node.from, node.to].compactMap(\.self)
    case .aggregate(let node): [node.filter, node.value].compactMap(\.self)
    case .decision(let node): node.inputs + node.guards
    }
  }

  /// Whether a rule with arguments or for each record is used here.
  ///
  /// - Complexity: O(*n*) in the size of the expression.
  var callsRules: Bool {
    var open = [self]
    while let node = open.popLast() {
      switch node {
      case .call, .recordDefinition: return true
      default: open += node.parts
      }
    }
    return false
  }

  /// How many steps of evaluation can stand inside each other here.
  ///
  /// The same of a rule, by definition, is told by `depth`.
  ///
  /// - Complexity: O(*n*) in the size of the expression.
  package func depth(_ depth: (Int) -> Int) -> Int {
    var deepest = 0
    var open = [(node: self, level: 1)]
    while let (node, level) = open.popLast() {
      var here = level
      switch node {
      case .definition(let rule), .recordDefinition(let rule), .call(let rule, _):
        here += depth(rule)
      default: break
      }
      deepest = max(deepest, here)
      for part in node.parts { open.append((part, level + 1)) }
    }
    return deepest
  }
}

extension NodeTest {
  fileprivate var parts: [Node] {
    switch self {
    case .compare(_, let node): [node]
    case .range(let low, _, let high, _): [low, high]
    }
  }
}

extension TimelineNode {
  fileprivate var parts: [Node] {
    switch self {
    case .spells(_, let filter): filter.map { [$0] } ?? []
    case .both(let left, let right), .either(let left, let right): left.parts + right.parts
    case .not(let operand): operand.parts
    }
  }
}
