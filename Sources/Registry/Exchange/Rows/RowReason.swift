package import ExpressionLanguage

/// Why a row is returned, without anything that tells about a person.
package struct RowReason: Hashable, Sendable, Codable {
  /// A stable name in kebab-case.
  package var id: String
  /// Why, and what to do.
  package var words: Bilingual

  /// Creates a reason.
  package init(_ id: String, _ english: String, _ chinese: String) {
    self.id = id
    words = Bilingual(english, chinese)
  }
}
