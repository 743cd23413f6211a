import ExpressionLanguage
import Policy

extension Diagnostic {
  static func listGiven(_ name: Bilingual, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "list-given",
      at: range,
      Bilingual("\(name.english) cannot be given", "“\(name[.chinese])”不能直接给定"),
      reason: Bilingual("It is a list; only single values can.", "它是清单，只能给定单个取值。"),
      fix: Bilingual("give the facts that it rests on", "给出它所依据的事实")
    )
  }

  static func unknownFact(_ key: String, _ known: [String], at range: SourceRange) -> Diagnostic {
    let near = Spelling.nearest(to: key, among: known.filter { !$0.isEmpty })
    let shown = key.shown
    return Diagnostic(
      "unknown-fact",
      at: range,
      Bilingual("no fact is called \(shown)", "没有名为“\(shown)”的事实"),
      reason: Bilingual(
        "A name that nobody reads would be lost in silence.",
        "无人读取的名称会在不知不觉中丢失。"
      ),
      fix: near.map { Bilingual("did you mean \($0)?", "是否应为“\($0)”？") }
        ?? Bilingual("use a name of the dictionary, or take it out", "改用字典中的名称，或者删去")
    )
  }

  static func doubledFact(_ key: String, line: Int, at range: SourceRange) -> Diagnostic {
    let shown = key.shown
    return Diagnostic(
      "doubled-fact",
      at: range,
      Bilingual("\(shown) stands twice", "“\(shown)”重复"),
      reason: Bilingual("It stands on line \(line) too.", "第\(line)行已有。"),
      fix: Bilingual("keep one of them", "只留一个")
    )
  }

  static func unshowable(_ name: Bilingual, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unshowable-text",
      at: range,
      Bilingual("\(name.english) holds a hidden sign", "“\(name[.chinese])”中有不可见的符号"),
      reason: Bilingual(
        "On paper or a screen a line break or a hidden sign could pass for something we say.",
        "换行或不可见的符号显示出来，可能被当成我们作出的说明。"
      ),
      fix: Bilingual("one line of plain letters", "只写一行普通文字")
    )
  }

  static func provenanceWithoutValue(_ name: Bilingual, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "no-value",
      at: range,
      Bilingual("\(name.english) has no value", "“\(name[.chinese])”没有取值"),
      reason: Bilingual("Where it comes from is given, and not what it is.", "写了来源，没有写取值。"),
      fix: Bilingual("{value: …, source: …, as of: …}", "{value: …, source: …, as of: …}")
    )
  }

  static func unknownProvenance(_ key: String, at range: SourceRange) -> Diagnostic {
    let near = Spelling.nearest(to: key, among: ["value", "source", "as of"])
    return Diagnostic(
      "unknown-provenance",
      at: range,
      Bilingual("a value has no \(key.shown)", "取值没有“\(key.shown)”这一项"),
      reason: Bilingual("It has value, source and as of.", "可写 value（值）、source（来源）、as of（截至）。"),
      fix: near.map { Bilingual($0, $0) } ?? Bilingual("take it out", "删去")
    )
  }

  static func notAValue(_ name: Bilingual, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "not-a-value",
      at: range,
      Bilingual("\(name.english) is one value", "“\(name[.chinese])”是单个取值"),
      reason: Bilingual("A list or a map stands here.", "此处是列表或映射。"),
      fix: Bilingual("write one value behind the name", "在名称后写一个取值")
    )
  }

  static func notRecords(_ name: Bilingual, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "not-a-list-of-records",
      at: range,
      Bilingual("\(name.english) are a list of records", "“\(name[.chinese])”是记录的列表"),
      reason: Bilingual("Something else stands here.", "此处不是记录的列表。"),
      fix: Bilingual(
        "- {…: …} on a line each, none where there are none, ? where unknown",
        "每条一行 - {…: …}；没有写“无”，未知写 ?"
      )
    )
  }

  static func tooManyRecords(
    _ name: Bilingual,
    _ most: Int,
    _ found: Int,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "too-many-records",
      at: range,
      Bilingual(
        "\(found) \(name.english); at most \(most)",
        "“\(name[.chinese])”有\(found)条，最多\(most)条"
      ),
      reason: Bilingual(
        "The measures were checked for no more than the dictionary allows.",
        "办法只按字典规定的上限作过验证。"
      ),
      fix: Bilingual("join what belongs together", "合并可以合并的记录")
    )
  }

  static func spellBackwards(_ name: Bilingual, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "ends-before-it-begins",
      at: range,
      Bilingual("this ends before it begins", "止期早于起期"),
      reason: Bilingual("One of \(name.english).", "见“\(name[.chinese])”。"),
      fix: Bilingual("a later end, or none while it goes on", "写较晚的止期；仍在继续的写“无”")
    )
  }

  static func unreadable(
    _ text: String,
    _ name: Bilingual,
    _ example: Bilingual,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "unreadable-value",
      at: range,
      Bilingual("\(name.english) cannot be read", "“\(name[.chinese])”无法读取"),
      reason: Bilingual("It is written in another way.", "写法不对。"),
      fix: Bilingual("such as \(example.english)", "例如 \(example.chinese)")
    )
  }

  static func noSuchChoice(
    _ text: String,
    _ name: Bilingual,
    _ choice: ChoiceType,
    _ near: String?,
    at range: SourceRange
  ) -> Diagnostic {
    let english = choice.values.map(\.label).joined(separator: ", ")
    let chinese = choice.values.map { $0.chinese.isEmpty ? $0.label : $0.chinese }
      .joined(separator: "、")
    return Diagnostic(
      "no-such-value",
      at: range,
      Bilingual("\(name.english) has no such value", "“\(name[.chinese])”没有这个取值"),
      reason: Bilingual("The values are: \(english).", "取值为：\(chinese)。"),
      fix: near.map { Bilingual("did you mean \($0)?", "是否应为“\($0)”？") }
        ?? Bilingual("choose one of them", "从中选一个")
    )
  }

  static func unlikeFactUnit(
    _ text: String,
    _ name: Bilingual,
    _ unit: Unit,
    at range: SourceRange
  ) -> Diagnostic {
    let (english, chinese) =
      unit.isNone ? ("no unit", "不带单位") : (unit.name(.english), unit.name(.chinese))
    return Diagnostic(
      "unlike-units",
      at: range,
      Bilingual("\(name.english) is counted in \(english)", "“\(name[.chinese])”的单位是\(chinese)"),
      reason: Bilingual(
        "Units are never converted where that could lose or change something.",
        "换算可能有出入的，不作换算。"
      ),
      fix: unit.isNone ? Bilingual("leave the unit out", "删去单位") : Bilingual(english, chinese)
    )
  }

  static func tooFine(
    _ text: String,
    _ name: Bilingual,
    _ scale: Int,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "too-many-decimals",
      at: range,
      Bilingual(
        "\(name.english) has at most \(scale) decimals",
        "“\(name[.chinese])”最多\(scale)位小数"
      ),
      reason: Bilingual("Nothing is rounded in silence.", "不作未声明的舍入。"),
      fix: Bilingual("write no more decimals", "减少小数位数")
    )
  }

  static func outside(
    _ text: String,
    _ name: Bilingual,
    _ low: String,
    _ high: String,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "outside-bounds",
      at: range,
      Bilingual(
        "\(name.english) lies outside \(low) to \(high)",
        "“\(name[.chinese])”超出\(low)至\(high)"
      ),
      reason: Bilingual(
        "The dictionary allows no other value, and no rule was proved for one.",
        "字典不允许其他取值，规则也没有按其他取值验证过。"
      ),
      fix: Bilingual("from \(low) to \(high)", "\(low)至\(high)")
    )
  }
}
