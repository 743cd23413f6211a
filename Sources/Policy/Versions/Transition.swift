package import ExpressionLanguage

/// Which version decides a case that began before a change and is decided after it.
///
/// New law does not reach back (法不溯及既往): without a word a case goes on under the version of
/// the day on which it began. A change may say otherwise.
package struct Transition: Hashable, Sendable {
  /// The closed vocabulary.
  package enum Word: String, CaseIterable, Sendable {
    /// The version in force on the day on which the case began.
    case declarationDay = "by declaration day"
    /// The version in force on the day of the decision.
    case decisionDay = "by decision day"
    /// Either of them, whichever gives the person the better outcome.
    case better = "whichever is better"

    /// The word in Chinese.
    package var chinese: String {
      switch self {
      case .declarationDay: "按申报日"
      case .decisionDay: "按决定日"
      case .better: "从旧兼从有利"
      }
    }

    /// The word in both languages.
    package var text: Bilingual { Bilingual(rawValue, chinese) }
  }

  /// What holds where nothing is said.
  package static let silent = Transition(word: .declarationDay)

  /// Which version decides.
  package var word: Word
  /// The last day of decision on which that holds; after it the newer version decides.
  package var until: CivilDate?
  /// Where the change says so, such as `Article 2`; empty where it does not tell.
  package var place: Bilingual

  /// Creates a rule.
  package init(word: Word, until: CivilDate? = nil, place: Bilingual = Bilingual("", "")) {
    self.word = word
    self.until = until
    self.place = place
  }

  /// Which version a decision on `day` asks for.
  package func word(on day: CivilDate) -> Word {
    if let until, day > until { return .decisionDay }
    return word
  }

  /// Reads `by declaration day until 2027-06-30, Article 2`, with the Chinese word as a gloss.
  init?(_ entry: FrontEntry, _ diagnostics: inout DiagnosticSet) {
    let halves = Glossed.halves(entry.value)
    let parts = halves.english.split(separator: ",", maxSplits: 1).map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let said = parts.first ?? ""
    guard
      let word = Word.allCases.first(where: {
        said == $0.rawValue || said.hasPrefix($0.rawValue + " until ")
      })
    else {
      diagnostics.insert(.unknownTransition(said, at: entry.valueRange))
      return nil
    }
    var until: CivilDate?
    if said != word.rawValue {
      let day = String(said.dropFirst(word.rawValue.count + " until ".count))
      until = CivilDate(day)
      if until == nil || word == .decisionDay {
        diagnostics.insert(.unknownTransition(said, at: entry.valueRange))
        return nil
      }
    }
    if !halves.chinese.isEmpty, !halves.chinese.hasPrefix(word.chinese) {
      diagnostics.insert(.transitionGloss(word, halves.chinese, at: entry.valueRange))
    }
    let chinese = halves.chinese.split(maxSplits: 1) { $0 == "，" || $0 == "," }
    self.init(
      word: word,
      until: until,
      place: Bilingual(
        parts.count > 1 ? parts[1] : "",
        chinese.count > 1 ? String(chinese[1]).trimmingSpaces : ""
      )
    )
  }
}

extension Diagnostic {
  static func unknownTransition(_ text: String, at range: SourceRange) -> Diagnostic {
    let words = Transition.Word.allCases
    let near = Spelling.nearest(to: text, among: words.map(\.rawValue))
    return Diagnostic(
      "unknown-transition",
      at: range,
      Bilingual("who decides cases begun before?", "过渡规定写法不对"),
      reason: Bilingual(
        "A case begun before is decided \(words.map(\.rawValue).joined(separator: ", ")); the "
          + "first and the last may say until which day.",
        "施行前已开始的案件："
          + words.map { "\($0.rawValue)（\($0.chinese)）" }.joined(separator: "、")
          + "；第一种和第三种可以写明 until 和日期。"
      ),
      fix: near.map { Bilingual($0, $0) }
        ?? Bilingual(
          "by declaration day, or by declaration day until 2027-06-30",
          "by declaration day，或 by declaration day until 2027-06-30"
        )
    )
  }

  static func transitionGloss(
    _ word: Transition.Word,
    _ chinese: String,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "transition-gloss",
      at: range,
      Bilingual("the two languages disagree", "两种语言不一致"),
      reason: Bilingual(
        "\(word.rawValue) is \(word.chinese) in Chinese, and here stands \(chinese).",
        "\(word.rawValue) 的中文是“\(word.chinese)”，这里写的是“\(chinese)”。"
      ),
      fix: Bilingual("\(word.chinese), or nothing", "“\(word.chinese)”，或不写中文")
    )
  }
}
