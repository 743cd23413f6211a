import ExpressionLanguage

extension Diagnostic {
  static func homelessBold(_ range: SourceRange, _ words: String, hasBlock: Bool) -> Diagnostic {
    Diagnostic(
      "homeless-bold",
      at: range,
      Bilingual("bold words that bind nothing", "粗体词没有着落"),
      reason: hasBlock
        ? Bilingual(
          "\(words) would be read in the paragraph directly above the rule; this paragraph is "
            + "another.",
          "\(words)只有写在规则正上方的一段里才会被读取，本段不是。"
        )
        : Bilingual(
          "\(words) would be read in the first paragraph under the heading; this is another.",
          "\(words)只有写在标题下第一段里才会被读取，本段不是。"
        ),
      fix: hasBlock
        ? Bilingual("into that paragraph, or plain", "移入那一段，或不用粗体")
        : Bilingual("into the first paragraph, or plain", "移入第一段，或不用粗体")
    )
  }

  static func unreadCode(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unread-expression",
      .warning,
      at: range,
      Bilingual("this expression is not read", "这个表达式不会被读取"),
      reason: Bilingual(
        "Above a rule an expression counts only directly after when, suspended when, at most or at "
          + "least in bold.",
        "规则之上的表达式，只有紧跟在粗体的当、中止、最高、最低之后才会被读取。"
      ),
      fix: Bilingual("the bold word before it, or no backticks", "在前面写上粗体词，或去掉反引号")
    )
  }

  static func twoRules(_ range: SourceRange, heading: String, line: Int) -> Diagnostic {
    Diagnostic(
      "two-rules",
      at: range,
      Bilingual("two rules under one heading", "一个标题下有两条规则"),
      reason: Bilingual(
        "The heading is the name of its rule: \(heading) has one already, on line \(line).",
        "标题就是规则的名称：“\(heading)”在第\(line)行已有一条规则。"
      ),
      fix: Bilingual("a heading of its own above this one", "在它前面另加一个标题")
    )
  }

  static func listWithoutWord(_ range: SourceRange, near word: String?) -> Diagnostic {
    Diagnostic(
      "list-without-word",
      at: range,
      Bilingual("a list without its word", "列表没有规则词"),
      reason: Bilingual(
        "Whether all items bind, or one, or their sum, is said above the list in bold: all of, any "
          + "of, none of, sum of, highest of, lowest of or means.",
        "各项是同时适用、择一适用还是相加，由列表上面的粗体词说明：同时符合、之一、不得有、合计、取最高、取最低、含义。"
      ),
      fix: word.map { Bilingual("**\($0)**", "**\($0)**") }
        ?? Bilingual("such as **all of** above the list", "例如在列表上面写**同时符合**")
    )
  }

  static func listWordWithoutList(
    _ range: SourceRange,
    _ words: String,
    below block: Block?
  ) -> Diagnostic {
    let what: Bilingual
    switch block {
    case .table: what = Bilingual("a table", "表格")
    case .fence: what = Bilingual("an expression", "表达式")
    case .list, nil: what = Bilingual("no list", "没有列表")
    }
    return Diagnostic(
      "list-word-without-list",
      at: range,
      Bilingual("\(words) stands over no list", "\(words)下面没有列表"),
      reason: block == nil
        ? Bilingual(
          "It says how the items of a list bind, and none follows.",
          "它说明列表各项如何适用，而下面没有列表。"
        )
        : Bilingual(
          "It says how the items of a list bind; what follows is \(what.english).",
          "它说明列表各项如何适用，而下面是\(what.chinese)。"
        ),
      fix: Bilingual("leave it plain, or write the list", "不用粗体，或补写列表")
    )
  }
}
