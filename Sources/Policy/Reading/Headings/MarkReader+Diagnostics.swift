import ExpressionLanguage

extension Diagnostic {
  static func markWithoutSpace(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "mark-without-space",
      at: range,
      Bilingual("no space before the brace", "花括号前缺空格"),
      reason: Bilingual(
        "A mark is set off from what stands before it.",
        "标记与前面的文字之间要隔开。"
      ),
      fix: Bilingual("a space before {", "在{前加一个空格")
    )
  }

  static func unclosedMark(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unclosed-mark",
      at: range,
      Bilingual("the brace does not close", "花括号没有闭合"),
      reason: Bilingual("A mark ends with } on the same line.", "标记在同一行以}结束。"),
      fix: Bilingual("} at its end", "在末尾加}")
    )
  }

  static func braceInMark(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "brace-in-mark",
      at: range,
      Bilingual("a brace inside a mark", "标记里又有花括号"),
      reason: Bilingual(
        "One mark has one pair of braces, with none inside.",
        "一个标记一对花括号，里面不再有花括号。"
      ),
      fix: Bilingual("close the first mark before the next", "先闭合前一个标记，再写下一个")
    )
  }

  static func emptyMark(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "empty-mark",
      at: range,
      Bilingual("an empty mark", "空标记"),
      reason: Bilingual("It says nothing.", "它什么也没有说。"),
      fix: Bilingual("delete it", "删去")
    )
  }

  static func twoMarks(_ range: SourceRange, second: String) -> Diagnostic {
    Diagnostic(
      "two-marks-in-one-brace",
      at: range,
      Bilingual("two marks in one pair of braces", "一对花括号里有两个标记"),
      reason: Bilingual(
        "All up to } counts as the value of the first mark, so \(second) would not be seen.",
        "}之前的文字都算第一个标记的值，\(second)会被忽略。"
      ),
      fix: Bilingual("{…} {\(second)…}", "{…} {\(second)…}")
    )
  }

  static func doubledMark(_ range: SourceRange, _ key: String, firstLine: Int) -> Diagnostic {
    Diagnostic(
      "doubled-mark",
      at: range,
      Bilingual("\(key) stands twice", "\(key)重复"),
      reason: Bilingual(
        "Line \(firstLine) says it already, and one of the two would count by chance.",
        "第\(firstLine)行已经标注，两者之中以哪个为准全凭偶然。"
      ),
      fix: Bilingual("delete one", "删去一个")
    )
  }

  static func unknownMark(_ range: SourceRange, _ key: String, known: [String]) -> Diagnostic {
    let list = known.joined(separator: ", ")
    return Diagnostic(
      "unknown-mark",
      at: range,
      Bilingual("no such mark: \(key)", "没有这个标记：\(key)"),
      reason: Bilingual("The marks here are \(list).", "此处可用的标记有：\(list)。"),
      fix: Spelling.nearest(to: key, among: known).map { Bilingual("{\($0)}", "{\($0)}") }
    )
  }

  static func misplacedMark(
    _ range: SourceRange,
    _ key: String,
    place: MarkKey.Place
  ) -> Diagnostic {
    let holder: Bilingual
    let known = MarkKey.all(of: place).map(\.name).joined(separator: ", ")
    switch place {
    case .item: holder = Bilingual("An item", "列表项")
    case .heading(.policy): holder = Bilingual("A heading of a policy", "办法的标题")
    case .heading(.amendment): holder = Bilingual("A heading of an amendment", "修正案的标题")
    case .heading(.repeal): holder = Bilingual("A heading of a repeal", "废止决定的标题")
    case .heading(.dictionary): holder = Bilingual("A heading of a dictionary", "数据字典的标题")
    case .heading(.scenarios): holder = Bilingual("A heading of a scenario", "情景的标题")
    case .heading(.calendar): holder = Bilingual("A heading of a calendar", "日历的标题")
    }
    return Diagnostic(
      "misplaced-mark",
      at: range,
      Bilingual("\(key) has no place here", "\(key)不能标在这里"),
      reason: Bilingual(
        "\(holder.english) can be marked \(known).",
        "\(holder.chinese)可用的标记有：\(known)。"
      ),
      fix: place == .item
        ? Bilingual("at the end of the heading", "移到标题末尾") : Bilingual("delete it", "删去")
    )
  }

  static func markWithoutValue(_ range: SourceRange, _ key: MarkKey) -> Diagnostic {
    Diagnostic(
      "mark-without-value",
      at: range,
      Bilingual("\(key.name) of what?", "\(key.name)缺少内容"),
      reason: Bilingual("This mark says nothing without a value.", "这个标记要写明内容。"),
      fix: Bilingual("such as {\(key.example)}", "例如{\(key.example)}")
    )
  }

  static func markWithValue(_ range: SourceRange, _ key: String) -> Diagnostic {
    Diagnostic(
      "mark-with-value",
      at: range,
      Bilingual("\(key) takes no value", "\(key)后不写内容"),
      reason: Bilingual(
        "What stands after the colon would not be read.",
        "冒号后的文字不会被读取。"
      ),
      fix: Bilingual("{\(key)}", "{\(key)}")
    )
  }

  static func fullWidthColonInMark(_ range: SourceRange, key: String, value: String) -> Diagnostic {
    Diagnostic(
      "full-width-colon",
      at: range,
      Bilingual("a full-width colon", "全角冒号"),
      reason: Bilingual(
        "A key ends at a colon with a space after it; the input method wrote ：.",
        "键以半角冒号加一个空格结束，输入法写成了全角。"
      ),
      fix: Bilingual("{\(key): \(value)}", "{\(key): \(value)}")
    )
  }

  static func textAmongMarks(_ range: SourceRange, isItem: Bool) -> Diagnostic {
    Diagnostic(
      isItem ? "text-after-test" : "text-after-mark",
      at: range,
      isItem
        ? Bilingual("words after the test", "条件之后还有文字")
        : Bilingual("words after a mark", "标记之后还有文字"),
      reason: isItem
        ? Bilingual(
          "An item ends with its test; after it only marks may stand.",
          "列表项以条件结束，其后只能写标记。"
        )
        : Bilingual("Marks end the heading.", "标记是标题的结尾。"),
      fix: isItem
        ? Bilingual("before the test", "移到条件之前") : Bilingual("before the marks", "移到标记之前")
    )
  }
}
