import ExpressionLanguage

/// The facts and rules that an expression asks, with the places at which its answers can change.
struct ClassInputs {
  /// One input.
  struct Input {
    var name: Bilingual
    var leaf: ConditionReader.Leaf
    var type: ValueType
    var cuts: [Int64]
    /// Whether a rule computes it.
    var isComputed: Bool
  }

  /// The inputs, by what tells them apart in any set.
  private(set) var inputs: [String: Input] = [:]
  private let set: PolicySet

  init(_ set: PolicySet) { self.set = set }

  /// Notes the inputs of an expression; `false` where it asks what classes do not cover.
  mutating func read(_ node: Node) -> Bool {
    switch node {
    case .constant(.unknown): return false
    case .constant: return true
    case .fact, .definition:
      guard let term = ConditionTerm(node), let leaf = term.leaves.first else { return false }
      // By itself a number or a day could give as many answers as it has values.
      guard let input = input(leaf) else { return false }
      switch input.type.base {
      case .truth, .choice: return note(leaf, [])
      default: return false
      }
    case .not(let one): return read(one)
    case .all(let many), .any(let many): return readAll(many)
    case .conditional(let one, let two, let three): return readAll([one, two, three])
    case .scaled(let one, _), .negate(let one):
      if case .constant = one { return true }
      return isDecision(one) && read(one)
    case .compare(_, let lhs, let rhs): return read(lhs, against: [rhs])
    case .within(let subject, let tests):
      var others: [Node] = []
      for test in tests {
        switch test {
        case .compare(_, let other): others.append(other)
        case .range(let low, _, let high, _): others += [low, high]
        }
      }
      return read(subject, against: others)
    case .member(let subject, .constant(.list)): return read(subject, against: [])
    case .decision(let decision): return read(decision)
    default: return false
    }
  }

  private func isDecision(_ node: Node) -> Bool {
    switch node {
    case .decision, .conditional: true
    default: false
    }
  }

  private mutating func readAll(_ nodes: [Node]) -> Bool {
    for node in nodes where !read(node) { return false }
    return true
  }

  /// A comparison of one input with constants.
  private mutating func read(_ subject: Node, against others: [Node]) -> Bool {
    guard let left = ConditionTerm(subject) else { return false }
    var leaves = left.leaves
    var cuts: [Int64] = []
    for other in others {
      guard let right = ConditionTerm(other) else { return false }
      leaves.formUnion(right.leaves)
      cuts += left.cuts(against: right)
    }
    guard let leaf = leaves.first else { return true }
    return leaves.count == 1 && note(leaf, cuts)
  }

  private mutating func read(_ decision: DecisionNode) -> Bool {
    for guarding in decision.guards where !read(guarding) { return false }
    for (index, node) in decision.inputs.enumerated() {
      guard let term = ConditionTerm(node), term.leaves.count == 1, let leaf = term.leaves.first
      else { return false }
      var cuts: [Int64] = []
      for row in decision.rows {
        for (column, cell) in zip(decision.columns, row.cells) where column.input == index {
          for value in cell.tests.flatMap(\.values) {
            guard let constant = ConditionTerm(.constant(value)) else { return false }
            cuts += term.cuts(against: constant)
          }
        }
      }
      if !note(leaf, cuts) { return false }
    }
    return true
  }

  private mutating func note(_ leaf: ConditionReader.Leaf, _ cuts: [Int64]) -> Bool {
    guard var input = input(leaf) else { return false }
    let key =
      input.isComputed ? "rule \(NameKey.of(input.name.english))" : NameKey.of(input.name.english)
    input.cuts = (inputs[key]?.cuts ?? []) + cuts
    inputs[key] = input
    return true
  }

  private func input(_ leaf: ConditionReader.Leaf) -> Input? {
    switch leaf {
    case .fact(let index):
      let fact = set.model.facts[index]
      return Input(name: fact.name, leaf: leaf, type: fact.type, cuts: [], isComputed: false)
    case .definition(let index):
      let rule = set.rules[index]
      return Input(name: rule.name, leaf: leaf, type: rule.type, cuts: [], isComputed: true)
    default: return nil
    }
  }
}

extension CellTest.Test {
  /// The values that the test names.
  fileprivate var values: [Value] {
    switch self {
    case .equal(let value): [value]
    case .range(let low, _, let high, _): [low, high].compactMap(\.self)
    }
  }
}
