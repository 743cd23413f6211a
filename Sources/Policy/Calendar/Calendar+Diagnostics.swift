import ExpressionLanguage

extension Diagnostic {
  static func notAYear(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "not-a-year",
      at: range,
      Bilingual("this heading names no year", "标题没有写明年份"),
      reason: Bilingual(
        "Under each heading of a calendar stand the days of one year; both halves name the same.",
        "日历的每个标题下是一年的安排；中英文写的年份要一致。"
      ),
      fix: Bilingual("2024年 · Year 2024, or {informative}", "2024年 · Year 2024，或标 {informative}")
    )
  }

  static func noYears(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "calendar-without-years",
      at: range,
      Bilingual("the calendar holds no year", "日历没有任何年份"),
      fix: Bilingual(
        "# 2024年 · Year 2024, and its table",
        "写上 # 2024年 · Year 2024 和其表格"
      )
    )
  }

  static func yearWithoutTable(_ year: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "year-without-table",
      at: range,
      Bilingual("\(year) has no table of holidays", "\(year)年没有节假日表"),
      reason: Bilingual(
        "A year without one would count as published, with weekends alone off.",
        "没有表格的年份会被当作已公布、只有周末休息。"
      ),
      fix: Bilingual(
        "| holiday | from | to | make-up |",
        "| holiday · 节日 | from · 起 | to · 止 | make-up · 调休上班 |"
      )
    )
  }

  static func yearTwice(_ year: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "year-twice",
      at: range,
      Bilingual("\(year) stands twice", "\(year)年重复"),
      reason: Bilingual(
        "One of the two would count by chance.",
        "两者之中以哪个为准全凭偶然。"
      ),
      fix: Bilingual("all days of the year in one table", "把该年各日写在一张表中")
    )
  }

  static func yearGap(_ year: Int, after last: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "year-gap",
      at: range,
      Bilingual("\(year) does not follow \(last)", "\(last)年之后不是\(last + 1)年，而是\(year)年"),
      reason: Bilingual(
        "The years stand in order without a gap, so that what lies between them is known.",
        "各年按先后排列、中间不断，其间的日子才都是已知的。"
      ),
      fix: Bilingual("the year \(last + 1) next", "接着写\(last + 1)年")
    )
  }

  static func outsideYear(_ day: CivilDate, _ year: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "outside-year",
      at: range,
      Bilingual("\(day) is not in \(year)", "\(day)不在\(year)年"),
      reason: Bilingual(
        "A holiday over New Year has a row in each of the two years.",
        "跨年的假期在两年各写一行。"
      ),
      fix: Bilingual("under Year \(day.parts.year)", "写在\(day.parts.year)年之下")
    )
  }

  static func holidayWithoutDays(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "holiday-without-days",
      at: range,
      Bilingual("which days are off?", "哪几天放假？"),
      reason: Bilingual(
        "A row has the first and the last day off, or only days that are made up.",
        "每行写明放假的首日和末日，或者只写调休上班的日子。"
      ),
      fix: Bilingual(
        "| … | 2024-10-01 | 2024-10-07 | … |; one day stands twice",
        "| … | 2024-10-01 | 2024-10-07 | … |；只放一天的，两格写同一天"
      )
    )
  }

  static func holidayEndsBeforeBegin(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "ends-before-it-begins",
      at: range,
      Bilingual("this ends before it begins", "止期早于起期"),
      fix: Bilingual("the last day off", "写放假的末日")
    )
  }

  static func makeUpOnWeekday(_ day: CivilDate, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "make-up-on-weekday",
      at: range,
      Bilingual("\(day) is worked anyway", "\(day)本来就是工作日"),
      reason: Bilingual(
        "A day is made up on a Saturday or a Sunday.",
        "调休上班的日子是星期六或星期日。"
      ),
      fix: Bilingual("the Saturday or Sunday that is meant", "改为所指的星期六或星期日")
    )
  }

  static func dayTwice(_ day: CivilDate, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "day-twice",
      at: range,
      Bilingual("\(day) stands twice", "\(day)重复"),
      reason: Bilingual(
        "Two holidays on one day are one row with both names.",
        "同一天有两个节日的，合写一行。"
      ),
      fix: Bilingual("keep one of them", "只留一处")
    )
  }

  static func offAndMadeUp(_ day: CivilDate, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "off-and-made-up",
      at: range,
      Bilingual("\(day) is both off and worked", "\(day)既放假又上班"),
      fix: Bilingual("keep one of the two", "两者只留其一")
    )
  }

  static func twoCalendars(_ id: String, _ other: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "two-calendars",
      at: range,
      Bilingual("\(id) stands in two files", "\(id) 写在两个文件里"),
      reason: Bilingual("The other is \(other).", "另一个是 \(other)。"),
      fix: Bilingual("another name, or one file", "改名，或合为一个文件")
    )
  }

  static func unknownCalendar(
    _ id: String,
    _ known: [String],
    at range: SourceRange
  ) -> Diagnostic {
    let near = Spelling.nearest(to: id, among: known)
    return Diagnostic(
      "unknown-calendar",
      at: range,
      Bilingual("there is no calendar \(id)", "没有日历 \(id)"),
      reason: Bilingual(
        "calendar: names a file whose first key is calendar:, wherever it stands.",
        "calendar: 写的是某个以 calendar: 开头的文件的名称，文件放在哪里都可以。"
      ),
      fix: near.map { Bilingual($0, $0) }
        ?? Bilingual("leave it out, or add the calendar", "删去，或补上该日历")
    )
  }

  static func workingDaysWithoutCalendar(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "no-calendar",
      .warning,
      at: range,
      Bilingual("\(name) counts working days by no calendar", "“\(name)”以工作日计，但没有日历"),
      reason: Bilingual(
        "Only weekends would be off, and every date that comes of it would be provisional.",
        "只会扣除周末，据此算出的日期都是暂定的。"
      ),
      fix: Bilingual(
        "calendar: china/working-days in the front matter",
        "文首写 calendar: china/working-days"
      )
    )
  }
}
