package import ExpressionLanguage

/// One `{key: value}` at the end of a heading, or of an item after its test.
package struct Mark: Sendable {
  /// The key, one of a closed list.
  package var key: String
  /// The text after the colon, trimmed; empty for a key that takes none.
  package var value: String
  /// Where the key stands.
  package var keyRange: SourceRange
  /// Where the value stands; empty, after the key, where there is none.
  package var valueRange: SourceRange
  /// Both braces and all between them.
  package var range: SourceRange

  /// Creates a mark from its parts.
  package init(
    key: String,
    value: String,
    keyRange: SourceRange,
    valueRange: SourceRange,
    range: SourceRange
  ) {
    self.key = key
    self.value = value
    self.keyRange = keyRange
    self.valueRange = valueRange
    self.range = range
  }

  /// The keys that say that what stands under a heading binds no rule.
  package static let unbinding: Set<String> = [
    "informative", "discretion", "not encoded", "repealed",
  ]
}
