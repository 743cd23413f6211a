import ExpressionLanguage

/// What is said about strings and numbers that are not quite JSON.
extension Diagnostic {
  static func jsonTabInString(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "json-tab-in-string",
      at: range,
      Bilingual("a tab inside a text", "文字里有制表符"),
      reason: Bilingual(
        "Inside quotes JSON allows no tab as it stands.",
        "JSON 的引号里不能直接写制表符。"
      ),
      fix: Bilingual(#"a space, or \t"#, #"改为空格或 \t"#)
    )
  }

  static func jsonBadEscape(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "bad-escape",
      at: range,
      Bilingual("an escape that means nothing", "转义写法无效"),
      reason: Bilingual(
        #"After a backslash JSON knows " \ / b f n r t, and u with four digits from 0 to F."#,
        #"JSON 的反斜杠后面只能是 " \ / b f n r t，或者 u 加四位 0 到 F 的数字。"#
      ),
      fix: Bilingual(#"a backslash itself is written \\"#, #"反斜杠本身写成 \\"#)
    )
  }

  static func jsonLoneSurrogate(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "json-lone-surrogate",
      at: range,
      Bilingual("half a character", "半个字符"),
      reason: Bilingual(
        "This escape is one half of a pair (a surrogate), and the other half is missing.",
        "这个转义只是一对代理码中的一半，缺少另一半。"
      ),
      fix: Bilingual("write the character itself", "直接写该字符")
    )
  }

  static func jsonCommaInNumber(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "comma-in-number",
      at: range,
      Bilingual("a comma inside a number", "数字中有逗号"),
      reason: Bilingual(
        "In JSON a comma parts one entry from the next, so the number ended before it.",
        "JSON 用逗号分隔各项，数字到逗号前就结束了。"
      ),
      fix: Bilingual(
        "write the number without commas; a name stands in quotes",
        "数字中不写逗号；名称要加引号"
      )
    )
  }

  static func jsonExponent(_ text: String, meant: String?, at range: SourceRange) -> Diagnostic {
    let fix =
      meant.map { Bilingual($0, $0) } ?? Bilingual("write the number in digits", "用数字逐位写出")
    return Diagnostic(
      "json-exponent",
      at: range,
      Bilingual("a number with an exponent", "科学记数法"),
      reason: Bilingual(
        "Amounts and counts are written in digits, so that everybody reads them alike.",
        "金额和数量应当逐位写出，以免误读。"
      ),
      fix: fix
    )
  }

  static func jsonNumber(_ text: String, meant: String?, at range: SourceRange) -> Diagnostic {
    let text = Excerpt.of(text)
    let fix =
      meant.map {
        Bilingual("\($0); a code or a date goes in quotes", "\($0)；编号或日期加引号")
      } ?? Bilingual("\"\(text)\" if it is a code or a date", "编号或日期写成 \"\(text)\"")
    return Diagnostic(
      "json-number",
      at: range,
      Bilingual("\(text) is no number", "\(text) 不是数字"),
      reason: Bilingual(
        "JSON writes a number as digits without leading zeros, perhaps with - and one point.",
        "JSON 的数字不带前导零，只可有负号和一个小数点。"
      ),
      fix: fix
    )
  }
}
