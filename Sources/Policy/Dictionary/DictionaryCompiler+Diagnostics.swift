import ExpressionLanguage

extension Diagnostic {
  static func unknownTable(
    _ text: String,
    _ kind: DocumentKind,
    at range: SourceRange
  ) -> Diagnostic {
    let known: [String] =
      switch kind {
      case .policy, .amendment, .repeal:
        ["U", "F", "C", "C+", "C>", "C<", "service", "from", "channel", "office"]
      case .dictionary: ["type", "fact", "attribute"]
      case .scenarios: ["given", "expect", "scenario"]
      case .calendar: ["holiday"]
      }
    let near = Spelling.nearest(to: text, among: known)
    return Diagnostic(
      "unknown-table",
      at: range,
      Bilingual("what table is this?", "这是什么表？"),
      reason: Bilingual(
        "The first header cell says what a table is: \(known.joined(separator: ", ")).",
        "表头第一格说明表的种类：\(known.joined(separator: "、"))。"
      ),
      fix: near.map { Bilingual($0, $0) }
        ?? Bilingual(known.joined(separator: ", "), known.joined(separator: "、"))
    )
  }

  static func doubledName(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "doubled-name",
      at: range,
      Bilingual("\(name) is declared twice", "“\(name)”重复"),
      reason: Bilingual(
        "Facts, records, rules, channels and services share one space of names.",
        "事实、记录、规则、渠道和服务的名称不得相同。"
      ),
      fix: Bilingual("rename one of them", "给其中一个改名")
    )
  }

  static func doubledLabel(_ label: String, _ other: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "doubled-label",
      at: range,
      Bilingual("the Chinese label \(label) stands twice", "中文标签“\(label)”重复"),
      reason: Bilingual(
        "It is the label of \(other) too; in Chinese nobody could tell the two apart.",
        "“\(other)”也用这个标签；只看中文，两者无法分辨。"
      ),
      fix: Bilingual("another Chinese label for one of them", "给其中一个换一个中文标签")
    )
  }

  static func unitLikeAnother(_ name: String, _ near: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unit-like-another",
      .warning,
      at: range,
      Bilingual("\(name) is a new unit", "“\(name)”是一个新单位"),
      reason: Bilingual(
        "It is not \(near), and the two never meet.",
        "它不是 \(near)，两者不能相比或相加。"
      ),
      fix: Bilingual(near, near)
    )
  }

  static func noChinese(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "no-chinese-label",
      .warning,
      at: range,
      Bilingual("\(name) has no Chinese label", "“\(name)”没有中文标签"),
      reason: Bilingual(
        "A resident would read an English name in a Chinese answer.",
        "居民会在中文答复中读到英文名称。"
      ),
      fix: Bilingual("\(name) · 中文", "\(name) · 中文")
    )
  }

  static func unlikeDictionaries(
    _ name: String,
    _ other: String,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "unlike-dictionaries",
      at: range,
      Bilingual("\(name) is something else in \(other)", "“\(name)”在\(other)中另有类型"),
      reason: Bilingual(
        "One person's file is read against both dictionaries.",
        "同一份个人资料要对照两部字典读取。"
      ),
      fix: Bilingual("give it the same type and unit, or another name", "改为相同的类型和单位，或另取名称")
    )
  }

  static func notYesOrNo(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "not-yes-or-no",
      at: range,
      Bilingual("yes, no or sensitive?", "是、否还是敏感？"),
      fix: Bilingual("yes, no, or sensitive · 敏感", "yes、no 或者 sensitive · 敏感")
    )
  }

  static func badGrain(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "bad-grain",
      at: range,
      Bilingual("spells are by months or by days", "起止记录按月或按日"),
      fix: Bilingual("{spells: months}, or {spells: days}", "{spells: months} 或 {spells: days}")
    )
  }

  static func recordsWithoutMark(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "records-without-mark",
      at: range,
      Bilingual("records or spells?", "是记录还是起止记录？"),
      fix: Bilingual(
        "{records}, {spells: months} or {spells: days} after the heading",
        "标题后写 {records}、{spells: months} 或 {spells: days}"
      )
    )
  }

  static func badMost(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "bad-most",
      at: range,
      Bilingual("how many at most?", "最多多少条？"),
      fix: Bilingual("{up to: 60}", "{up to: 60}")
    )
  }

  static func badName(_ name: String, _ fault: NameFault, at range: SourceRange) -> Diagnostic {
    let reason: Bilingual =
      switch fault {
      case .empty: Bilingual("An English label is missing.", "缺少英文标签。")
      case .reservedWord(let word):
        Bilingual(
          "\(word) joins expressions, so it never stands in a name.",
          "\(word) 用来连接表达式，不能出现在名称中。"
        )
      case .value(let word):
        Bilingual(
          "\(word) is a value, as which it would be read.",
          "\(word) 是取值，会被当作取值读取。"
        )
      case .badStart(let word):
        Bilingual("Each word begins with a letter; \(word) does not.", "每个词以字母开头；“\(word)”不是。")
      case .badSign(let word):
        Bilingual(
          "A name has letters, digits, ' and -; \(word) has more.",
          "名称由字母、数字、' 和 - 组成；“\(word)”含有其他符号。"
        )
      }
    return Diagnostic(
      "bad-name",
      at: range,
      Bilingual("this is no name: \(name)", "不能作名称：\(name)"),
      reason: reason,
      fix: Bilingual("another English label", "换一个英文标签")
    )
  }

  static func unknownColumn(
    _ text: String,
    _ known: [String],
    at range: SourceRange
  ) -> Diagnostic {
    let near = Spelling.nearest(to: text, among: known)
    return Diagnostic(
      "unknown-column",
      at: range,
      Bilingual("there is no column \(text)", "没有“\(text)”这一列"),
      reason: Bilingual(
        "The columns are: \(known.joined(separator: ", ")).",
        "可用的列：\(known.joined(separator: "、"))。"
      ),
      fix: near.map { Bilingual($0, $0) } ?? Bilingual("leave it out", "删去该列")
    )
  }

  static func missingColumn(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "missing-column",
      at: range,
      Bilingual("the column \(name) is missing", "缺少“\(name)”列"),
      fix: Bilingual("| … | \(name) |", "| … | \(name) |")
    )
  }
}
