extension Diagnostic {
  static func notRecords(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "not-records",
      at: range,
      Bilingual("\(text) are not records", "“\(text)”不是记录"),
      reason: Bilingual(
        "Records are declared in the dictionary under a heading marked {records} or {spells: …}.",
        "记录在数据字典中标有 {records} 或 {spells: …} 的标题下声明。"
      ),
      fix: Bilingual("the name of such records", "改为此类记录的名称")
    )
  }

  static func notSpells(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "not-spells",
      at: range,
      Bilingual("\(name) have no beginning and end", "“\(name)”没有起止时间"),
      reason: Bilingual(
        "Time is measured over spells; these are plain records.",
        "时间度量只用于有起止的记录。"
      ),
      fix: Bilingual(
        "mark them {spells: months} or {spells: days}",
        "标为 {spells: months} 或 {spells: days}"
      )
    )
  }

  static func mixedGrains(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "mixed-grains",
      at: range,
      Bilingual("spells by months and by days cannot meet", "按月与按日的记录不能合用"),
      reason: Bilingual("One counts whole months, the other days.", "一个按整月计，一个按日计。"),
      fix: Bilingual("one grain for both in the dictionary", "在数据字典中统一按月或按日")
    )
  }

  static func needlessAttribute(_ function: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "needless-attribute",
      at: range,
      Bilingual("\(function) wants records, not an attribute", "\(function) 针对记录，不针对某一项"),
      fix: Bilingual("leave it out", "删去该项")
    )
  }

  static func needsAttribute(
    _ function: String,
    _ records: String,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "needs-attribute",
      at: range,
      Bilingual("\(function) of what?", "\(function) 哪一项？"),
      fix: Bilingual("\(function)(\(records).attribute)", "\(function)(\(records).attribute)")
    )
  }

  static func needlessCounting(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "needless-counting",
      at: range,
      Bilingual("these spells are by months already", "这些记录本来就按月"),
      fix: Bilingual("leave counting: out", "删去 counting:")
    )
  }

  static func missingCounting(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "missing-argument",
      at: range,
      Bilingual("months without counting:", "months 缺少 counting:"),
      reason: Bilingual(
        "These spells are by days; the law must say which part of a month counts as one.",
        "这些记录按日；办法必须写明一个月中满多少才算一个月。"
      ),
      fix: Bilingual(
        "counting: any day, or counting: whole month",
        "counting: any day 或 counting: whole month"
      )
    )
  }

  static func daysOfMonths(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "days-of-months",
      at: range,
      Bilingual("spells by months have no days", "按月的记录没有日数"),
      fix: Bilingual("months(…)", "months(…)")
    )
  }

  static func coversWhat(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "missing-argument",
      at: range,
      Bilingual("covers which day?", "covers 哪一日？"),
      fix: Bilingual("on: d, or from: d, to: d", "on: d 或 from: d, to: d")
    )
  }

  static func badGap(_ grain: Grain, at range: SourceRange) -> Diagnostic {
    let example = grain == .months ? "3 months" : "30 days"
    return Diagnostic(
      "bad-gap",
      at: range,
      Bilingual("how long may a gap be?", "间断最长多久？"),
      reason: Bilingual(
        "A tolerated gap is a number of \(grain == .months ? "months" : "days") written out.",
        "容许的间断写成具体的\(grain == .months ? "月" : "日")数。"
      ),
      fix: Bilingual(example, example)
    )
  }

  static func noBeginning(_ function: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "no-beginning",
      at: range,
      Bilingual("this time has no beginning", "这段时间没有起点"),
      reason: Bilingual(
        "What does not hold has never held before it first did, as far back as one likes.",
        "“没有”的时间可以一直追溯，数不出多少。"
      ),
      fix: function == "current run"
        ? Bilingual("the spells that hold, or months(…, from: …)", "改用成立的记录，或 months(…, from: …)")
        : Bilingual("from: the first day that counts", "from: 起算日")
    )
  }
}
