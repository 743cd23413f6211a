import ExpressionLanguage

/// What is said about YAML lines and brackets that do not fit together.
extension Diagnostic {
  /// A line that should have a colon and has none that counts; the cause decides the words.
  static func missingColon(
    _ text: SourceRange,
    kind: YAMLToken.Kind,
    bytes: [UInt8]
  ) -> Diagnostic {
    var end = text.start
    while end < text.end, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r") {
      end += 1
    }
    let line = SourceRange(text.start, end)
    if kind == .plain {
      if let colon = FullWidth.first(of: FullWidth.colons, in: line, bytes) {
        return fullWidthColon(at: colon, in: line, bytes: bytes)
      }
      if let colon = bytes[line.start..<line.end].firstIndex(of: UInt8(ascii: ":")) {
        return colonWithoutSpace(at: colon, in: line, bytes)
      }
    }
    let name = Diagnostic.line(bytes, line.start, line.end, last: false)
    return Diagnostic(
      "missing-colon",
      at: line,
      Bilingual("a line without a colon", "这一行没有冒号"),
      reason: Bilingual(
        "Here a name and its value are wanted, with a colon between them.",
        "这里应当是名称和值，中间用冒号隔开。"
      ),
      fix: Bilingual("\(name): value", "\(name): 值")
    )
  }

  static func colonWithoutSpace(
    at colon: Int,
    in text: SourceRange,
    _ bytes: [UInt8]
  ) -> Diagnostic {
    let range = SourceRange(colon, colon + 1)
    if let (scalar, space) = FullWidth.scalar(at: colon + 1, bytes),
      FullWidth.spaces.contains(scalar)
    {
      return fullWidthSpace(at: space)
    }
    let before = line(bytes, text.start, colon, last: true)
    let after = line(bytes, colon + 1, text.end, last: false)
    return Diagnostic(
      "colon-without-space",
      at: range,
      Bilingual("a colon without a space after it", "冒号后面没有空格"),
      reason: Bilingual(
        "A colon parts a name from its value only if a space follows.",
        "冒号后面有空格，才能把名称和值分开。"
      ),
      fix: Bilingual(
        "\(before): \(after); if it is text, put \"…\" around it",
        "\(before): \(after)；如果是正文，用 \"…\" 括起来"
      )
    )
  }

  static func secondColon(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "second-colon",
      at: range,
      Bilingual("a second colon on the line", "一行里有第二个冒号"),
      reason: Bilingual(
        "A line gives one name and one value; this colon would begin another.",
        "一行只写一个名称和一个值；这个冒号会再起一项。"
      ),
      fix: Bilingual(
        "put the value in \"…\" if the colon belongs to it, or begin a new line",
        "冒号属于值的，把值用 \"…\" 括起来；否则另起一行"
      )
    )
  }

  static func indentedTooFar(at range: SourceRange, valueLine: Int) -> Diagnostic {
    Diagnostic(
      "indented-too-far",
      at: range,
      Bilingual("a line set in too far", "缩进过深"),
      reason: Bilingual(
        "Line \(valueLine) has a value already, so nothing may be set in below it.",
        "第 \(valueLine) 行已经有值，下面不能再缩进写别的项。"
      ),
      fix: Bilingual(
        "begin this line where line \(valueLine) begins",
        "让这一行与第 \(valueLine) 行左对齐"
      )
    )
  }

  static func unevenIndentation(at range: SourceRange, column: Int, open: [Int]) -> Diagnostic {
    let known = open.filter { $0 > 0 }.map(String.init)
    let fix =
      known.isEmpty
      ? Bilingual(
        "begin every name at the left margin, and what belongs to it two spaces further right",
        "各项名称顶格写，属于它的内容再缩进两个空格"
      )
      : Bilingual(
        "set the line in by \(known.joined(separator: " or ")) spaces, like its neighbours",
        "与同级各行对齐，缩进 \(known.joined(separator: " 或 ")) 个空格"
      )
    return Diagnostic(
      "uneven-indentation",
      at: range,
      Bilingual("uneven indentation", "缩进不齐"),
      reason: Bilingual(
        "Before this stand \(column) columns; no open entry above begins there.",
        "这里前面空了 \(column) 列；上面没有哪一项从这里开始。"
      ),
      fix: fix
    )
  }

  static func listOnKeyLine(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "list-on-key-line",
      at: range,
      Bilingual("a list on the line of its name", "列表写在了名称同一行"),
      reason: Bilingual(
        "An entry with - begins a line of its own.",
        "用 - 开头的一项应当另起一行。"
      ),
      fix: Bilingual(
        "begin a new line before -; a text that begins with - goes in \"…\"",
        "在 - 前换行；以 - 开头的正文用 \"…\" 括起来"
      )
    )
  }

  static func textAfterValue(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "text-after-value",
      at: range,
      Bilingual("text after the end of a value", "值结束后还有文字"),
      reason: Bilingual(
        "The quote or bracket before it ended the value.",
        "前面的引号或括号已经结束了这个值。"
      ),
      fix: Bilingual(
        "put all of it in one pair of quotes; inside \"…\" a quotation mark is written \\\"",
        "把整段放进一对引号；\"…\" 里面的引号写成 \\\""
      )
    )
  }

  static func textAfterBlockMark(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "text-after-block-mark",
      at: range,
      Bilingual("text on the line of | or >", "| 或 > 同一行有文字"),
      reason: Bilingual(
        "After | or > the text begins on the next line, set in.",
        "| 或 > 之后，正文应当从下一行缩进写起。"
      ),
      fix: Bilingual(
        "begin a new line; a text that begins with | or > goes in \"…\"",
        "换行书写；以 | 或 > 开头的正文用 \"…\" 括起来"
      )
    )
  }
}
