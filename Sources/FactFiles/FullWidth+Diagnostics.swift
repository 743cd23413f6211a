import ExpressionLanguage

/// What is said about full-width punctuation, in either notation.
extension Diagnostic {
  /// `：` where `: ` is meant; `text` is what stands around it, for the fix.
  static func fullWidthColon(
    at colon: SourceRange,
    in text: SourceRange,
    bytes: [UInt8]
  ) -> Diagnostic {
    let before = Diagnostic.line(bytes, text.start, colon.start, last: true)
    let after = Diagnostic.line(bytes, colon.end, text.end, last: false)
    let meant = "\(before): \(after)"
    return Diagnostic(
      "full-width-colon",
      at: colon,
      Bilingual("a full-width colon", "全角冒号"),
      reason: Bilingual(
        "This line has no colon that counts: the input method wrote ： where : is meant.",
        "这一行没有有效的冒号：输入法写成了全角“：”，应当是半角“:”加空格。"
      ),
      fix: Bilingual(
        "\(meant) (a plain colon and a space); if it is text, put \"…\" around it",
        "\(meant)（半角冒号加空格）；如果是正文，用 \"…\" 括起来"
      )
    )
  }

  static func fullWidthComma(at range: SourceRange, written: String) -> Diagnostic {
    Diagnostic(
      "full-width-comma",
      at: range,
      Bilingual("a full-width comma", "全角逗号或顿号"),
      reason: Bilingual(
        "Inside brackets only the plain comma parts one value from the next; \(written) does not.",
        "括号内只有半角逗号能分隔各项，“\(written)”不能。"
      ),
      fix: Bilingual(
        "a plain comma and a space; if it is text, put \"…\" around it",
        "半角逗号加空格；如果是正文，用 \"…\" 括起来"
      )
    )
  }

  static func curlyQuotes(at range: SourceRange, text: String) -> Diagnostic {
    let inner = Excerpt.of(text.trimming(FullWidth.quotes + ["\"", "'"]))
    return Diagnostic(
      "curly-quotes",
      at: range,
      Bilingual("curly quotes", "全角引号"),
      reason: Bilingual(
        "Values stand in straight quotes; the input method wrote “ and ”.",
        "值应当用半角引号；输入法写成了“ ”。"
      ),
      fix: Bilingual(
        "\"\(inner)\"; if the curly quotes belong to the text, straight ones around all of it",
        "\"\(inner)\"；如果引号属于正文，在整段外面再加半角引号"
      )
    )
  }

  static func fullWidthBracket(at range: SourceRange, meant: String) -> Diagnostic {
    Diagnostic(
      "full-width-bracket",
      at: range,
      Bilingual("a full-width bracket", "全角括号"),
      reason: Bilingual(
        "The input method wrote a wide bracket where \(meant) is meant.",
        "输入法写成了全角括号，应当是半角 \(meant)。"
      ),
      fix: Bilingual(meant, meant)
    )
  }

  static func fullWidthSpace(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "full-width-space",
      at: range,
      Bilingual("a full-width space", "全角空格"),
      reason: Bilingual(
        "A wide or unbreakable space counts as text, though nobody sees it.",
        "全角空格（或不换行空格）会被当作文字，却看不出来。"
      ),
      fix: Bilingual(
        "plain spaces; if it is text, put \"…\" around it",
        "改用半角空格；如果是正文，用 \"…\" 括起来"
      )
    )
  }

  /// The first or last line of what stands between two offsets, short enough for a message.
  static func line(_ bytes: [UInt8], _ start: Int, _ end: Int, last: Bool) -> String {
    let text = String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline)
    let line = (last ? lines.last : lines.first).map(String.init) ?? ""
    return Excerpt.of(line.trimming([" ", "\t"] + FullWidth.spaces))
  }
}
