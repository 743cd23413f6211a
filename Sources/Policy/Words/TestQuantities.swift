package import ExpressionLanguage

/// Finds the quantities that a test names.
package enum TestQuantities {
  /// The numbers with a unit in the expression at `range`.
  package static func inTest(
    _ range: SourceRange,
    of source: SourceText,
    units: [String: Unit]
  ) -> [SpokenQuantity] { [] }
}
