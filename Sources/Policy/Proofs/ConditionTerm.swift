import ExpressionLanguage

/// One side of a comparison: something linear in one input, which a proof can compute.
struct ConditionTerm {
  /// The inputs that stand in it.
  private(set) var leaves: Set<ConditionReader.Leaf> = []
  /// The constants that stand in it.
  private(set) var constants: [Value] = []
  private let node: Node
  private var slope: Int128
  private var offset: Int128

  /// Reads a side of a comparison; `nil` for what proofs do not look into.
  init?(_ node: Node) {
    self.node = node
    (slope, offset) = (0, 0)
    guard let line = read(node) else { return nil }
    (slope, offset) = line
  }

  /// Notes what stands in `node` and gives its slope and offset.
  private mutating func read(_ node: Node) -> (Int128, Int128)? {
    switch node {
    case .constant(.unknown), .constant(.list): return nil
    case .constant(let value):
      constants.append(value)
      return (0, Int128(value.order ?? 0))
    case .scaled(let term, let factor):
      guard let line = read(term) else { return nil }
      return scaled(line, by: Int128(factor))
    case .negate(let term):
      guard let line = read(term) else { return nil }
      return scaled(line, by: -1)
    case .sum(let terms):
      var total: (Int128, Int128) = (0, 0)
      for term in terms {
        guard let line = read(term) else { return nil }
        total = (total.0 + line.0, total.1 + line.1)
      }
      return total
    case .recoded(let term, _): return read(term)
    case .otherwise(let term, let replacement):
      guard let line = read(term), read(replacement) != nil else { return nil }
      return line
    default:
      guard let leaf = ConditionTerm.leaf(node) else { return nil }
      leaves.insert(leaf)
      return (1, 0)
    }
  }

  private func scaled(_ line: (Int128, Int128), by factor: Int128) -> (Int128, Int128)? {
    let (slope, over) = line.0.multipliedReportingOverflow(by: factor)
    let (offset, over2) = line.1.multipliedReportingOverflow(by: factor)
    let limit = Int128(1) << 100
    return over || over2 || abs(slope) > limit || abs(offset) > limit ? nil : (slope, offset)
  }

  private static func leaf(_ node: Node) -> ConditionReader.Leaf? {
    switch node {
    case .fact(let fact): .fact(fact)
    case .definition(let rule): .definition(rule)
    case .recordDefinition(let rule): .recordDefinition(rule)
    case .attribute(let attribute): .attribute(attribute)
    case .parameter(let parameter): .parameter(parameter)
    case .legalDate: .legalDate
    default: nil
    }
  }

  /// The places about which the comparison of this with `other` can change.
  func cuts(against other: ConditionTerm) -> [Int64] {
    let slope = self.slope - other.slope
    let offset = self.offset - other.offset
    if slope == 0 { return [] }
    let quotient = -offset / slope
    return (-1...2).compactMap { Int64(exactly: quotient + $0) }
  }

  /// The term where its input is `input`; `nil` where it would not fit.
  func value(_ input: Value) -> Value? { ConditionTerm.value(of: node, input) }

  private static func value(of node: Node, _ input: Value) -> Value? {
    switch node {
    case .constant(let value): return value
    case .scaled(let term, let factor):
      return mapped(value(of: term, input)) { $0.multipliedReportingOverflow(by: factor) }
    case .negate(let term):
      return mapped(value(of: term, input)) { (0 as Int64).subtractingReportingOverflow($0) }
    case .sum(let terms):
      var total: Int64 = 0
      for term in terms {
        guard case .number(let number)? = value(of: term, input) else { return nil }
        let (sum, overflow) = total.addingReportingOverflow(number)
        if overflow { return nil }
        total = sum
      }
      return .number(total)
    case .recoded(let term, let positions):
      let value = value(of: term, input)
      guard case .choice(let index)? = value else { return value }
      return positions.indices.contains(index) ? .choice(positions[index]) : nil
    case .otherwise(let term, let replacement):
      let first = value(of: term, input)
      return first == .absent ? value(of: replacement, input) : first
    default: return input
    }
  }

  private static func mapped(
    _ value: Value?,
    _ operation: (Int64) -> (Int64, Bool)
  ) -> Value? {
    guard case .number(let number)? = value else { return value }
    let (result, overflow) = operation(number)
    return overflow ? nil : .number(result)
  }
}
