import ExpressionLanguage

extension WordsComparison {
  /// What somebody says: the Chinese, the English.
  struct Saying {
    var language: Language
    var quantities: [SpokenQuantity]

    init(_ language: Language, _ quantities: [SpokenQuantity]) {
      (self.language, self.quantities) = (language, quantities)
    }

    /// The quantities as a reader of English or of Chinese takes them in.
    var text: Bilingual {
      let texts = quantities.map { quantity -> Bilingual in
        let number = quantity.number.shortest
        let english =
          language == .english
          ? quantity.text : number + " " + quantity.unit.name(.english, singular: number == "1")
        return Bilingual(english, "“\(quantity.text)”")
      }
      return Bilingual(
        texts.map(\.english).joined(separator: " and "),
        texts.map(\.chinese).joined(separator: "和")
      )
    }

    /// *the Chinese says 5 years*.
    var clause: Bilingual {
      let name = WordsComparison.name(of: language)
      return Bilingual(
        "the \(name.english) says \(text.english)",
        "\(name.chinese)为\(text.chinese)"
      )
    }
  }

  private static func name(of language: Language) -> Bilingual {
    language == .english ? Bilingual("English", "英文") : Bilingual("Chinese", "中文")
  }

  private func says(_ tested: [SpokenQuantity]) -> Bilingual {
    let text = Saying(.english, tested).text
    let place = line.map { Bilingual(" (line \($0))", "（第\($0)行）") } ?? Bilingual("", "")
    return Bilingual(
      "the test says \(text.english)\(place.english)",
      "条件为\(text.chinese)\(place.chinese)"
    )
  }

  private func warning(_ range: SourceRange, _ reason: Bilingual) -> Diagnostic {
    let first = reason.english.prefix(1).uppercased()
    return Diagnostic(
      "words-differ",
      .warning,
      at: range,
      Bilingual("the words and the test differ", "文字与条件不一致"),
      reason: Bilingual(first + reason.english.dropFirst() + ".", reason.chinese + "。"),
      fix: Bilingual("amend all three, or none", "三处一并修改，或者都不改")
    )
  }

  /// One language says something else than the test; the other language, if it says anything,
  /// something else again.
  func differ(
    _ range: SourceRange,
    _ sayings: [Saying],
    against others: [Saying],
    _ tested: [SpokenQuantity]
  ) -> Diagnostic {
    let (mine, test) = (sayings.map(\.clause), says(tested))
    let rest = others.map(\.clause)
    return warning(
      range,
      Bilingual(
        mine.map(\.english).joined(separator: " and ") + "; "
          + (rest.map(\.english) + [test.english]).joined(separator: " and "),
        mine.map(\.chinese).joined(separator: "，") + "；"
          + (rest.map(\.chinese) + [test.chinese]).joined(separator: "，")
      )
    )
  }

  /// Both languages say one thing, the test another.
  func differ(
    _ range: SourceRange,
    agreeing sayings: [Saying],
    _ tested: [SpokenQuantity]
  ) -> Diagnostic {
    differ(range, sayings, against: [], tested)
  }

  /// One language and the test say something of which the other language says nothing.
  func missing(
    _ quantity: SpokenQuantity,
    _ saying: Saying,
    in side: Side,
    _ tested: [SpokenQuantity]
  ) -> Diagnostic {
    let name = WordsComparison.name(of: side.language)
    let test = says(tested.filter { SpokenQuantities.same($0, quantity) })
    return warning(
      side.ranges.first ?? quantity.range,
      Bilingual(
        "the \(name.english) does not say it; \(saying.clause.english) and \(test.english)",
        "\(name.chinese)没有写明；\(saying.clause.chinese)，\(test.chinese)"
      )
    )
  }

  private func disagreement(_ range: SourceRange, _ reason: Bilingual) -> Diagnostic {
    Diagnostic(
      "languages-differ",
      .warning,
      at: range,
      Bilingual("the two languages differ", "中英文不一致"),
      reason: reason,
      fix: Bilingual("amend both, or neither", "两种文字一并修改，或者都不改")
    )
  }

  /// Each language says something else; the caret is on what stands second.
  func pair(_ chinese: SpokenQuantity, _ english: SpokenQuantity) -> Diagnostic {
    let (first, second) = (Saying(.chinese, [chinese]).clause, Saying(.english, [english]).clause)
    let range = chinese.range.start > english.range.start ? chinese.range : english.range
    return disagreement(
      range,
      Bilingual(
        "T" + first.english.dropFirst() + "; \(second.english).",
        "\(first.chinese)，\(second.chinese)。"
      )
    )
  }

  /// One language says something of which the other says nothing.
  func alone(_ quantity: SpokenQuantity, _ language: Language) -> Diagnostic {
    let clause = Saying(language, [quantity]).clause
    let name = WordsComparison.name(of: language == .english ? .chinese : .english)
    return disagreement(
      quantity.range,
      Bilingual(
        "T" + clause.english.dropFirst() + "; the \(name.english) does not say it.",
        "\(clause.chinese)，\(name.chinese)没有写明。"
      )
    )
  }
}
