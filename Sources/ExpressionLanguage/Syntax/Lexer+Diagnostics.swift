extension Diagnostic {
  static func tooLong(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "expression-too-long",
      at: range,
      Bilingual("this expression is too long", "表达式过长"),
      reason: Bilingual(
        "An expression holds at most \(Lexer.mostTokens) words and signs.",
        "一个表达式最多\(Lexer.mostTokens)个词和符号。"
      ),
      fix: Bilingual("name its parts under headings of their own", "把各部分分列标题，逐项命名")
    )
  }

  static func strangeCharacter(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "strange-character",
      at: range,
      Bilingual("\(text) means nothing here", "此处不能使用“\(text)”"),
      reason: Bilingual(
        "An expression is made of names, numbers, quoted values and the signs of arithmetic.",
        "表达式由名称、数、引号内的取值和运算符号组成。"
      ),
      fix: Bilingual("take it out", "删去该字符")
    )
  }

  static func foreignSign(_ sign: String, meant: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "foreign-sign",
      at: range,
      Bilingual("\(sign) is not a sign of this language", "没有“\(sign)”这个符号"),
      fix: Bilingual(meant, meant)
    )
  }

  static func openQuote(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "open-quote",
      at: range,
      Bilingual("a quote is not closed", "引号未闭合"),
      reason: Bilingual(
        "A value stands between two straight quotes on one line.",
        "取值写在同一行的一对英文引号内。"
      ),
      fix: Bilingual("a second \"", "补上另一个 \"")
    )
  }

  static func commaInNumber(_ text: String, unit: String, at range: SourceRange) -> Diagnostic {
    let parts = text.split(separator: ",").map(String.init)
    let better = parts.joined(separator: "_") + unit
    return Diagnostic(
      "comma-in-number",
      at: range,
      Bilingual("a comma inside a number", "数字中有逗号"),
      reason: Bilingual(
        "In a cell a comma means \"or\": this reads as \(parts.joined(separator: " or "))\(unit).",
        "在单元格中逗号表示“或”：这会读成\(parts.joined(separator: "或"))\(unit)。"
      ),
      fix: Bilingual(better, better)
    )
  }

  static func badNumber(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "bad-number",
      at: range,
      Bilingual("this number cannot be read", "数字无法读取"),
      reason: Bilingual(
        "A number has digits, at most \(DecimalLiteral.mostDecimals) of them after the point, "
          + "and fits 18 digits in all.",
        "数字由数码组成，小数不超过\(DecimalLiteral.mostDecimals)位，总共不超过18位。"
      ),
      fix: Bilingual("such as 12, 1_000, 0.25 or 10%", "例如 12、1_000、0.25 或 10%")
    )
  }

  static func noSuchDay(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "no-such-day",
      at: range,
      Bilingual("\(text) is not in the calendar", "日历上没有\(text)"),
      reason: Bilingual(
        "Months run from 01 to 12 and days to the end of their month.",
        "月份为01至12，日期不超过当月天数。"
      ),
      fix: Bilingual("a day that exists, such as 2024-01-31", "写实际存在的日期，例如 2024-01-31")
    )
  }

  static func noSuchTime(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "no-such-time",
      at: range,
      Bilingual("\(text) is not a time of day", "没有\(text)这个时刻"),
      fix: Bilingual("00:00 to 23:59", "00:00至23:59")
    )
  }

  static func fullWidth(_ text: String, meant: String, at range: SourceRange) -> Diagnostic {
    let shown = meant == " " ? Bilingual("a plain space", "半角空格") : Bilingual(meant, meant)
    return Diagnostic(
      "full-width-sign",
      at: range,
      Bilingual("a full-width sign", "全角符号"),
      reason: Bilingual(
        "Signs stand in half width; the input method wrote a wide one.",
        "符号用半角书写；此处是输入法产生的全角符号。"
      ),
      fix: shown
    )
  }

  static func curlyQuotes(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "curly-quotes",
      at: range,
      Bilingual("curly quotes", "全角引号"),
      reason: Bilingual(
        "Values stand in straight quotes; the input method wrote “ and ”.",
        "取值写在英文直引号内；此处是输入法产生的“和”。"
      ),
      fix: Bilingual("\"\(text)\"", "\"\(text)\"")
    )
  }
}
