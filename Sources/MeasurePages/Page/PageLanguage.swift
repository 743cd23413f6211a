import ExpressionLanguage

/// In which language a page is written.
package enum PageLanguage: String, CaseIterable, Sendable {
  /// Chinese and English, side by side.
  case both
  /// Chinese; what the measure says in English only stays English.
  case chinese = "zh"
  /// English; what the measure says in Chinese only stays Chinese.
  case english = "en"

  /// The language of the page as a whole.
  var tongue: Tongue { self == .english ? .english : .chinese }

  /// The languages to show, in order.
  var languages: [Language] {
    switch self {
    case .both: [.chinese, .english]
    case .chinese: [.chinese]
    case .english: [.english]
    }
  }

  /// The texts to show of one that is given in two languages, each in its own; a text that is the
  /// same in both, such as a number, stands once and in no language.
  func pieces(_ text: Bilingual) -> [(text: String, tongue: Tongue?)] {
    if text.chinese == text.english {
      return text.chinese.isEmpty ? [] : [(text.chinese, nil)]
    }
    var pieces: [(text: String, tongue: Tongue?)] = []
    for language in languages {
      let isChinese = language == .chinese
      let own = isChinese ? text.chinese : text.english
      if !own.isEmpty {
        pieces.append((own, Tongue(language)))
      } else if self != .both {
        pieces.append((text[language], isChinese ? .english : .chinese))
      }
    }
    return pieces
  }
}
