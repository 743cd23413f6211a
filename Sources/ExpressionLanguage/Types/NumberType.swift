/// The type of a number: how many decimals, which unit, and from where to where.
///
/// The bounds make overflow something that is found before a person is decided.
package struct NumberType: Hashable, Sendable {
  /// The number of decimals, 0 to 12.
  package var scale: Int
  /// The unit.
  package var unit: Unit
  /// The least value, in units of the last decimal.
  package var least: Int64
  /// The greatest value, in units of the last decimal.
  package var greatest: Int64
  /// The only values that can occur, in order, where they are few.
  package var values: [Int64]?

  /// Creates the type of numbers from `least` to `greatest`.
  package init(
    scale: Int = 0,
    unit: Unit = .none,
    least: Int64,
    greatest: Int64,
    values: [Int64]? = nil
  ) {
    self.scale = scale
    self.unit = unit
    self.least = least
    self.greatest = greatest
    self.values = values
  }

  /// The type of one number.
  package init(_ literal: DecimalLiteral, unit: Unit = .none) {
    self.init(
      scale: literal.scale,
      unit: unit,
      least: literal.units,
      greatest: literal.units,
      values: [literal.units]
    )
  }

  /// The type after multiplying by `factor` and adding decimals; `nil` where it would overflow.
  package func rescaled(scale wanted: Int, unit wantedUnit: Unit, factor: Int64) -> NumberType? {
    let (least, over) = least.multipliedReportingOverflow(by: factor)
    let (greatest, over2) = greatest.multipliedReportingOverflow(by: factor)
    guard !over, !over2 else { return nil }
    return NumberType(
      scale: wanted,
      unit: wantedUnit,
      least: least,
      greatest: greatest,
      values: values?.map { $0 * factor }
    )
  }

  /// The type of a number that is of this type or of `other`, both of one scale and unit.
  package func union(_ other: NumberType) -> NumberType {
    var merged: [Int64]?
    if let left = values, let right = other.values {
      let set = Set(left).union(right)
      if set.count <= 64 { merged = set.sorted() }
    }
    return NumberType(
      scale: scale,
      unit: unit,
      least: min(least, other.least),
      greatest: max(greatest, other.greatest),
      values: merged
    )
  }
}
