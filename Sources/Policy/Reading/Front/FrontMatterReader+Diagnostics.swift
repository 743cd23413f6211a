import ExpressionLanguage

extension DocumentKind {
  /// The kind in the reader's words, with its article in English.
  fileprivate var words: Bilingual {
    switch self {
    case .policy: Bilingual("a policy", "办法")
    case .amendment: Bilingual("an amendment", "修正案")
    case .repeal: Bilingual("a repeal", "废止决定")
    case .dictionary: Bilingual("a dictionary", "数据字典")
    case .scenarios: Bilingual("a file of scenarios", "情景文件")
    case .calendar: Bilingual("a calendar", "日历")
    }
  }
}

extension Diagnostic {
  static func frontMatterMissing(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "front-matter-missing",
      at: range,
      Bilingual("the front matter is missing", "缺少文件头"),
      reason: Bilingual(
        "A file begins with --- and says what it is: policy, amends, repeals, dictionary, "
          + "scenarios or calendar.",
        "文件以---开头，先说明自己是policy（办法）、amends（修正案）、repeals（废止决定）、dictionary（数据字典）"
          + "、scenarios（情景）还是calendar（日历）。"
      ),
      fix: Bilingual(
        "--- above, then policy: and its name, then --- below",
        "首行写---，再写policy:和名称，末行再写---"
      )
    )
  }

  static func frontMatterUnclosed(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "front-matter-unclosed",
      at: range,
      Bilingual("the front matter does not end", "文件头没有结束"),
      reason: Bilingual(
        "No second --- follows, so nothing tells where the measure begins.",
        "后面没有第二个---，看不出正文从哪里开始。"
      ),
      fix: Bilingual("--- on a line of its own below the last key", "在最后一个键下面单独写一行---")
    )
  }

  static func frontMatterLine(_ range: SourceRange, _ text: String) -> Diagnostic {
    let parts = text.split(separator: "：", maxSplits: 1)
    let isFullWidth = parts.count == 2
    return Diagnostic(
      isFullWidth ? "full-width-colon" : "front-matter-line",
      at: range,
      isFullWidth
        ? Bilingual("a full-width colon", "全角冒号")
        : Bilingual("this line has no key", "本行没有键"),
      reason: Bilingual(
        "A line of the front matter is a key, a colon, a space and a value.",
        "文件头每行依次是键、半角冒号、空格和值。"
      ),
      fix: isFullWidth
        ? Bilingual("\(parts[0]): \(parts[1])", "\(parts[0]): \(parts[1])") : nil
    )
  }

  static func colonWithoutSpace(_ range: SourceRange, key: String) -> Diagnostic {
    Diagnostic(
      "colon-without-space",
      at: range,
      Bilingual("no space after the colon", "冒号后缺空格"),
      reason: Bilingual(
        "A key ends at a colon with a space after it.",
        "键以冒号加一个空格结束。"
      ),
      fix: Bilingual("\(key): and then the value", "写成“\(key): ”再接值")
    )
  }

  static func frontMatterIndent(_ range: SourceRange, _ indent: Int) -> Diagnostic {
    Diagnostic(
      "front-matter-indent",
      at: range,
      Bilingual("indented by \(indent) spaces", "缩进了\(indent)个空格"),
      reason: Bilingual(
        "A line that belongs to the key above is indented by two spaces; nothing nests deeper.",
        "属于上一个键的行缩进两个空格，不再有更深的层次。"
      ),
      fix: Bilingual("two spaces", "缩进两个空格")
    )
  }

  static func childWithoutParent(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "front-matter-indent",
      at: range,
      Bilingual("indented under nothing", "缩进却无所属"),
      reason: Bilingual(
        "An indented line belongs to a key above it; here none stands above.",
        "缩进的行属于它上面的键，而这里上面没有键。"
      ),
      fix: Bilingual("no spaces before it", "去掉行首空格")
    )
  }

  static func unknownKind(_ range: SourceRange, _ key: String) -> Diagnostic {
    let known = DocumentKind.allCases.map(\.rawValue)
    let nearest = Spelling.nearest(to: key, among: known)
    return Diagnostic(
      "unknown-document-kind",
      at: range,
      Bilingual("what kind of file is this?", "文件类别不明"),
      reason: Bilingual(
        "The first key is policy, amends, repeals, dictionary, scenarios or calendar, with the "
          + "name of the file or of the measure.",
        "第一个键是policy（办法）、amends（修正案）、repeals（废止决定）、dictionary（数据字典）、scenarios（情景）"
          + "或calendar（日历），其值是文件或所涉办法的名称。"
      ),
      fix: nearest.map { Bilingual("\($0):", "\($0):") }
        ?? Bilingual("policy: and the measure's name, first", "首个键写policy:和办法的名称")
    )
  }

  static func unknownKey(
    _ range: SourceRange,
    _ key: String,
    known: [String],
    kind: DocumentKind
  ) -> Diagnostic {
    let nearest = Spelling.nearest(to: key, among: known)
    let list = known.joined(separator: ", ")
    return Diagnostic(
      "unknown-key",
      at: range,
      Bilingual("no such key: \(key)", "没有这个键：\(key)"),
      reason: Bilingual(
        "Besides its name \(kind.words.english) has \(list).",
        "除名称外，\(kind.words.chinese)的键有：\(list)。"
      ),
      fix: nearest.map { Bilingual("\($0):", "\($0):") }
    )
  }

  static func doubledKey(_ range: SourceRange, _ key: String, firstLine: Int) -> Diagnostic {
    Diagnostic(
      "doubled-key",
      at: range,
      Bilingual("\(key) stands twice", "\(key)重复"),
      reason: Bilingual(
        "Line \(firstLine) gives it already, and one of the two would count by chance.",
        "第\(firstLine)行已经写过，两者之中以哪个为准全凭偶然。"
      ),
      fix: Bilingual("delete one", "删去一处")
    )
  }

  static func missingKey(_ range: SourceRange, _ key: String, kind: DocumentKind) -> Diagnostic {
    Diagnostic(
      "missing-key",
      at: range,
      Bilingual("\(key) is missing", "缺少\(key)"),
      reason: Bilingual(
        "The front matter of \(kind.words.english) must say it.",
        "\(kind.words.chinese)的文件头必须写明。"
      ),
      fix: Bilingual("a line \(key): with its value", "加一行“\(key): ”并写上值")
    )
  }

  static func keyWithoutValue(_ range: SourceRange, _ key: String) -> Diagnostic {
    Diagnostic(
      "key-without-value",
      at: range,
      Bilingual("\(key) has no value", "\(key)没有值"),
      reason: Bilingual("A key says nothing without one.", "没有值的键什么也没有说。"),
      fix: Bilingual("the value after \(key):", "在“\(key): ”后写上值")
    )
  }

  static func keyWithoutChildren(_ range: SourceRange, _ key: String) -> Diagnostic {
    Diagnostic(
      "key-without-value",
      at: range,
      Bilingual("nothing stands under \(key)", "\(key)下面没有内容"),
      reason: Bilingual(
        "Its lines stand below it, each indented by two spaces.",
        "其内容逐行写在下面，各缩进两个空格。"
      ),
      fix: Bilingual("the lines, or no \(key):", "补上内容，或删去\(key)")
    )
  }

  static func unwantedValue(_ range: SourceRange, _ key: String) -> Diagnostic {
    Diagnostic(
      "unwanted-value",
      at: range,
      Bilingual("\(key) takes no value on its own line", "\(key)后不写值"),
      reason: Bilingual(
        "What belongs to it stands below, each line indented by two spaces.",
        "其内容逐行写在下面，各缩进两个空格。"
      ),
      fix: Bilingual("a line of its own below", "移到下一行")
    )
  }

  static func unwantedChild(_ range: SourceRange, of key: String) -> Diagnostic {
    Diagnostic(
      "unwanted-child",
      at: range,
      Bilingual("nothing is indented under \(key)", "\(key)下面不能缩进"),
      reason: Bilingual(
        "Only uses: and sources: have lines of their own below.",
        "只有uses和sources下面另有各行。"
      ),
      fix: Bilingual("no spaces before it", "去掉行首空格")
    )
  }

  static func malformedID(_ range: SourceRange, _ id: String) -> Diagnostic {
    Diagnostic(
      "malformed-id",
      at: range,
      Bilingual("this is no name for a file", "名称不合格式"),
      reason: Bilingual(
        "A name is lower-case words joined by -, its parts joined by /.",
        "名称由小写英文词用-连接，各部分之间用/分隔。"
      ),
      fix: Bilingual("such as xiongan/residence-permit", "例如xiongan/residence-permit")
    )
  }
}
