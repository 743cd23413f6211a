import ExpressionLanguage

/// Between which numbers something unknown lies, whatever is missing turns out to be.
package struct Bounds: Hashable, Sendable {
  /// The least that it can be.
  package var least: Int64
  /// The greatest that it can be.
  package var greatest: Int64
  /// Whether both ends are reached: somebody whom the known facts allow has each of them.
  ///
  /// Else the truth may lie in a narrower range.
  package var isAttained: Bool

  /// Creates bounds.
  package init(least: Int64, greatest: Int64, isAttained: Bool) {
    self.least = least
    self.greatest = greatest
    self.isAttained = isAttained
  }

  /// The bounds with more decimals; `nil` where they would lose a digit or overflow.
  func rescaled(from scale: Int, to wanted: Int) -> Bounds? {
    guard let least = DecimalLiteral(units: least, scale: scale).units(atScale: wanted),
      let greatest = DecimalLiteral(units: greatest, scale: scale).units(atScale: wanted)
    else { return nil }
    return Bounds(least: least, greatest: greatest, isAttained: isAttained)
  }
}
