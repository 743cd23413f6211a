import ExpressionLanguage

extension Diagnostic {
  // MARK: Comments and quotations

  static func unclosedComment(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unclosed-comment",
      at: range,
      Bilingual("the comment does not end", "注释没有结束"),
      reason: Bilingual(
        "Everything below it is hidden from the page.",
        "其后的全部内容在页面上都看不到。"
      ),
      fix: Bilingual("--> at its end", "在注释末尾加-->")
    )
  }

  static func textAfterComment(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "text-after-comment",
      at: range,
      Bilingual("words after a comment", "注释之后还有文字"),
      reason: Bilingual(
        "The rest of this line belongs to the comment and is not read.",
        "本行余下的文字属于注释，不会被读取。"
      ),
      fix: Bilingual("on a line of their own", "另起一行")
    )
  }

  static func commentSplitsList(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "comment-in-block",
      at: range,
      Bilingual("a comment cuts the list", "注释截断了列表"),
      reason: Bilingual(
        "Markdown ends the list here and begins another below.",
        "Markdown到此结束列表，下面另成一个列表。"
      ),
      fix: Bilingual("above or below the list", "移到列表之前或之后")
    )
  }

  static func nestedQuotation(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "nested-quotation",
      at: range,
      Bilingual("a quotation in a quotation", "引文之内又有引文"),
      reason: Bilingual(
        "Quotations hold the official text and do not nest.",
        "引文是正式文本，不再嵌套。"
      ),
      fix: Bilingual(">", ">")
    )
  }

  static func lazyQuotation(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "line-became-quotation",
      at: range,
      Bilingual("this line became part of the quotation above", "引文后缺空行"),
      reason: Bilingual("A quotation ends at the first blank line.", "引文到第一个空行为止。"),
      fix: Bilingual("a blank line above it", "在本行前加一个空行")
    )
  }

  // MARK: Fences

  static func tildeFence(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "tilde-fence",
      at: range,
      Bilingual("a fence of tildes", "用波浪线围栏"),
      reason: Bilingual(
        "An expression stands between lines of three backticks.",
        "表达式写在两行三个反引号之间。"
      ),
      fix: Bilingual("```feel", "```feel")
    )
  }

  static func longFence(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "long-fence",
      at: range,
      Bilingual("more than three backticks", "反引号多于三个"),
      reason: Bilingual(
        "An expression stands between lines of three backticks.",
        "表达式写在两行三个反引号之间。"
      ),
      fix: Bilingual("```feel", "```feel")
    )
  }

  static func otherFence(_ range: SourceRange, _ info: String) -> Diagnostic {
    Diagnostic(
      "unknown-fence",
      at: range,
      info.isEmpty
        ? Bilingual("a fence of what?", "围栏没有写明语言")
        : Bilingual("a fence of \(info)", "围栏写的是\(info)"),
      reason: Bilingual(
        "Only an expression stands in a fence, and its first line says feel.",
        "围栏里只写表达式，首行写明feel。"
      ),
      fix: Bilingual("```feel", "```feel")
    )
  }

  static func unclosedFence(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unclosed-fence",
      at: range,
      Bilingual("the fence does not close", "围栏没有闭合"),
      reason: Bilingual(
        "Markdown takes all that follows for the expression.",
        "Markdown会把后面的全部内容当作表达式。"
      ),
      fix: Bilingual("``` on a line of its own below the expression", "在表达式下面单独写一行```")
    )
  }

  static func emptyFence(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "empty-fence",
      at: range,
      Bilingual("a fence with nothing in it", "围栏里没有内容"),
      reason: Bilingual("It holds one expression.", "围栏里写一个表达式。"),
      fix: Bilingual("the expression, or no fence", "写上表达式，或删去围栏")
    )
  }

  // MARK: Lines

  static func indentedLine(_ range: SourceRange, _ indent: Int) -> Diagnostic {
    let isCode = indent >= 4
    return Diagnostic(
      isCode ? "indented-code" : "indented-line",
      at: range,
      isCode
        ? Bilingual("an indented line", "缩进的行")
        : Bilingual("spaces at the head of the line", "行首有空格"),
      reason: isCode
        ? Bilingual(
          "Markdown takes a line after four spaces for program code.",
          "行首有四个空格时，Markdown当作程序代码。"
        )
        : Bilingual(
          "Only what belongs to an item is indented.",
          "只有属于列表项的行才缩进。"
        ),
      fix: Bilingual("no spaces before it", "去掉行首空格")
    )
  }

  static func setextHeading(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "setext-heading",
      at: range,
      Bilingual("the line above became a heading", "上一行成了标题"),
      reason: Bilingual(
        "Markdown makes a heading of a line with dashes or equals signs below it.",
        "下一行是短横线或等号时，Markdown把上一行当作标题。"
      ),
      fix: Bilingual("delete it, or write the heading with #", "删去，或用#写标题")
    )
  }

  static func thematicBreak(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "thematic-break",
      at: range,
      Bilingual("a line across the page", "分隔线"),
      reason: Bilingual("A measure is divided by headings only.", "办法只用标题分隔。"),
      fix: Bilingual("delete it", "删去")
    )
  }

  static func textBeforeHeading(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "text-before-heading",
      at: range,
      Bilingual("text before the first heading", "第一个标题之前有文字"),
      reason: Bilingual(
        "Everything in a file stands under a heading, which is its citation.",
        "文件中的一切内容都在标题之下，标题就是它的出处。"
      ),
      fix: Bilingual("a heading above it", "在前面加标题")
    )
  }

  static func tooManySections(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "too-many-sections",
      at: range,
      Bilingual("the file has too many headings", "标题过多"),
      reason: Bilingual(
        "A file may have \(ReadingLimits.sections); what follows was not read.",
        "一个文件至多\(ReadingLimits.sections)个标题；其后内容未读。"
      ),
      fix: Bilingual("split it into several measures", "拆成几份办法")
    )
  }
}
