import ExpressionLanguage

extension Diagnostic {
  /// Words that stand between asterisks but print with them.
  static func notBold(_ failed: FailedBold, at range: SourceRange) -> Diagnostic {
    let fixed = "\(failed.before)**\(failed.core)**\(failed.after)"
    let headline = Bilingual("these words did not become bold", "未成粗体")
    let effect = BoldPhrase.effect(of: failed.core)
    if failed.core.isEmpty {
      return Diagnostic(
        "not-bold",
        at: range,
        headline,
        reason: Bilingual("No words stand between the asterisks.", "星号之间没有文字。"),
        fix: Bilingual("delete the asterisks", "删去星号")
      )
    }
    if failed.isBlankOnly {
      return Diagnostic(
        "not-bold",
        at: range,
        headline,
        reason: Bilingual(
          "Markdown makes no bold where a space stands inside the asterisks, so "
            + "\(effect.english).",
          "星号内侧有空格时Markdown不产生粗体，\(effect.chinese)。"
        ),
        fix: Bilingual("**\(failed.core)**", "**\(failed.core)**")
      )
    }
    let mark = FailedBold.name(of: failed.after.isEmpty ? failed.before : failed.after)
    return Diagnostic(
      "not-bold",
      at: range,
      headline,
      reason: Bilingual(
        "Markdown makes no bold where punctuation stands inside it against a Chinese character, so "
          + "\(effect.english).",
        "粗体内侧的标点紧邻汉字时，Markdown不产生粗体，\(effect.chinese)。"
      ),
      fix: Bilingual(
        "\(fixed)\(failed.rest), or leave the \(mark.english) out",
        "\(fixed)\(failed.rest)，或去掉\(mark.chinese)"
      )
    )
  }

  static func boldInterfered(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "not-bold",
      at: range,
      Bilingual("these words did not become bold", "未成粗体"),
      reason: Bilingual(
        "Other asterisks or underscores nearby pair with these.",
        "附近另有星号或下划线与它们配成了对。"
      ),
      fix: Bilingual(
        "write \\* for an asterisk that is none of the bold",
        "不属于粗体的星号写成\\*"
      )
    )
  }

  static func asterisksWithoutPartner(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "not-bold",
      at: range,
      Bilingual("these asterisks make nothing bold", "星号没有成对"),
      reason: Bilingual(
        "Two asterisks stand on both sides of bold words; these would print as they are.",
        "粗体词两侧各有两个星号，这里的星号会原样显示。"
      ),
      fix: Bilingual("** on both sides, or none", "两侧都写**，或都不写")
    )
  }

  static func tooManyAsterisks(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "too-many-asterisks",
      at: range,
      Bilingual("more than two asterisks", "星号多于两个"),
      reason: Bilingual("Bold is two asterisks on each side.", "粗体两侧各两个星号。"),
      fix: Bilingual("**", "**")
    )
  }

  static func boldByUnderscores(_ range: SourceRange, _ words: String) -> Diagnostic {
    Diagnostic(
      "bold-by-underscores",
      at: range,
      Bilingual("bold by underscores", "用下划线写的粗体"),
      reason: Bilingual(
        "It would print as bold words that bind, and not be read as such.",
        "页面上显示为有约束力的粗体，却不会被读取。"
      ),
      fix: Bilingual("**\(words)**", "**\(words)**")
    )
  }

  static func backtickRun(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "backtick-run",
      at: range,
      Bilingual("backticks side by side", "反引号连写"),
      reason: Bilingual(
        "An expression in a line stands between single backticks.",
        "行内的表达式两侧各一个反引号。"
      ),
      fix: Bilingual("one ` on each side", "两侧各写一个`")
    )
  }

  static func unclosedCode(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unclosed-code",
      at: range,
      Bilingual("a backtick without its partner", "反引号没有成对"),
      reason: Bilingual(
        "An expression begins and ends with a backtick; this one has no end.",
        "表达式以反引号开头和结尾，这里缺少结尾。"
      ),
      fix: Bilingual("` at the end of the expression", "在表达式末尾加`")
    )
  }

  static func commentInLine(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "comment-in-line",
      at: range,
      Bilingual("a comment among words", "注释夹在文字中"),
      reason: Bilingual(
        "A comment for authors stands on lines of its own.",
        "作者的注释要单独成行。"
      ),
      fix: Bilingual("on a line of its own", "移到单独一行")
    )
  }

  static func html(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "html",
      at: range,
      Bilingual("HTML", "HTML标签"),
      reason: Bilingual(
        "A measure is plain Markdown; a tag can hide words from the page or from the reader.",
        "办法只用普通Markdown；标签会使文字在页面上或读取时隐去。"
      ),
      fix: Bilingual("delete the tag", "删去标签")
    )
  }
}

extension FailedBold {
  /// The punctuation in words: the colon, the comma.
  fileprivate static func name(of punctuation: String) -> Bilingual {
    switch punctuation {
    case "：", ":": Bilingual("colon", "冒号")
    case "，", ",": Bilingual("comma", "逗号")
    case "；", ";": Bilingual("semicolon", "分号")
    case "。", ".": Bilingual("full stop", "句号")
    case "、": Bilingual("enumeration comma", "顿号")
    default: Bilingual("punctuation", "标点")
    }
  }
}
