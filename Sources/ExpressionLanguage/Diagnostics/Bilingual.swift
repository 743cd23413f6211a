/// The languages in which Anju speaks to people.
package enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case chinese = "zh"
}

/// One text in English and in Chinese.
package struct Bilingual: Hashable, Sendable, Codable {
  /// The English text.
  package var english: String
  /// The Chinese text.
  package var chinese: String

  /// Creates a text from its two halves.
  package init(_ english: String, _ chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  /// The half in `language`; where it is empty, the other half.
  package subscript(_ language: Language) -> String {
    switch language {
    case .english: english.isEmpty ? chinese : english
    case .chinese: chinese.isEmpty ? english : chinese
    }
  }

  /// Whether both halves are empty.
  package var isEmpty: Bool { english.isEmpty && chinese.isEmpty }
}
