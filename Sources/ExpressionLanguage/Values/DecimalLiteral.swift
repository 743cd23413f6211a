/// A decimal number as somebody wrote it: an integer and how many of its digits are decimals.
package struct DecimalLiteral: Hashable, Sendable {
  /// The digits without the point.
  package var units: Int64
  /// How many of the digits stand after the point, 0 to 12.
  package var scale: Int

  /// The most decimals that a number may have.
  package static let mostDecimals = 12

  /// Creates a number from its digits and scale.
  package init(units: Int64, scale: Int) {
    self.units = units
    self.scale = scale
  }

  /// Reads `-12`, `1_000`, `0.25` or `10%`; `nil` for any other form or for too many digits.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package init?(_ text: String) {
    var bytes = Array(text.utf8)
    var negative = false
    if bytes.first == UInt8(ascii: "-") {
      negative = true
      bytes.removeFirst()
    }
    var percent = false
    if bytes.last == UInt8(ascii: "%") {
      percent = true
      bytes.removeLast()
    }
    var units: Int64 = 0
    var scale: Int?
    var previousIsDigit = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let (product, over) = units.multipliedReportingOverflow(by: 10)
        let (sum, over2) = product.addingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
        guard !over, !over2 else { return nil }
        units = sum
        scale = scale.map { $0 + 1 }
        previousIsDigit = true
      case UInt8(ascii: "_"):
        guard previousIsDigit, scale == nil else { return nil }
        previousIsDigit = false
      case UInt8(ascii: "."):
        guard previousIsDigit, scale == nil else { return nil }
        scale = 0
        previousIsDigit = false
      default: return nil
      }
    }
    guard previousIsDigit else { return nil }
    let decimals = (scale ?? 0) + (percent ? 2 : 0)
    guard decimals <= DecimalLiteral.mostDecimals else { return nil }
    self.init(units: negative ? -units : units, scale: decimals)
  }

  /// The digits at another scale; `nil` where that would lose a digit or overflow.
  package func units(atScale wanted: Int) -> Int64? {
    if wanted >= scale {
      guard let factor = PowerOfTen.of(wanted - scale) else { return nil }
      let (result, over) = units.multipliedReportingOverflow(by: factor)
      return over ? nil : result
    }
    guard let factor = PowerOfTen.of(scale - wanted), units % factor == 0 else { return nil }
    return units / factor
  }
}

extension DecimalLiteral: CustomStringConvertible {
  /// The number with every decimal of its scale, such as `87.50`.
  package var description: String {
    guard scale > 0 else { return String(units) }
    let digits = String(units.magnitude)
    let filled = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    let point = filled.index(filled.endIndex, offsetBy: -scale)
    return (units < 0 ? "-" : "") + filled[..<point] + "." + filled[point...]
  }

  /// The number without decimals that say nothing: `87.5`, `87`.
  package var shortest: String {
    var reduced = self
    while reduced.scale > 0, reduced.units % 10 == 0 {
      reduced = DecimalLiteral(units: reduced.units / 10, scale: reduced.scale - 1)
    }
    return reduced.description
  }
}

/// Powers of ten that fit an `Int64`.
package enum PowerOfTen {
  /// Ten to the power of `exponent`, or `nil` where it does not fit.
  package static func of(_ exponent: Int) -> Int64? {
    guard (0...18).contains(exponent) else { return nil }
    return (0..<exponent).reduce(into: Int64(1)) { power, _ in power *= 10 }
  }
}
