extension Evaluator {
  /// Kleene conjunction (`neutral` true) or disjunction.
  func junction(
    _ operands: [Node],
    _ frame: Frame,
    neutral: Bool
  ) throws(EvaluationFault) -> Value {
    var missing: Missing?
    for operand in operands {
      switch try evaluate(operand, frame) {
      case .truth(let truth): if truth != neutral { return .truth(truth) }
      case .unknown(let more): missing = missing?.union(more) ?? more
      default: preconditionFailure("the checker lets only yes or no into a junction")
      }
    }
    return missing.map { .unknown($0) } ?? .truth(neutral)
  }

  /// A comparison of two values of one type; unknown where either is.
  static func compare(_ comparison: Comparison, _ lhs: Value, _ rhs: Value) -> Value {
    if let left = lhs.order, let right = rhs.order {
      switch comparison {
      case .equal: return .truth(left == right)
      case .notEqual: return .truth(left != right)
      case .less: return .truth(left < right)
      case .lessOrEqual: return .truth(left <= right)
      case .greater: return .truth(left > right)
      case .greaterOrEqual: return .truth(left >= right)
      }
    }
    if let missing = union(lhs.missing, rhs.missing) { return .unknown(missing) }
    switch comparison {
    case .equal: return .truth(lhs == rhs)
    case .notEqual: return .truth(lhs != rhs)
    case .less, .lessOrEqual, .greater, .greaterOrEqual: return .truth(false)
    }
  }

  /// The facts of either set; `nil` where both are.
  package static func union(_ lhs: Missing?, _ rhs: Missing?) -> Missing? {
    guard let lhs else { return rhs }
    guard let rhs else { return lhs }
    return lhs.union(rhs)
  }

  func within(
    _ subject: Node,
    _ tests: [NodeTest],
    _ frame: Frame
  ) throws(EvaluationFault) -> Value {
    let value = try evaluate(subject, frame)
    var missing: Missing?
    for test in tests {
      let result: Value
      switch test {
      case .compare(let comparison, let other):
        result = Evaluator.compare(comparison, value, try evaluate(other, frame))
      case .range(let low, let includesLow, let high, let includesHigh):
        let above = Evaluator.compare(
          includesLow ? .greaterOrEqual : .greater,
          value,
          try evaluate(low, frame)
        )
        let below = Evaluator.compare(
          includesHigh ? .lessOrEqual : .less,
          value,
          try evaluate(high, frame)
        )
        if above == .truth(false) || below == .truth(false) {
          result = .truth(false)
        } else if let unknown = Evaluator.union(above.missing, below.missing) {
          result = .unknown(unknown)
        } else {
          result = .truth(true)
        }
      }
      if result == .truth(true) { return result }
      missing = Evaluator.union(missing, result.missing)
    }
    return missing.map { .unknown($0) } ?? .truth(false)
  }

  func member(
    _ subject: Node,
    _ list: Node,
    _ frame: Frame
  ) throws(EvaluationFault) -> Value {
    let value = try evaluate(subject, frame)
    let members = try evaluate(list, frame)
    if case .list(let values) = members, values.isEmpty { return .truth(false) }
    if let missing = Evaluator.union(value.missing, members.missing) { return .unknown(missing) }
    guard case .list(let values) = members else { return .truth(false) }
    return .truth(values.contains(value))
  }

  /// Where the condition is unknown: the result that both branches share, else unknown.
  func conditional(
    _ condition: Node,
    _ then: Node,
    _ alternative: Node,
    _ frame: Frame
  ) throws(EvaluationFault) -> Value {
    switch try evaluate(condition, frame) {
    case .truth(true): return try evaluate(then, frame)
    case .truth(false): return try evaluate(alternative, frame)
    case .unknown(let missing):
      // A branch that faults may be the one that is not taken: it says nothing yet.
      guard let lhs = try? evaluate(then, frame), let rhs = try? evaluate(alternative, frame)
      else { return .unknown(missing) }
      if lhs.isKnown, lhs == rhs { return lhs }
      let more = Evaluator.union(lhs.missing, rhs.missing)
      return .unknown(more.map(missing.union) ?? missing)
    default: preconditionFailure("the checker lets only yes or no into a condition")
    }
  }
}
