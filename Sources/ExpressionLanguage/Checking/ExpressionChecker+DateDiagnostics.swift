extension Diagnostic {
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
}
