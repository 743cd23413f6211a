package import ExpressionLanguage

/// Finds the quantities that words of law say, such as *three years* or 3年.
package enum SpokenQuantities {
  /// The quantities in English words.
  package static func inEnglish(
    _ ranges: [SourceRange],
    of source: SourceText,
    units: [String: Unit]
  ) -> [SpokenQuantity] { [] }

  /// The quantities in Chinese words.
  package static func inChinese(
    _ ranges: [SourceRange],
    of source: SourceText,
    units: [String: Unit]
  ) -> [SpokenQuantity] { [] }

  /// Whether both are the same quantity: three years are 36 months.
  package static func same(_ lhs: SpokenQuantity, _ rhs: SpokenQuantity) -> Bool { lhs == rhs }
}
