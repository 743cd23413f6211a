import ExpressionLanguage

/// Turns the conditions of a proof into formulas over tests of one input each.
struct ConditionReader {
  /// What a test can be about.
  enum Leaf: Hashable {
    case fact(Int)
    case definition(Int)
    case recordDefinition(Int)
    case attribute(Int)
    case parameter(Int)
    case legalDate
    /// Something that is not looked into, by number.
    case opaque(Int)
  }

  /// The most parts of a formula; conditions inside conditions could double it without end.
  private static let mostParts = 20_000

  private(set) var atoms = ProofAtoms()
  /// Whether the conditions make a formula too large to be looked at.
  private(set) var isTooLarge = false
  private var steps = 0
  private let facts: [ValueType]
  /// What is no fact but stands in the conditions, with the constants that it is compared with.
  private var others: [(leaf: Leaf, constants: [Value])] = []

  init(facts: [ValueType]) { self.facts = facts }

  /// The types of the inputs: the facts, then whatever else stands in the conditions.
  var types: [ValueType] {
    facts + others.map { ConditionReader.type(of: $0.leaf, comparedWith: $0.constants) }
  }

  /// What `condition` asks of a person.
  mutating func formula(of condition: Node) -> ProofFormula {
    steps += 1
    if steps > ConditionReader.mostParts { isTooLarge = true }
    if isTooLarge { return .constant(false) }
    switch condition {
    case .constant(.truth(let truth)): return .constant(truth)
    case .constant(.absent): return .constant(false)
    case .not(let operand): return formula(of: operand).negated
    case .all(let operands): return .all(formulas(of: operands))
    case .any(let operands): return .any(formulas(of: operands))
    case .conditional(let test, let then, let alternative):
      return chosen(
        formula(of: test),
        formula(of: then),
        formula(of: alternative)
      )
    case .compare(let comparison, let lhs, let rhs): return compared(comparison, lhs, rhs)
    case .within(let subject, let tests):
      var parts: [ProofFormula] = []
      for test in tests { parts.append(within(subject, test)) }
      return .any(parts)
    case .member(let subject, .constant(.list(let values))):
      var parts: [ProofFormula] = []
      for value in values { parts.append(compared(.equal, subject, .constant(value))) }
      return .any(parts)
    default: return compared(.equal, condition, .constant(.truth(true)))
    }
  }

  private mutating func formulas(of conditions: [Node]) -> [ProofFormula] {
    var formulas: [ProofFormula] = []
    for condition in conditions { formulas.append(formula(of: condition)) }
    return formulas
  }

  private mutating func chosen(
    _ test: ProofFormula,
    _ then: ProofFormula,
    _ alternative: ProofFormula
  ) -> ProofFormula {
    if isTooLarge { return .constant(false) }
    let choice = ProofFormula.any([.all([test, then]), .all([test.negated, alternative])])
    var parts = 0
    choice.forEachAtom { _ in parts += 1 }
    if parts > ConditionReader.mostParts { isTooLarge = true }
    return choice
  }

  private mutating func within(_ subject: Node, _ test: NodeTest) -> ProofFormula {
    switch test {
    case .compare(let comparison, let other): return compared(comparison, subject, other)
    case .range(let low, let includesLow, let high, let includesHigh):
      return .all([
        compared(includesLow ? .greaterOrEqual : .greater, subject, low),
        compared(includesHigh ? .lessOrEqual : .less, subject, high),
      ])
    }
  }

  private mutating func compared(
    _ comparison: Comparison,
    _ lhs: Node,
    _ rhs: Node
  ) -> ProofFormula {
    steps += 1
    if steps > ConditionReader.mostParts { isTooLarge = true }
    if isTooLarge { return .constant(false) }
    if case .conditional(let test, let then, let alternative) = lhs {
      return chosen(
        formula(of: test),
        compared(comparison, then, rhs),
        compared(comparison, alternative, rhs)
      )
    }
    if case .conditional(let test, let then, let alternative) = rhs {
      return chosen(
        formula(of: test),
        compared(comparison, lhs, then),
        compared(comparison, lhs, alternative)
      )
    }
    if lhs.isCondition || rhs.isCondition, comparison == .equal || comparison == .notEqual {
      return agreement(comparison, lhs, rhs)
    }
    return test(comparison, lhs, rhs)
  }

  /// That two conditions are both met or both not, where one of them is more than a name.
  private mutating func agreement(
    _ comparison: Comparison,
    _ lhs: Node,
    _ rhs: Node
  ) -> ProofFormula {
    let (left, right) = (formula(of: lhs), formula(of: rhs))
    let same = chosen(left, right, right.negated)
    return comparison == .equal ? same : same.negated
  }

  /// A comparison as a test of the one input that stands in it.
  private mutating func test(
    _ comparison: Comparison,
    _ lhs: Node,
    _ rhs: Node
  ) -> ProofFormula {
    guard let left = ConditionTerm(lhs), let right = ConditionTerm(rhs) else { return opaque() }
    let leaves = left.leaves.union(right.leaves)
    let holds: (Value) -> Bool = { value in
      guard let lhs = left.value(value), let rhs = right.value(value) else { return false }
      return comparison.holds(lhs, rhs)
    }
    guard let leaf = leaves.first else { return .constant(holds(.absent)) }
    guard leaves.count == 1, let variable = variable(of: leaf) else { return opaque() }
    let constants = left.constants + right.constants
    if variable >= facts.count { others[variable - facts.count].constants += constants }
    return atoms.add(
      ProofAtom(
        variable: variable,
        cuts: left.cuts(against: right),
        named: constants,
        accepts: holds
      )
    )
  }

  /// The position of an input; `nil` for one whose values cannot be gone through.
  private mutating func variable(of leaf: Leaf) -> Int? {
    if case .fact(let fact) = leaf {
      guard facts.indices.contains(fact), !facts[fact].isInvalid else { return nil }
      if case .list = facts[fact].base { return nil }
      return fact
    }
    if let known = others.firstIndex(where: { $0.leaf == leaf }) { return facts.count + known }
    others.append((leaf, []))
    return facts.count + others.count - 1
  }

  private mutating func opaque() -> ProofFormula {
    others.append((.opaque(others.count), []))
    let variable = facts.count + others.count - 1
    return atoms.add(
      ProofAtom(variable: variable, cuts: [], named: []) { $0 == .truth(true) }
    )
  }

  /// A type that holds whatever something compared with `constants` can be.
  private static func type(of leaf: Leaf, comparedWith constants: [Value]) -> ValueType {
    if case .opaque = leaf { return .truth }
    if leaf == .legalDate { return .date }
    let base: ValueType.Base
    switch constants.first(where: { $0 != .absent }) {
    case .number: base = .number(NumberType(least: .min / 4, greatest: .max / 4))
    case .date: base = .date(.earliest, .latest)
    case .instant: base = .instant
    case .text: base = .text
    case .choice:
      let most = constants.compactMap(\.order).max() ?? 0
      let values = (0...(most + 1)).map { ChoiceValue(label: String($0)) }
      base = .choice(ChoiceType(values: values, isOrdered: true))
    default: base = .truth
    }
    return ValueType(base, isOptional: true)
  }
}

extension Node {
  /// Whether the expression is a condition in its own right, not a name or a constant.
  fileprivate var isCondition: Bool {
    switch self {
    case .not, .all, .any, .compare, .within, .member: true
    default: false
    }
  }
}

extension Comparison {
  /// Whether two known values compare so; what has no order is neither less nor greater.
  fileprivate func holds(_ lhs: Value, _ rhs: Value) -> Bool {
    switch self {
    case .equal: return lhs == rhs
    case .notEqual: return lhs != rhs
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard let left = lhs.order, let right = rhs.order else { return false }
      switch self {
      case .less: return left < right
      case .lessOrEqual: return left <= right
      case .greater: return left > right
      default: return left >= right
      }
    }
  }
}
