package import ExpressionLanguage

/// One test that a paper hangs on, for readers to whom a page says it in words of its own.
package struct StepTest: Hashable, Sendable {
  /// The stable name of the fact or rule that is tested.
  package var id: String
  /// Its label.
  package var name: Bilingual
  /// The values that pass, as they are written; none where it is a range.
  package var values: [String]
  /// Whether all others pass instead.
  package var isNegated: Bool
  /// The test in the dictionary's words; `nil` where it is better read in the measure.
  package var words: Bilingual?

  /// Creates a test.
  package init(
    id: String,
    name: Bilingual,
    values: [String],
    isNegated: Bool = false,
    words: Bilingual? = nil
  ) {
    self.id = id
    self.name = name
    self.values = values
    self.isNegated = isNegated
    self.words = words
  }
}
