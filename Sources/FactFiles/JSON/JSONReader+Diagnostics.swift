import ExpressionLanguage

/// What is said about a text that is not quite JSON.
extension Diagnostic {
  static func jsonComment(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "json-comment",
      at: range,
      Bilingual("a remark in JSON", "JSON 里有注释"),
      reason: Bilingual("JSON has no remarks.", "JSON 没有注释的写法。"),
      fix: Bilingual(
        "delete it, or write the file as YAML, where # begins a remark",
        "删去它；或者改写成 YAML 文件，用 # 写注释"
      )
    )
  }

  static func jsonTrailingComma(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "json-trailing-comma",
      at: range,
      Bilingual("a comma after the last entry", "最后一项后面有逗号"),
      reason: Bilingual("Nothing follows this comma.", "这个逗号后面没有内容。"),
      fix: Bilingual("delete the comma", "删去这个逗号")
    )
  }

  /// A comma that should stand at `offset`, right after a value.
  static func jsonMissingComma(after offset: Int) -> Diagnostic {
    Diagnostic(
      "missing-comma",
      at: SourceRange(offset, offset),
      Bilingual("a missing comma", "缺少逗号"),
      reason: Bilingual(
        "A comma parts one entry from the next, and another entry follows.",
        "各项之间要用半角逗号隔开，而后面还有一项。"
      ),
      fix: Bilingual("a comma here", "在这里加上半角逗号")
    )
  }

  static func jsonMissingColon(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "missing-colon",
      at: range,
      Bilingual("a name without a colon", "名称后面没有冒号"),
      reason: Bilingual(
        "Between a name and its value stands a colon.",
        "名称和值之间要用半角冒号隔开。"
      ),
      fix: Bilingual(#"{"name": "value"}"#, #"{"名称": "值"}"#)
    )
  }

  static func jsonFullWidthColon(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "full-width-colon",
      at: range,
      Bilingual("a full-width colon", "全角冒号"),
      reason: Bilingual(
        "The input method wrote ： where : is meant.",
        "输入法写成了全角“：”，应当是半角“:”。"
      ),
      fix: Bilingual("a plain colon", "改为半角冒号")
    )
  }

  static func jsonSingleQuotes(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "json-single-quotes",
      at: range,
      Bilingual("single quotes in JSON", "JSON 里用了单引号"),
      reason: Bilingual(
        "JSON knows double quotes only.",
        "JSON 只认双引号。"
      ),
      fix: Bilingual("\"…\" instead of '…'", "把 '…' 改为 \"…\"")
    )
  }

  static func jsonKeyWithoutQuotes(at range: SourceRange, _ source: SourceText) -> Diagnostic {
    let key = Excerpt.of(source.text(range))
    return Diagnostic(
      "json-key-without-quotes",
      at: range,
      Bilingual("a name without quotes", "名称缺引号"),
      reason: Bilingual(
        "In JSON every name stands in double quotes.",
        "JSON 里每个名称都要加双引号。"
      ),
      fix: Bilingual("\"\(key)\"", "\"\(key)\"")
    )
  }

  static func jsonKeyMissing(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "json-key-missing",
      at: range,
      Bilingual("a name is wanted here", "这里应当是名称"),
      reason: Bilingual(
        "Inside { } stand names in quotes, each with a colon and a value.",
        "{ } 里面是带引号的名称，各跟冒号和值。"
      ),
      fix: Bilingual(#""name": "value""#, #""名称": "值""#)
    )
  }

  static func jsonValueMissing(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "json-value-missing",
      at: range,
      Bilingual("a value is wanted here", "这里应当是值"),
      reason: Bilingual(
        "A value is text in quotes, a number, true or false, a list or a map.",
        "值可以是带引号的文字、数字、true 或 false、列表或映射。"
      ),
      fix: Bilingual(
        "write the value, in \"…\" if it is text",
        "写上值；文字用 \"…\" 括起来"
      )
    )
  }

  static func jsonBareWord(_ word: String, at range: SourceRange) -> Diagnostic {
    let word = Excerpt.of(word)
    let meant = ["true", "false"].first { $0 == word.lowercased() } ?? "\"\(word)\""
    return Diagnostic(
      "json-bare-word",
      at: range,
      Bilingual("a word without quotes", "文字缺引号"),
      reason: Bilingual(
        "JSON knows only true and false without quotes; \(word) is text.",
        "JSON 里不加引号的词只有 true 和 false；\(word) 是文字。"
      ),
      fix: Bilingual(meant, meant)
    )
  }

  static func jsonAfterEnd(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "json-after-end",
      at: range,
      Bilingual("text after the end", "结尾之后还有内容"),
      reason: Bilingual(
        "The facts ended before this; a file holds one person's facts.",
        "信息到前面就结束了；一个文件只写一个人的信息。"
      ),
      fix: Bilingual(
        "delete it, or move it inside the last bracket",
        "删去它，或者移到最后的括号里面"
      )
    )
  }
}
