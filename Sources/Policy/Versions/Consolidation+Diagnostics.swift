import ExpressionLanguage

extension Diagnostic {
  static func amendsNoArticle(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "amends-no-article",
      at: SourceRange(range.start, range.start + 3),
      Bilingual("the amendment changes nothing", "修正案没有修改内容"),
      reason: Bilingual("No article stands in it.", "其中没有任何条文。"),
      fix: Bilingual(
        "each article that changes, under its heading, whole",
        "把要修改的条文连同标题整条写出"
      )
    )
  }

  static func amendsNothing(
    _ name: String,
    _ known: [String],
    at range: SourceRange
  ) -> Diagnostic {
    let near = Spelling.nearest(to: name, among: known)
    return Diagnostic(
      "amends-nothing",
      at: range,
      Bilingual("there is no \(name) to change", "没有可以修改的“\(name)”"),
      reason: Bilingual(
        "A heading stands in place of the one with its citation, or without a citation of its "
          + "English name, in the version in force the day before.",
        "标题按条号替换前一日有效版本中的对应条文；没有条号的，按英文名称对应。"
      ),
      fix: near.map { Bilingual("\($0)?", "是否为“\($0)”？") }
        ?? Bilingual(
          "its citation as it stands there, or {after: …} to put it in",
          "照原文写明条号；新增条文标 {after: …}"
        )
    )
  }

  static func insertedAfterNothing(
    _ name: String,
    _ known: [String],
    at range: SourceRange
  ) -> Diagnostic {
    let near = Spelling.nearest(to: name, among: known)
    return Diagnostic(
      "inserted-after-nothing",
      at: range,
      Bilingual("there is no \(name) to follow", "没有“\(name)”可供接续"),
      reason: Bilingual(
        "{after: …} names an article, or a heading by its name, of the version in force the day "
          + "before.",
        "{after: …} 写明前一日有效版本中的条号，或标题名称。"
      ),
      fix: near.map { Bilingual("after: \($0)", "after: \($0)") }
        ?? Bilingual("such as {after: Article 5}", "例如 {after: Article 5}")
    )
  }

  static func insertedAgain(_ name: String, _ line: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "inserted-again",
      at: range,
      Bilingual("\(name) is there already", "“\(name)”已经存在"),
      reason: Bilingual(
        "The measure has it, written on line \(line).",
        "办法中已有此条（原文第\(line)行）。"
      ),
      fix: Bilingual(
        "no {after: …} to change it; a number such as Article 5-1 (第五条之一) for a new one",
        "修改该条的，去掉 {after: …}；新增条文用“第五条之一”（Article 5-1）一类的条号"
      )
    )
  }

  static func meansSeveral(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "means-several",
      at: range,
      Bilingual("\(name) stands there more than once", "“\(name)”不止一处"),
      reason: Bilingual(
        "The measure has several headings of this name.",
        "办法中有几处同名的标题。"
      ),
      fix: Bilingual(
        "the heading above it, marked {in part}, or the chapter",
        "在上面写出它所属的条文标题并标 {in part}，或写出所属的章"
      )
    )
  }

  static func otherLevel(_ level: Int, _ wanted: Int, at range: SourceRange) -> Diagnostic {
    let hashes = String(repeating: "#", count: wanted)
    return Diagnostic(
      "amended-at-other-level",
      at: range,
      Bilingual(
        "this heading is at level \(level), there it is \(wanted)",
        "标题级别为\(level)，原文为\(wanted)"
      ),
      reason: Bilingual(
        "At another level what follows it would come under it, or leave it.",
        "级别不同，其后的内容就会改变归属。"
      ),
      fix: Bilingual(hashes, hashes)
    )
  }

  static func textUnderPlace(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "text-under-place",
      at: range,
      Bilingual("this heading only says where", "此标题只指明位置"),
      reason: Bilingual(
        "The heading of a part, of a chapter, or one marked {in part} changes nothing itself, so "
          + "the text under it would be lost.",
        "编、章的标题和标有 {in part} 的标题本身不修改内容，其下的文字会丢失。"
      ),
      fix: Bilingual(
        "no text, or the whole article without {in part}",
        "删去文字，或去掉 {in part} 并写出整条"
      )
    )
  }

  static func nothingBelowPlace(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "nothing-below-place",
      at: range,
      Bilingual("nothing below this heading changes", "此标题下没有修改内容"),
      reason: Bilingual(
        "It says where something changes, and nothing stands below it.",
        "它指明修改的位置，其下却没有内容。"
      ),
      fix: Bilingual("what changes, or no heading", "写出修改的内容，或删去标题")
    )
  }

  static func amendsTwice(_ line: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "amends-twice",
      at: range,
      Bilingual("this changes what the amendment changes already", "同一内容修改了两次"),
      reason: Bilingual(
        "The article on line \(line) stands in place of it, or of what it stands in.",
        "第\(line)行的条文已经替换了它，或替换了它所在的条文。"
      ),
      fix: Bilingual("one of the two", "只保留一处")
    )
  }

  static func sourceKeyTaken(_ key: String, _ title: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "source-key-taken",
      at: range,
      Bilingual("\(key) is another source", "来源“\(key)”已有所指"),
      reason: Bilingual(
        "In the measure \(key) is \(title); its articles would cite something else.",
        "办法中 \(key) 指“\(title)”，改动会使原有条文的出处失真。"
      ),
      fix: Bilingual("another key", "换一个代号")
    )
  }
}
