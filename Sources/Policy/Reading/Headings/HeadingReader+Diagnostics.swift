import ExpressionLanguage

extension Diagnostic {
  static func headingTooDeep(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "heading-too-deep",
      at: range,
      Bilingual("a heading of more than four levels", "标题超过四级"),
      reason: Bilingual("Headings have one to four #.", "标题用一至四个#。"),
      fix: Bilingual("#### or fewer", "不超过####")
    )
  }

  static func headingWithoutSpace(
    _ range: SourceRange,
    _ hashes: String,
    _ words: String
  ) -> Diagnostic {
    Diagnostic(
      "heading-without-space",
      at: range,
      Bilingual("no space after \(hashes)", "\(hashes)后缺空格"),
      reason: Bilingual(
        "Markdown takes this line for prose, and the rule below for one of the heading above.",
        "Markdown会把本行当作正文，下面的规则就归到上一个标题。"
      ),
      fix: Bilingual("\(hashes) \(words)", "\(hashes) \(words)")
    )
  }

  static func emptyHeading(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "empty-heading",
      at: range,
      Bilingual("a heading without words", "标题没有文字"),
      reason: Bilingual("The heading is the name of its rule.", "标题就是规则的名称。"),
      fix: Bilingual("its words", "写上标题")
    )
  }

  static func emptyHalf(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "empty-half",
      at: range,
      Bilingual("one language is missing", "缺一种文字"),
      reason: Bilingual(
        "A middle dot stands between the two languages; one side of it is empty.",
        "间隔号两侧各写一种文字，这里有一侧是空的。"
      ),
      fix: Bilingual("both halves, or no ·", "补齐两侧，或去掉间隔号")
    )
  }

  static func tooManyHalves(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "too-many-halves",
      at: range,
      Bilingual("a third part in the heading", "标题有三个部分"),
      reason: Bilingual(
        "A heading has an English and a Chinese half, with one middle dot between them.",
        "标题分英文和中文两半，中间一个间隔号。"
      ),
      fix: Bilingual("another sign in place of the second dot", "第二个间隔号换成别的标点")
    )
  }

  static func halvesOfOneLanguage(_ range: SourceRange, isChinese: Bool) -> Diagnostic {
    Diagnostic(
      "halves-of-one-language",
      at: range,
      Bilingual(
        "both halves are \(isChinese ? "Chinese" : "English")",
        "两半都是\(isChinese ? "中文" : "英文")"
      ),
      reason: Bilingual(
        "The half with a Chinese character is the Chinese one, the other the English one.",
        "含汉字的一半是中文，另一半是英文。"
      ),
      fix: Bilingual("one half in each language", "中英文各一半")
    )
  }

  static func wrongSeparator(_ range: SourceRange, left: String, right: String) -> Diagnostic {
    Diagnostic(
      "wrong-separator",
      at: range,
      Bilingual("the two languages are not separated", "中英文没有分开"),
      reason: Bilingual(
        "They stand apart by a middle dot with a space on both sides.",
        "中英文之间是间隔号，左右各有一个空格。"
      ),
      fix: Bilingual("\(left) · \(right)", "\(left) · \(right)")
    )
  }

  static func boldInHeading(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "bold-in-heading",
      at: range,
      Bilingual("bold in a heading", "标题里有粗体"),
      reason: Bilingual(
        "Bold words of law stand in the paragraph above a rule, or in an item.",
        "表示规则的粗体词写在规则上面的段落或列表项里。"
      ),
      fix: Bilingual("no asterisks", "去掉星号")
    )
  }

  static func closingHashes(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "closing-hashes",
      at: range,
      Bilingual("# at the end of a heading", "标题末尾有#"),
      reason: Bilingual(
        "Markdown does not print it, so the name would not be what stands here.",
        "Markdown不显示它，名称就与所写不同。"
      ),
      fix: Bilingual("delete it", "删去")
    )
  }

  static func fullWidthBrace(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "full-width-brace",
      at: range,
      Bilingual("full-width braces", "全角花括号"),
      reason: Bilingual(
        "Marks stand in { and }; the input method wrote ｛ and ｝.",
        "标记用半角{ }，输入法写成了全角。"
      ),
      fix: Bilingual("{ and }", "{ }")
    )
  }

  static func strayBrace(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "stray-brace",
      at: range,
      Bilingual("a brace that opens nowhere", "多出一个花括号"),
      reason: Bilingual("Braces belong to marks only.", "花括号只用于标记。"),
      fix: Bilingual("delete it, or write the { before the mark", "删去，或在标记前补上{")
    )
  }

  static func levelSkipped(_ range: SourceRange, from: Int, to level: Int) -> Diagnostic {
    let wanted = String(repeating: "#", count: from + 1)
    let written = String(repeating: "#", count: level)
    return Diagnostic(
      "level-skipped",
      at: range,
      Bilingual("a heading level is skipped", "标题跳级"),
      reason: from == 0
        ? Bilingual(
          "The first heading of a file has one #; the levels are the path of every citation.",
          "文件的第一个标题用一个#；条文的出处由标题的层级得出。"
        )
        : Bilingual(
          "\(written) under \(String(repeating: "#", count: from)): the levels are the path of "
            + "every citation.",
          "\(String(repeating: "#", count: from))之下直接是\(written)；条文的出处由标题的层级得出。"
        ),
      fix: Bilingual(wanted, wanted)
    )
  }

  static func citationsDisagree(
    _ range: SourceRange,
    english: String,
    chinese: String
  ) -> Diagnostic {
    Diagnostic(
      "citations-disagree",
      at: range,
      Bilingual("the two languages cite different places", "中英文条号不一致"),
      reason: Bilingual(
        "The English says \(english), the Chinese \(chinese).",
        "英文是\(english)，中文是\(chinese)。"
      ),
      fix: Bilingual("amend one of them", "改正其中一处")
    )
  }

  static func citationWithoutSpace(
    _ range: SourceRange,
    _ citation: String,
    label: String
  ) -> Diagnostic {
    Diagnostic(
      "citation-without-space",
      at: range,
      Bilingual("no space after \(citation)", "\(citation)后缺空格"),
      reason: Bilingual(
        "A space parts the citation from the label.",
        "条号与标题文字之间要空一格。"
      ),
      fix: Bilingual("\(citation) \(label)", "\(citation) \(label)")
    )
  }

  static func citationInLowerCase(_ range: SourceRange, _ text: String) -> Diagnostic {
    let fixed = text.prefix(1).uppercased() + text.dropFirst().lowercased()
    return Diagnostic(
      "citation-in-lower-case",
      at: range,
      Bilingual("a citation has a capital", "条号首字母要大写"),
      reason: Bilingual(
        "\(text) is read as a citation and written as one.",
        "\(text)按条号读取，也按条号书写。"
      ),
      fix: Bilingual(fixed, fixed)
    )
  }

  static func unreadableNumber(_ range: SourceRange, _ number: String) -> Diagnostic {
    Diagnostic(
      "unreadable-number",
      at: range,
      Bilingual("\(number) is no number", "\(number)不是数字"),
      reason: Bilingual(
        "A citation has a whole number, in digits or in Chinese, with nothing stuck to it; an "
          + "article put in later has its own number after a hyphen.",
        "条号是整数，用阿拉伯数字或汉字书写，不带其他符号；增补的条文写作“之一”“之二”。"
      ),
      fix: Bilingual(
        "such as Article 12 or 第十二条, Article 12-1 or 第十二条之一",
        "例如第十二条、第十二条之一（Article 12-1）"
      )
    )
  }

  static func romanNumber(_ range: SourceRange, _ number: String) -> Diagnostic {
    Diagnostic(
      "roman-number",
      at: range,
      Bilingual("a Roman number", "罗马数字"),
      reason: Bilingual(
        "\(number) would be read as a word of the label, and the citation lost.",
        "\(number)会被当作标题文字，条号就丢失了。"
      ),
      fix: Bilingual("the number in digits", "改用阿拉伯数字")
    )
  }
}
