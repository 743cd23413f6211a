extension ExpressionParser {
  /// What to say about the token at hand, where another was wanted.
  func unexpected(wanted: String? = nil) -> Diagnostic {
    let range = token.range
    let text = source.text(range)
    if token.kind == .end {
      let what = wanted ?? "…"
      return Diagnostic(
        "unfinished-expression",
        at: SourceRange(max(0, range.start - 1), range.start),
        Bilingual("the expression stops too early", "表达式不完整"),
        reason: wanted.map { Bilingual("\($0) is missing at the end.", "末尾缺少“\($0)”。") },
        fix: Bilingual("complete it with \(what)", "补全\(what)")
      )
    }
    if let words = unknownWords() {
      return .unknownName(
        source.text(words),
        isCall: false,
        known: known,
        attributes: attributes,
        at: words
      )
    }
    if token.kind == .sign("/") || token.kind == .sign("=") && wanted == nil {
      return Diagnostic(
        "unexpected",
        at: range,
        Bilingual("\(text) does not belong here", "此处不应有“\(text)”"),
        reason: Bilingual(
          "It stands between two numbers, once.",
          "它写在两个数之间，只写一个。"
        ),
        fix: Bilingual("take it out, or write what is missing", "删去，或补上缺少的部分")
      )
    }
    if case .word(let word) = token.kind, Unit.named(word) != nil {
      return Diagnostic(
        "unexpected",
        at: range,
        Bilingual("\(text) does not belong here", "此处不应有“\(text)”"),
        reason: Bilingual("A unit is read only after a number.", "单位只能写在数字之后。"),
        fix: Bilingual("take it out, or write a number before it", "删去，或在前面写上数字")
      )
    }
    return Diagnostic(
      "unexpected",
      at: range,
      Bilingual("\(text) does not belong here", "此处不应有“\(text)”"),
      reason: wanted.map {
        Bilingual("The expression needs \($0) at this place.", "此处需要“\($0)”。")
      }
        ?? Bilingual(
          "At this place stands a value, a name, a sign between two of them, or the end.",
          "此处应为取值、名称、两者之间的符号，或表达式到此结束。"
        ),
      fix: Bilingual("take it out, or write what is missing", "删去，或补上缺少的部分")
    )
  }
}

extension ExpressionParser {
  /// The words around the token at hand, where it goes on with a name that was cut short: of
  /// *prize money* only *prize* is known.
  private func unknownWords() -> SourceRange? {
    func isNameWord(_ position: Int) -> Bool {
      guard tokens.indices.contains(position), case .word(let word) = tokens[position].kind
      else { return false }
      return !NameKey.reserved.contains(word.lowercased()) && word.lowercased() != "in"
        && Unit.named(word) == nil
    }
    guard isNameWord(index), isNameWord(index - 1) else { return nil }
    var (first, last) = (index, index)
    while isNameWord(first - 1) { first -= 1 }
    while isNameWord(last + 1) { last += 1 }
    return tokens[first].range.extended(toCover: tokens[last].range)
  }
}

extension Diagnostic {
  /// What the lexer says of a cell, as it is said of an expression: a comma there is no *or*.
  var inExpression: Diagnostic {
    guard id == "comma-in-number" else { return self }
    var told = self
    told.reason = Bilingual(
      "A comma parts one argument or value from the next; digits are grouped with _.",
      "逗号用来分隔参数或取值；数字分组用 _。"
    )
    return told
  }

  static func emptyExpression(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "empty-expression",
      at: range,
      Bilingual("there is no expression here", "此处没有表达式"),
      fix: Bilingual("write one, or take the signs away", "写上表达式，或删去标记")
    )
  }

  static func tooDeep(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "too-deep",
      at: range,
      Bilingual("nested too deeply", "嵌套过深"),
      reason: Bilingual(
        "Brackets and conditions nest at most \(ExpressionParser.deepest) deep.",
        "括号和条件最多嵌套\(ExpressionParser.deepest)层。"
      ),
      fix: Bilingual("name the inner parts under headings of their own", "把内层各部分分列标题命名")
    )
  }

  static func monthInExpression(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "month-in-expression",
      at: range,
      Bilingual("a month where a day is wanted", "此处应写日期而非月份"),
      reason: Bilingual(
        "Months alone stand only in tables of spells.",
        "只有起止记录表中才单写月份。"
      ),
      fix: Bilingual("\(text)-01, or the last day", "\(text)-01，或当月最后一日")
    )
  }

  static func notWithoutBracket(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "not-without-bracket",
      at: range,
      Bilingual("not wants brackets", "not 后要加括号"),
      reason: Bilingual("Without them it is unclear what is denied.", "不加括号就看不出否定的范围。"),
      fix: Bilingual("not(…)", "not(…)")
    )
  }

  /// A word after a number that names no unit.
  package static func unknownUnit(_ word: String, known: KnownNames, at range: SourceRange)
    -> Diagnostic
  {
    let units = ["years", "months", "days", "working days", "points", "yuan", "people"]
    let near = Spelling.nearest(to: word, among: units + known.units.keys.sorted())
    return Diagnostic(
      "unknown-unit",
      at: range,
      Bilingual("\(word) is not a unit", "没有“\(word)”这个单位"),
      reason: Bilingual(
        "After a number stands a unit: \(units.joined(separator: ", ")), or one of the dictionary.",
        "数字之后写单位：\(units.joined(separator: "、"))，或数据字典中的单位。"
      ),
      fix: near.map { Bilingual($0, $0) }
    )
  }

  static func notAList(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "not-a-list",
      at: range,
      Bilingual("in wants a list", "in 后应为清单"),
      reason: Bilingual(
        "After in stands a range, values in brackets, or the name of a list.",
        "in 之后写区间、括号内的若干取值，或清单的名称。"
      ),
      fix: Bilingual("in (\"a\", \"b\")", "in (\"a\", \"b\")")
    )
  }

  static func unknownAttribute(
    _ text: String,
    of records: String,
    known: Set<String>,
    at range: SourceRange
  ) -> Diagnostic {
    let near = Spelling.nearest(to: NameKey.of(text), among: known.sorted())
    return Diagnostic(
      "unknown-attribute",
      at: range,
      Bilingual("\(records) have no \(text)", "“\(records)”没有“\(text)”这一项"),
      reason: Bilingual(
        "They have: \(known.sorted().joined(separator: ", ")).",
        "各项为：\(known.sorted().joined(separator: "、"))。"
      ),
      fix: near.map { Bilingual($0, $0) } ?? Bilingual("one of these", "改为其中一项")
    )
  }

  static func unknownName(
    _ text: String,
    isCall: Bool,
    known: KnownNames,
    attributes: Set<String>,
    at range: SourceRange
  ) -> Diagnostic {
    let key = NameKey.of(text)
    if let hint = known.hints[key] { return hinted(text, hint, at: range) }
    let words = key.split(separator: " ")
    if let last = words.last, let dash = last.lastIndex(of: "-"),
      last[last.index(after: dash)...].allSatisfy(\.isNumber), dash != last.startIndex
    {
      let better =
        key.prefix(upTo: key.index(key.endIndex, offsetBy: -last[dash...].count))
        + " - " + last[last.index(after: dash)...]
      return Diagnostic(
        "minus-without-spaces",
        at: range,
        Bilingual("a minus without spaces", "减号两侧缺空格"),
        reason: Bilingual(
          "A hyphen belongs to the name, so \(text) reads as one name, and no such name exists.",
          "连字符属于名称的一部分，“\(text)”会读成一个名称，而没有这个名称。"
        ),
        fix: Bilingual(String(better), String(better))
      )
    }
    let functions = isCall ? KnownNames.functions : []
    let near = Spelling.nearest(
      to: key,
      among: known.names.union(attributes).union(functions).sorted()
    )
    return Diagnostic(
      "unknown-name",
      at: range,
      isCall
        ? Bilingual("there is no function or rule \(text)", "没有“\(text)”这个函数或规则")
        : Bilingual("nothing is called \(text)", "没有名为“\(text)”的事实或规则"),
      reason: Bilingual(
        "A name is the English label of a fact, a record or a rule, or is taken by uses:.",
        "名称是事实、记录或规则的英文标题，或由 uses: 引入。"
      ),
      fix: near.map { Bilingual($0, $0) }
        ?? Bilingual(
          "declare it, take it by uses:, or quote it if it is a value",
          "先声明，或由 uses: 引入；若是取值请加引号"
        )
    )
  }

  private static func hinted(
    _ text: String,
    _ hint: KnownNames.Hint,
    at range: SourceRange
  ) -> Diagnostic {
    switch hint {
    case .value(let owner, let place):
      return Diagnostic(
        "value-without-quotes",
        at: range,
        Bilingual("a value without quotes", "取值缺引号"),
        reason: Bilingual(
          "No fact or rule is called \(text); it is a value of \(owner) (\(place.english)).",
          "没有名为\(text)的事实或规则；它是“\(owner)”的取值（\(place.chinese)）。"
        ),
        fix: Bilingual("\"\(text)\"", "\"\(text)\"")
      )
    case .chineseLabel(let name):
      return Diagnostic(
        "chinese-in-test",
        at: range,
        Bilingual("a Chinese label in a test", "条件中用了中文标签"),
        reason: Bilingual(
          "Tests are written with English names; this is the label of \(name).",
          "条件用英文名称书写；这是“\(name)”的中文标签。"
        ),
        fix: Bilingual(name, name)
      )
    case .chineseValue(let value):
      return Diagnostic(
        "chinese-in-test",
        at: range,
        Bilingual("a Chinese label in a test", "条件中用了中文标签"),
        reason: Bilingual(
          "Tests are written with English values; this is the label of \"\(value)\".",
          "条件用英文取值书写；这是“\(value)”的中文标签。"
        ),
        fix: Bilingual("\"\(value)\"", "\"\(value)\"")
      )
    case .elsewhere(let policy):
      return Diagnostic(
        "name-of-another-measure",
        at: range,
        Bilingual("a name of another measure", "这是另一办法中的名称"),
        reason: Bilingual(
          "\(text) is a rule of \(policy), which this measure does not take.",
          "“\(text)”是\(policy)中的规则，本办法没有引入。"
        ),
        fix: Bilingual(
          "under uses: write \(policy): \(text)",
          "在 uses: 下写 \(policy): \(text)"
        )
      )
    }
  }
}
