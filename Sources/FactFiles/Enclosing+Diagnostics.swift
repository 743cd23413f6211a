import ExpressionLanguage

/// What is said about quotes and brackets, in either notation.
extension Diagnostic {
  static func unclosedQuote(at start: Int, bytes: [UInt8]) -> Diagnostic {
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r") {
      end += 1
    }
    let quote = String(Unicode.Scalar(bytes[start]))
    let curly = FullWidth.first(of: FullWidth.quotes, in: SourceRange(start, end), bytes)
    let fix =
      curly == nil
      ? Bilingual("a \(quote) at the end of the value", "在值的末尾加上 \(quote)")
      : Bilingual(
        "the input method wrote a curly quote; write \(quote) there",
        "输入法写成了全角引号，改为半角 \(quote)"
      )
    return Diagnostic(
      "unclosed-quote",
      at: SourceRange(start, start + 1),
      Bilingual("a quotation mark without its partner", "引号没有成对"),
      reason: Bilingual("The value that begins here never ends.", "从这里开始的值没有结束。"),
      fix: fix
    )
  }

  static func quoteClosedLate(at range: SourceRange, line: Int) -> Diagnostic {
    Diagnostic(
      "unclosed-quote",
      at: SourceRange(range.start, range.start + 1),
      Bilingual("a quotation mark without its partner", "引号没有成对"),
      reason: Bilingual(
        "The value that begins here ends only at the next quotation mark, on line \(line).",
        "从这里开始的值直到第 \(line) 行的下一个引号才结束。"
      ),
      fix: Bilingual("close the quotation mark on its own line", "在本行末尾补上引号")
    )
  }

  static func unclosedBracket(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unclosed-bracket",
      at: range,
      Bilingual("a bracket without its partner", "括号没有成对"),
      reason: Bilingual(
        "The bracket that opens here is not closed by its own kind.",
        "这里打开的括号没有用同样的括号关上。"
      ),
      fix: Bilingual("] for every [, } for every {", "[ 用 ] 关上，{ 用 } 关上")
    )
  }

  static func strayBracket(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "stray-bracket",
      at: range,
      Bilingual("a closing bracket too many", "多了一个右括号"),
      reason: Bilingual("No bracket is open here.", "这里没有打开的括号。"),
      fix: Bilingual(
        "delete it; if it is text, put \"…\" around it",
        "删去它；如果是正文，用 \"…\" 括起来"
      )
    )
  }

  static func missingComma(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "missing-comma",
      at: range,
      Bilingual("a missing comma", "缺少逗号"),
      reason: Bilingual(
        "Inside brackets a comma parts one entry from the next.",
        "括号内各项之间要用半角逗号隔开。"
      ),
      fix: Bilingual("a comma before it", "在前面加上半角逗号")
    )
  }

  static func badFirstCharacter(_ character: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "bad-first-character",
      at: range,
      Bilingual("text that begins with \(character)", "以 \(character) 开头的文字"),
      reason: Bilingual(
        "YAML keeps \(character) for itself where a value begins.",
        "在值的开头，\(character) 在 YAML 里另有用途。"
      ),
      fix: Bilingual("put the text in \"…\"", "用 \"…\" 把文字括起来")
    )
  }
}
