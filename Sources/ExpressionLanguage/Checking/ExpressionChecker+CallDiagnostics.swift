extension Diagnostic {
  static func needsRecord(_ name: String, of records: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "needs-record",
      at: range,
      Bilingual("\(name) is decided for each of \(records)", "“\(name)”是逐条记录判定的"),
      reason: Bilingual(
        "Outside a record it has as many values as there are records.",
        "离开单条记录，它有多少条记录就有多少个值。"
      ),
      fix: Bilingual(
        "any(\(records)[\(name)]), count, sum or largest",
        "any(\(records)[\(name)])、count、sum 或 largest"
      )
    )
  }

  static func ofAnotherRecord(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "of-another-record",
      at: range,
      Bilingual("\(name) belongs to another record", "“\(name)”属于另一条记录"),
      reason: Bilingual(
        "In a filter only the attributes of the records filtered are at hand.",
        "筛选条件中只能使用被筛选记录的各项。"
      ),
      fix: Bilingual(
        "a rule with {given: …} that is given \(name)",
        "另立带 {given: …} 的规则，把“\(name)”传入"
      )
    )
  }

  static func needsArguments(
    _ name: String,
    _ wanted: [String],
    at range: SourceRange
  ) -> Diagnostic {
    let call = "\(name)(\(wanted.joined(separator: ", ")))"
    return Diagnostic(
      "needs-arguments",
      at: range,
      Bilingual("\(name) must be given something", "“\(name)”需要给定参数"),
      fix: Bilingual(call, call)
    )
  }

  static func wrongArguments(
    _ name: String,
    _ wanted: [String],
    found: Int,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "wrong-arguments",
      at: range,
      Bilingual(
        "\(name) takes \(wanted.count), not \(found)",
        "“\(name)”要\(wanted.count)个参数，不是\(found)个"
      ),
      reason: wanted.isEmpty
        ? Bilingual("It is a rule without parameters.", "这是没有参数的规则。")
        : Bilingual(
          "It is given \(wanted.joined(separator: ", ")).",
          "依次给定：\(wanted.joined(separator: "、"))。"
        ),
      fix: Bilingual(
        wanted.isEmpty ? name : "\(name)(\(wanted.joined(separator: ", ")))",
        wanted.isEmpty ? name : "\(name)(\(wanted.joined(separator: ", ")))"
      )
    )
  }

  static func needlessLabel(_ label: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "needless-label",
      at: range,
      Bilingual("a rule is given values by place", "规则的参数按位置给定"),
      fix: Bilingual("leave \(label): out", "删去 \(label):")
    )
  }

  static func argumentOutside(
    _ text: String,
    _ parameter: (name: String, type: ValueType),
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "argument-outside",
      at: range,
      Bilingual(
        "\(text) can lie outside \(parameter.name)",
        "“\(text)”可能超出“\(parameter.name)”的范围"
      ),
      reason: Bilingual(
        "The rule was proved only for the values that its parameter declares.",
        "规则只对参数所声明的取值作过验证。"
      ),
      fix: Bilingual("widen the type, or narrow what is given", "放宽类型，或收窄所给的值")
    )
  }

  static func notCallable(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "not-callable",
      at: range,
      Bilingual("\(text) takes nothing in brackets", "“\(text)”后不能加括号"),
      reason: Bilingual(
        "It is neither a function nor a rule with parameters.",
        "它既不是函数，也不是带参数的规则。"
      ),
      fix: Bilingual("leave the brackets out", "删去括号")
    )
  }

  static func unknownLabel(
    _ label: String,
    of function: String,
    _ labels: Set<String>,
    at range: SourceRange
  ) -> Diagnostic {
    let known = labels.sorted()
    return Diagnostic(
      "unknown-argument",
      at: range,
      Bilingual("\(function) knows no \(label):", "\(function) 没有 \(label): 这一项"),
      reason: known.isEmpty
        ? Bilingual("It takes no named arguments.", "它没有带名称的参数。")
        : Bilingual(
          "It takes \(known.map { $0 + ":" }.joined(separator: ", ")).",
          "可用的有 \(known.map { $0 + ":" }.joined(separator: "、"))。"
        ),
      fix: Spelling.nearest(to: label, among: known).map { Bilingual("\($0):", "\($0):") }
        ?? Bilingual("leave it out", "删去")
    )
  }

  static func doubledLabel(_ label: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "doubled-argument",
      at: range,
      Bilingual("\(label): stands twice", "\(label): 写了两次"),
      fix: Bilingual("keep one of them", "只留一个")
    )
  }

  static func missingLabel(_ label: String, of function: String, at range: SourceRange)
    -> Diagnostic
  {
    let example: String
    let reason: Bilingual
    switch label {
    case "full":
      example = "full: day after, or full: birthday"
      reason = Bilingual(
        "The law must say when a year of age is full.",
        "办法必须写明何日起算满一周岁。"
      )
    case "month end":
      example = "month end: down, or month end: up"
      reason = Bilingual(
        "The law must say what 31 August and six months make.",
        "办法必须写明8月31日加6个月是哪一日。"
      )
    default:
      example = "\(label): legal date"
      reason = Bilingual("The law must say which day counts.", "办法必须写明以哪一日为准。")
    }
    return Diagnostic(
      "missing-argument",
      at: range,
      Bilingual("\(function) without \(label):", "\(function) 缺少 \(label):"),
      reason: reason,
      fix: Bilingual(example, example)
    )
  }

  static func wrongCount(
    _ function: String,
    _ shape: CallShape,
    found: Int,
    at range: SourceRange
  ) -> Diagnostic {
    let wanted = shape.fewest == shape.most ? "\(shape.fewest)" : "\(shape.fewest)–\(shape.most)"
    return Diagnostic(
      "wrong-arguments",
      at: range,
      Bilingual(
        "\(function) takes \(wanted), not \(found)",
        "\(function) 要\(wanted)个参数，不是\(found)个"
      ),
      fix: function == "round"
        ? Bilingual("round(x / y, 2, half up)", "round(x / y, 2, half up)") : nil
    )
  }

  static func unknownPhrase(
    _ text: String,
    _ known: [String],
    at range: SourceRange
  ) -> Diagnostic {
    let near = Spelling.nearest(to: text, among: known)
    return Diagnostic(
      "unknown-choice",
      at: range,
      Bilingual("\(text) is not one of the choices", "“\(text)”不在可选之列"),
      reason: Bilingual(
        "The law chooses one of: \(known.joined(separator: ", ")).",
        "办法须从中选定一项：\(known.joined(separator: "、"))。"
      ),
      fix: near.map { Bilingual($0, $0) } ?? Bilingual("one of these", "改为其中一项")
    )
  }

  static func partOfADay(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "part-of-a-day",
      at: range,
      Bilingual("a date moves by whole months or days", "日期只能按整月或整日推算"),
      fix: Bilingual("round it first", "先取整")
    )
  }

  static func needlessMonthEnd(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "needless-month-end",
      at: range,
      Bilingual("days need no month end", "按日推算不需要 month end"),
      fix: Bilingual("leave it out", "删去")
    )
  }

  static func notATimeSpan(_ type: ValueType, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "not-a-time-span",
      at: range,
      Bilingual("a time span is wanted here", "此处应为一段时间"),
      reason: Bilingual(
        "A date moves by years, months or days; this is \(type.kind.english).",
        "日期按年、月、日推算；这里是\(type.kind.chinese)。"
      ),
      fix: Bilingual("6 months, or 30 days", "6 months 或 30 days")
    )
  }

  static func notABareWholeNumber(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "not-a-whole-number",
      at: range,
      Bilingual("a bare whole number is wanted here", "此处应为不带单位的整数"),
      reason: Bilingual("A year, a month or a day of the month has no unit.", "年、月、日的号数不带单位。"),
      fix: Bilingual("date(2024, 1, 31)", "date(2024, 1, 31)")
    )
  }

  static func datePartOutside(_ limit: ClosedRange<Int64>, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "date-part-outside",
      at: range,
      Bilingual(
        "this can leave \(limit.lowerBound) to \(limit.upperBound)",
        "此处可能超出\(limit.lowerBound)至\(limit.upperBound)"
      ),
      reason: Bilingual("No calendar has such a day.", "日历上没有这样的日期。"),
      fix: Bilingual(
        "min(max(…, \(limit.lowerBound)), \(limit.upperBound))",
        "min(max(…, \(limit.lowerBound)), \(limit.upperBound))"
      )
    )
  }

  static func dayOutsideMonth(_ shortest: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "date-part-outside",
      at: range,
      Bilingual("not every such month has this day", "并非每个这样的月份都有这一日"),
      reason: Bilingual(
        "The shortest of them ends on the \(shortest)th.",
        "其中最短的月份只到\(shortest)日。"
      ),
      fix: Bilingual(
        "a day up to \(shortest), or add(date(…, 1), 1 month, month end: down)",
        "不超过\(shortest)的日，或 add(date(…, 1), 1 month, month end: down)"
      )
    )
  }

  static func badDigits(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "bad-digits",
      at: range,
      Bilingual("how many digits?", "保留几位小数？"),
      reason: Bilingual(
        "The second argument of round is a bare whole number from 0 to 6.",
        "round 的第二个参数是0至6的整数，不带单位。"
      ),
      fix: Bilingual("2", "2")
    )
  }

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
