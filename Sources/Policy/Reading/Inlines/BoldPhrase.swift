import ExpressionLanguage

/// One bold phrase of the closed list, in one language.
struct BoldPhrase {
  /// What the phrase says.
  enum Meaning {
    /// How a list binds.
    case list(ListOperator)
    /// A limit; the range of what stands after the words in the same bold, trimmed.
    case limit(Limit.Kind, SourceRange)
    /// The condition of a rule.
    case when
    /// The condition under which a service is suspended.
    case suspendedWhen
  }

  /// What the phrase says.
  var meaning: Meaning
  /// Whether it is Chinese.
  var isChinese: Bool

  /// Reads the words at `inner`; `nil` where they are no phrase of the list.
  init?(_ inner: SourceRange, in source: SourceText) {
    let words = BoldPhrase.words(of: inner, in: source)
    guard let first = words.first, let last = words.last else { return nil }
    let range = SourceRange(first.start, last.end)
    let text = words.map { source.text($0).lowercased() }.joined(separator: " ")
    if let meaning = BoldPhrase.plain[text] {
      self.meaning = meaning
      isChinese = BoldPhrase.isChinese(text)
      return
    }
    for kind in Limit.Kind.allCases {
      if text.hasPrefix(kind.words.chinese) {
        let start = range.start + kind.words.chinese.utf8.count
        meaning = .limit(kind, source.trimmed(SourceRange(start, range.end)))
        isChinese = true
        return
      }
      if text == kind.words.english || text.hasPrefix(kind.words.english + " ") {
        let start = words.count > 2 ? words[2].start : range.end
        meaning = .limit(kind, SourceRange(start, range.end))
        isChinese = false
        return
      }
    }
    return nil
  }

  private static func words(of range: SourceRange, in source: SourceText) -> [SourceRange] {
    source.bytes[range.start..<range.end].split { $0.isBlank || $0 == 0x0A || $0 == 0x0D }.map {
      SourceRange($0.startIndex, $0.endIndex)
    }
  }

  private static func isChinese(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.isHan }
  }

  private static let plain: [String: Meaning] = {
    var phrases: [String: Meaning] = [
      "when": .when, "当": .when, "suspended when": .suspendedWhen, "中止": .suspendedWhen,
    ]
    for kind in ListOperator.allCases {
      phrases[kind.words.english] = .list(kind)
      phrases[kind.words.chinese] = .list(kind)
    }
    return phrases
  }()

  /// Every phrase, for finding what somebody meant.
  static let known: [String] =
    plain.keys.sorted() + Limit.Kind.allCases.flatMap { [$0.words.english, $0.words.chinese] }

  /// What is lost where the phrase `words` is not read.
  static func effect(of words: String) -> Bilingual {
    switch plain[words.lowercased()] {
    case .list:
      return Bilingual("the list below would have no rule", "下面的列表就没有规则词")
    case .when, .suspendedWhen:
      return Bilingual("the condition would not count", "条件就不起作用")
    case .limit, nil:
      let isLimit = Limit.Kind.allCases.contains {
        words.lowercased().hasPrefix($0.words.english) || words.hasPrefix($0.words.chinese)
      }
      return isLimit
        ? Bilingual("the limit would not count", "限额就不起作用")
        : Bilingual("the asterisks would print as they are", "星号会原样显示")
    }
  }
}
