extension Evaluator {
  /// A number, computed exactly or refused.
  func arithmetic(_ node: Node, _ frame: Frame) throws(EvaluationFault) -> Value {
    switch node {
    case .sum(let terms):
      return try fold(terms, frame) { $0.addingReportingOverflow($1) }
    case .product(let lhs, let rhs):
      return try fold([lhs, rhs], frame) { $0.multipliedReportingOverflow(by: $1) }
    case .least(let terms): return try extreme(terms, frame) { $0 < $1 }
    case .greatest(let terms): return try extreme(terms, frame) { $0 > $1 }
    case .negate(let term):
      return try map(term, frame) { (0 as Int64).subtractingReportingOverflow($0) }
    case .absolute(let term):
      return try map(term, frame) { number in
        number < 0 ? (0 as Int64).subtractingReportingOverflow(number) : (number, false)
      }
    case .scaled(let term, let factor): return try scale(try evaluate(term, frame), factor)
    case .recoded(let term, let positions): return try evaluate(term, frame).recoded(positions)
    case .quotient(let quotient): return try self.quotient(quotient, frame)
    default: preconditionFailure("not a number")
    }
  }

  /// The first by order of numbers, days or minutes of one type.
  private func extreme(
    _ terms: [Node],
    _ frame: Frame,
    _ precedes: (Int64, Int64) -> Bool
  ) throws(EvaluationFault) -> Value {
    var best: Value?
    var missing: Missing?
    for term in terms {
      let value = try evaluate(term, frame)
      if let more = value.missing {
        missing = missing?.union(more) ?? more
        continue
      }
      guard let order = value.order else {
        preconditionFailure("only what has an order is compared")
      }
      if let known = best?.order, !precedes(order, known) { continue }
      best = value
    }
    return missing.map { .unknown($0) } ?? best ?? .number(0)
  }

  /// A number, or each number of a list, times a constant.
  private func scale(_ value: Value, _ factor: Int64) throws(EvaluationFault) -> Value {
    switch value {
    case .number(let number):
      let (result, overflow) = number.multipliedReportingOverflow(by: factor)
      if overflow { throw fault(.overflow) }
      return .number(result)
    case .list(let values):
      var scaled: [Value] = []
      for value in values { scaled.append(try scale(value, factor)) }
      return .list(scaled)
    default: return value
    }
  }

  private func map(
    _ term: Node,
    _ frame: Frame,
    _ operation: (Int64) -> (Int64, Bool)
  ) throws(EvaluationFault) -> Value {
    let value = try evaluate(term, frame)
    guard case .number(let number) = value else { return value }
    let (result, overflow) = operation(number)
    if overflow { throw fault(.overflow) }
    return .number(result)
  }

  private func fold(
    _ terms: [Node],
    _ frame: Frame,
    _ operation: (Int64, Int64) -> (Int64, Bool)
  ) throws(EvaluationFault) -> Value {
    var total: Int64?
    var missing: Missing?
    for term in terms {
      switch try evaluate(term, frame) {
      case .number(let number):
        guard let sum = total else {
          total = number
          continue
        }
        let (result, overflow) = operation(sum, number)
        if overflow { throw fault(.overflow) }
        total = result
      case .unknown(let more): missing = missing?.union(more) ?? more
      default: preconditionFailure("the checker lets only numbers into arithmetic")
      }
    }
    return missing.map { .unknown($0) } ?? .number(total ?? 0)
  }

  private func quotient(
    _ quotient: QuotientNode,
    _ frame: Frame
  ) throws(EvaluationFault) -> Value {
    let top = try evaluate(quotient.numerator, frame)
    let bottom: Value =
      if let denominator = quotient.denominator {
        try evaluate(denominator, frame)
      } else {
        .number(1)
      }
    if let missing = Evaluator.union(top.missing, bottom.missing) { return .unknown(missing) }
    guard case .number(let numerator) = top, case .number(let denominator) = bottom else {
      preconditionFailure("the checker lets only numbers into a division")
    }
    if denominator == 0 { throw fault(.divisionByZero) }
    let result = quotient.rounding.quotient(
      Int128(numerator) * Int128(quotient.numeratorFactor),
      Int128(denominator) * Int128(quotient.denominatorFactor)
    )
    guard let result else { throw fault(.overflow) }
    return .number(result)
  }
}
