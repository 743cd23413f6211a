package import ExpressionLanguage

/// Why a whole delivery is refused: nothing of it is taken.
package struct DeliveryRefusal: Error, Hashable, Sendable, Codable {
  /// A stable name in kebab-case.
  package var id: String
  /// Why, and what to do; nothing in it tells about a person.
  package var words: Bilingual

  /// Creates a refusal.
  package init(_ id: String, _ english: String, _ chinese: String) {
    self.id = id
    words = Bilingual(english, chinese)
  }
}
