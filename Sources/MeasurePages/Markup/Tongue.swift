import ExpressionLanguage
import Policy

/// The language of a piece of a page, as HTML names it.
enum Tongue: String, Sendable {
  case chinese = "zh-Hans"
  case english = "en"

  init(_ language: Language) {
    self = language == .chinese ? .chinese : .english
  }

  /// The language in which a text of one language only is written.
  init(of text: String) {
    self = Glossed.hasHan(text) ? .chinese : .english
  }
}
