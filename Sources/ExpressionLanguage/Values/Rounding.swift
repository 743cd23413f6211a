/// How a quotient becomes a number of digits; the law must choose.
package enum Rounding: String, CaseIterable, Sendable {
  /// To the nearest, halves away from zero.
  case halfUp = "half up"
  /// To the nearest, halves to the even digit.
  case halfEven = "half even"
  /// Away from zero.
  case up
  /// Toward zero.
  case down
  /// Toward negative infinity.
  case floor
  /// Toward positive infinity.
  case ceiling

  /// The integer that `numerator / denominator` rounds to, or `nil` where it does not fit.
  ///
  /// - Precondition: `denominator` is not zero.
  package func quotient(_ numerator: Int128, _ denominator: Int128) -> Int64? {
    precondition(denominator != 0, "a quotient needs a denominator that is not zero")
    // Almost every quotient of the law fits a machine word, where a division takes a tenth of the
    // time; one bit is left for doubling the remainder.
    if let top = Int64(exactly: numerator), let bottom = Int64(exactly: denominator),
      bottom > 0, bottom < 1 << 62, top != .min
    {
      return rounded(top, bottom)
    }
    return Int64(exactly: rounded(numerator, denominator))
  }

  private func rounded<Integer: FixedWidthInteger & SignedInteger>(
    _ numerator: Integer,
    _ denominator: Integer
  ) -> Integer {
    let (top, bottom) = denominator < 0 ? (-numerator, -denominator) : (numerator, denominator)
    let division = top.quotientAndRemainder(dividingBy: bottom)
    var quotient = division.quotient
    let remainder = division.remainder
    if remainder != 0 {
      let away: Integer = top < 0 ? -1 : 1
      let twice = remainder.magnitude * 2
      switch self {
      case .halfUp: if twice >= bottom.magnitude { quotient += away }
      case .halfEven:
        if twice > bottom.magnitude || (twice == bottom.magnitude && quotient % 2 != 0) {
          quotient += away
        }
      case .up: quotient += away
      case .down: break
      case .floor: if top < 0 { quotient -= 1 }
      case .ceiling: if top > 0 { quotient += 1 }
      }
    }
    return quotient
  }

  /// The name in Chinese.
  package var chinese: String {
    switch self {
    case .halfUp: "四舍五入"
    case .halfEven: "四舍六入五成双"
    case .up: "远离零取整"
    case .down: "舍去"
    case .floor: "向下取整"
    case .ceiling: "向上取整"
    }
  }
}
