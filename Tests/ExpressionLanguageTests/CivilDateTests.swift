import ExpressionLanguage
import Testing

/// The calendar by exhaustion, against a walk from day to day that knows only how long months are.
@Suite struct CivilDateTests {
  private static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 400) || year.isMultiple(of: 4) && !year.isMultiple(of: 100)
  }

  private static func length(_ month: Int, _ year: Int) -> Int {
    [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// Every day of some years with its number since 1970-01-01, walked one by one.
  private static func forEachDay(
    _ years: ClosedRange<Int>,
    from first: Int,
    _ body: (Int, Int, Int, Int) -> Void
  ) {
    var number = first
    for year in years {
      for month in 1...12 {
        for day in 1...length(month, year) {
          body(year, month, day, number)
          number += 1
        }
      }
    }
  }

  /// 1900-01-01 is 25,567 days before 1970-01-01: 70 years with 17 leap days.
  private static let first1900 = -(70 * 365 + 17)

  @Test func `every day from 1900 to 2100 has its number, its parts and its text`() {
    CivilDateTests.forEachDay(1900...2100, from: CivilDateTests.first1900) {
      year,
      month,
      day,
      number in
      guard let date = CivilDate(year: year, month: month, day: day) else {
        Issue.record("no day \(year)-\(month)-\(day)")
        return
      }
      let parts = date.parts
      let isRight =
        Int(date.day) == number && parts.year == year && parts.month == month && parts.day == day
        && CivilDate(day: number) == date && CivilDate(date.description) == date
        && Int(date.month.ordinal) == year * 12 + month - 1
      if !isRight { Issue.record("\(year)-\(month)-\(day) is day \(date.day), \(date)") }
    }
  }

  @Test func `the ends of the calendar hold`() {
    #expect(CivilDate.earliest.description == "0001-01-01")
    #expect(CivilDate.latest.description == "9999-12-31")
    #expect(CivilDate.earliest.adding(days: -1) == nil)
    #expect(CivilDate.latest.adding(days: 1) == nil)
    #expect(CivilDate("0000-01-01") == nil)
    #expect(CivilDate("2023-02-29") == nil)
    #expect(CivilDate("2024-02-29") != nil)
    #expect(CivilDate("1900-02-29") == nil)
    #expect(CivilDate("2000-02-29") != nil)
    for text in ["2024-1-01", "2024-01-1", "2024/01/01", "2024-13-01", "2024-00-10", " 2024-01-01"]
    {
      #expect(CivilDate(text) == nil, "\(text)")
    }
  }

  @Test func `months are added to every day of ten years`() {
    CivilDateTests.forEachDay(1996...2005, from: 9_496) { year, month, day, _ in
      guard let date = CivilDate(year: year, month: month, day: day) else { return }
      for months in [-25, -13, -12, -6, -1, 0, 1, 2, 6, 11, 12, 13, 48] {
        let ordinal = year * 12 + month - 1 + months
        let (newYear, newMonth) = (ordinal / 12, ordinal % 12 + 1)
        let length = CivilDateTests.length(newMonth, newYear)
        let down = CivilDate(year: newYear, month: newMonth, day: min(day, length))
        let up: CivilDate? =
          day <= length
          ? down
          : newMonth == 12
            ? CivilDate(year: newYear + 1, month: 1, day: 1)
            : CivilDate(year: newYear, month: newMonth + 1, day: 1)
        let isRight =
          date.adding(months: months, monthEnd: .down) == down
          && date.adding(months: months, monthEnd: .up) == up
        if !isRight { Issue.record("\(date) + \(months) months") }
      }
    }
  }

  /// The age counted by walking: one more on each birthday that has come.
  private static func age(_ born: (Int, Int, Int), _ day: CivilDate, isDayAfter: Bool) -> Int {
    var age = 0
    while age < 200 {
      let year = born.0 + age + 1
      let last = length(born.1, year)
      guard let birthday = CivilDate(year: year, month: born.1, day: min(born.2, last)),
        let full = isDayAfter ? birthday.adding(days: 1) : birthday, full <= day
      else { return age }
      age += 1
    }
    return age
  }

  @Test(arguments: [
    (2000, 2, 29), (2004, 2, 29), (1999, 2, 28), (2000, 3, 1), (1985, 1, 1), (1985, 12, 31),
    (1996, 8, 31), (2001, 6, 15),
  ]) func `age is right on every day of forty years`(born: (Int, Int, Int)) {
    guard let birth = CivilDate(year: born.0, month: born.1, day: born.2) else { return }
    for offset in 1...14_700 {
      guard let day = birth.adding(days: offset) else { return }
      for rule in AgeRule.allCases {
        let wanted = CivilDateTests.age(born, day, isDayAfter: rule == .dayAfter)
        let found = Evaluator.age(born: birth, on: day, rule)
        if found != Int64(wanted) { Issue.record("born \(birth), on \(day), \(rule): \(found)") }
      }
    }
  }

  @Test func `nobody is older on the birthday than on the day after`() {
    let birth = CivilDate(year: 2000, month: 2, day: 29) ?? .earliest
    #expect(Evaluator.age(born: birth, on: birth, .birthday) == 0)
    #expect(Evaluator.age(born: birth, on: birth, .dayAfter) == -1)
    let eve = CivilDate(year: 2018, month: 2, day: 28) ?? .earliest
    #expect(Evaluator.age(born: birth, on: eve, .birthday) == 18)
    #expect(Evaluator.age(born: birth, on: eve, .dayAfter) == 17)
    let first = CivilDate(year: 2018, month: 3, day: 1) ?? .earliest
    #expect(Evaluator.age(born: birth, on: first, .dayAfter) == 18)
  }

  @Test func `instants are minutes of their day`() {
    for text in ["1969-12-31 23:59", "1970-01-01 00:00", "2024-02-29 20:00", "0001-01-01 00:01"] {
      #expect(CivilInstant(text)?.description == text)
    }
    #expect(CivilInstant("2024-05-01")?.description == "2024-05-01 00:00")
    #expect(CivilInstant("2024-05-01T08:30")?.description == "2024-05-01 08:30")
    #expect(CivilInstant("2024-05-01 24:00") == nil)
    #expect(CivilInstant("2024-02-30 08:00") == nil)
  }

  @Test func `months end on their last day`() {
    for year in [1900, 1999, 2000, 2023, 2024, 2100] {
      for month in 1...12 {
        let whole = CivilMonth(ordinal: Int32(year * 12 + month - 1))
        #expect(whole.firstDay == CivilDate(year: year, month: month, day: 1))
        #expect(
          whole.lastDay
            == CivilDate(year: year, month: month, day: CivilDateTests.length(month, year))
        )
      }
    }
    #expect(CivilMonth("2024-13") == nil)
    #expect(CivilMonth("2024-02")?.description == "2024-02")
  }
}
