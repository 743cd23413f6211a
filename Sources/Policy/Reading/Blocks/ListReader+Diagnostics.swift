import ExpressionLanguage

extension Diagnostic {
  static func itemForm(
    _ marker: ItemMarker,
    expected: Int,
    in source: SourceText
  ) -> Diagnostic {
    let written = source.text(marker.range)
    let number = marker.number ?? expected
    let fix = Bilingual("\(number). ", "\(number). ")
    switch marker.form {
    case .bullet:
      return Diagnostic(
        "bullet",
        at: marker.range,
        Bilingual("a bullet in place of a number", "用了项目符号"),
        reason: Bilingual(
          "Every item has a number, so that it can be cited.",
          "每一项都有编号，才能被引用。"
        ),
        fix: fix
      )
    case .bracket:
      return Diagnostic(
        "item-bracket",
        at: marker.range,
        Bilingual("\(written) in place of \(number).", "编号写成了\(written)"),
        reason: Bilingual(
          "Items are numbered with a point.",
          "列表项的编号用半角句点。"
        ),
        fix: fix
      )
    case .enumerationComma, .fullWidthPoint:
      return Diagnostic(
        "item-not-a-list",
        at: marker.range,
        Bilingual("\(written) makes no list", "\(written)不成列表"),
        reason: Bilingual(
          "Markdown takes these lines for one paragraph, so the items would have no number.",
          "Markdown会把这几行当作一段，各项就没有编号。"
        ),
        fix: fix
      )
    case .noSpace, .point:
      return Diagnostic(
        "item-without-space",
        at: marker.range,
        Bilingual("no space after \(written)", "\(written)后缺空格"),
        reason: Bilingual(
          "Markdown takes this line for prose, and the item is lost.",
          "Markdown会把本行当作正文，这一项就丢失了。"
        ),
        fix: fix
      )
    }
  }

  static func itemNumber(
    _ range: SourceRange,
    _ number: Int,
    after previous: Int?,
    expected: Int
  ) -> Diagnostic {
    Diagnostic(
      "item-number",
      at: range,
      previous.map { Bilingual("items numbered \($0), \(number)", "编号\($0)之后是\(number)") }
        ?? Bilingual("a list that begins at \(number)", "列表从\(number)开始"),
      reason: Bilingual(
        "Markdown prints 1, 2, 3 whatever is written, so a citation would name another item.",
        "无论怎样书写，Markdown都显示为1、2、3，引用时就会指到另一项。"
      ),
      fix: Bilingual("\(expected).", "\(expected).")
    )
  }

  static func itemDigits(_ range: SourceRange, _ number: Int) -> Diagnostic {
    Diagnostic(
      "item-number",
      at: range,
      Bilingual("a number written otherwise", "编号书写不规范"),
      reason: Bilingual(
        "Numbers are plain digits with no zero before them.",
        "编号用半角数字，前面不加零。"
      ),
      fix: Bilingual("\(number).", "\(number).")
    )
  }

  static func itemSpaces(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "item-spaces",
      at: range,
      Bilingual("too many spaces after the number", "编号后空格过多"),
      reason: Bilingual(
        "Markdown takes what follows five spaces for program code.",
        "编号后有五个空格时，Markdown把后面的文字当作程序代码。"
      ),
      fix: Bilingual("one space", "空一格")
    )
  }

  static func itemIndent(_ range: SourceRange, _ indent: Int, wanted: Int) -> Diagnostic {
    Diagnostic(
      "item-indent",
      at: range,
      Bilingual("an item indented by \(indent) spaces", "本项缩进了\(indent)个空格"),
      reason: Bilingual(
        "Which list it belongs to cannot be told: items of one list stand under each other, a list "
          + "below an item under that item's words.",
        "看不出它属于哪一个列表：同一列表的各项左端对齐，下一级列表与上一级的文字对齐。"
      ),
      fix: wanted == 0
        ? Bilingual("no spaces before it", "去掉行首空格")
        : Bilingual("\(wanted) spaces before it", "行首\(wanted)个空格")
    )
  }

  static func listTooDeep(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "list-too-deep",
      at: range,
      Bilingual("a list of the fourth level", "列表超过三级"),
      reason: Bilingual(
        "Lists nest \(ReadingLimits.listDepth) deep; what stands here was not read.",
        "列表至多\(ReadingLimits.listDepth)级；此处未读。"
      ),
      fix: Bilingual("a heading of its own for the inner list", "给内层列表单设一个标题")
    )
  }

  static func lazyLine(_ range: SourceRange, number: Int, indent: Int) -> Diagnostic {
    Diagnostic(
      "line-became-item",
      at: range,
      Bilingual("this line became part of item \(number)", "列表后缺空行"),
      reason: Bilingual(
        "A list ends at a blank line; a further line of an item is indented as far as its words.",
        "列表到空行为止；列表项的续行与该项文字对齐。"
      ),
      fix: Bilingual(
        "a blank line above it, or \(indent) spaces before it",
        "在本行前加一个空行，或在行首加\(indent)个空格"
      )
    )
  }

  static func secondParagraph(_ range: SourceRange, number: Int) -> Diagnostic {
    Diagnostic(
      "item-paragraph",
      at: range,
      Bilingual("a second paragraph in item \(number)", "第\(number)项有第二段"),
      reason: Bilingual(
        "An item is one paragraph, then perhaps a list; this was not read.",
        "一项只有一段文字，其后可以有下级列表；此处未读。"
      ),
      fix: Bilingual("no blank line inside the item", "去掉项内的空行")
    )
  }

  static func textAfterSublist(_ range: SourceRange, number: Int) -> Diagnostic {
    Diagnostic(
      "text-after-list",
      at: range,
      Bilingual("words after the list of item \(number)", "第\(number)项的下级列表之后还有文字"),
      reason: Bilingual(
        "Markdown joins this line to the last item of that list.",
        "Markdown会把本行并入下级列表的最后一项。"
      ),
      fix: Bilingual("before the list", "移到下级列表之前")
    )
  }

  static func blockInItem(_ range: SourceRange, number: Int) -> Diagnostic {
    Diagnostic(
      "block-in-item",
      at: range,
      Bilingual("item \(number) holds something other than words", "第\(number)项里有文字以外的内容"),
      reason: Bilingual(
        "An item has words and a test, or words and a list.",
        "一项由文字和条件，或文字和下级列表组成。"
      ),
      fix: Bilingual("under a heading of its own", "单设一个标题")
    )
  }
}

extension Diagnostic {
  static func listGlued(_ range: SourceRange, _ number: String) -> Diagnostic {
    Diagnostic(
      "list-glued",
      at: range,
      Bilingual("\(number) sticks to the line above", "列表前缺空行"),
      reason: Bilingual(
        "Markdown takes a line that begins with \(number) below prose for more prose.",
        "正文之下以\(number)开头的行，Markdown仍当作正文。"
      ),
      fix: Bilingual("a blank line above it", "在本行前加一个空行")
    )
  }

  static func markInProse(_ range: SourceRange, _ key: String) -> Diagnostic {
    Diagnostic(
      "misplaced-mark",
      at: range,
      Bilingual("\(key) has no place here", "\(key)不能标在这里"),
      reason: Bilingual(
        "A mark stands at the end of a heading, or of an item after its test; in prose it is not "
          + "read.",
        "标记写在标题末尾或列表项的条件之后；写在正文里不会被读取。"
      ),
      fix: Bilingual("at the end of the heading", "移到标题末尾")
    )
  }
}
