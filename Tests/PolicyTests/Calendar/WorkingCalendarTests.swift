import ExpressionLanguage
import Policy
import TestSupport
import Testing

/// Working days are counted as a patient clerk counts them, day by day.
@Suite struct WorkingCalendarTests {
  private static let library = PolicyLibrary(files: ShippedPolicies.measures)

  private func shipped() throws -> WorkingCalendar {
    try #require(WorkingCalendarTests.library.calendars["china/working-days"])
  }

  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  /// The answer found one day at a time, from nothing but which days are worked.
  private func slowly(
    _ calendar: WorkingCalendar,
    _ count: Int,
    from start: CivilDate
  ) -> (day: CivilDate, isProvisional: Bool)? {
    var (day, left, isProvisional) = (start, abs(count), false)
    while left > 0 {
      guard let next = day.adding(days: count.signum()) else { return nil }
      day = next
      if calendar.isWorkingDay(day) { left -= 1 }
      if !calendar.isKnown(day) { isProvisional = true }
    }
    return (day, isProvisional)
  }

  @Test func `a calendar of many years is counted as day by day`() throws {
    let calendar = try shipped()
    var random = SplitMix64(seed: 4)
    let first = try day("2020-11-01")
    for _ in 0..<400 {
      let start = try #require(first.adding(days: Int.random(in: 0..<2_400, using: &random)))
      let count = Int.random(in: -70...70, using: &random)
      let quick = try #require(calendar.adding(workingDays: count, to: start))
      let slow = try #require(slowly(calendar, count, from: start))
      #expect(quick.day == slow.day, "\(count) from \(start)")
      #expect(quick.isProvisional == slow.isProvisional, "\(count) from \(start)")
      if count > 0 {
        let back = calendar.workingDays(after: start, through: quick.day)
        #expect(back.count == count, "\(start) to \(quick.day)")
        #expect(back.isProvisional == quick.isProvisional)
      }
    }
  }

  @Test func `a made-up calendar with weeks off is counted as day by day`() throws {
    var random = SplitMix64(seed: 11)
    for year in 2030..<2036 {
      var holidays: [WorkingCalendar.Holiday] = []
      let first = try day("\(year)-01-01")
      for month in 0..<12 {
        guard let from = first.adding(days: month * 30 + Int.random(in: 0..<9, using: &random)),
          let to = from.adding(days: Int.random(in: 0..<14, using: &random))
        else { continue }
        let weekend = (15..<22).compactMap { from.adding(days: $0) }.filter {
          WorkingCalendar.weekendsOnly.isWorkingDay($0) == false
        }
        holidays.append(
          WorkingCalendar.Holiday(
            name: Bilingual("holiday", "假日"),
            days: from...to,
            makeUpDays: weekend,
            standing: StandingNote(.sample)
          )
        )
      }
      let calendar = WorkingCalendar(
        text: PolicyText(id: "test/days", path: "", hash: ""),
        title: Bilingual("test", "试"),
        years: [
          WorkingCalendar.Year(year: year, holidays: holidays, standing: StandingNote(.sample))
        ]
      )
      for offset in -20..<380 {
        let start = try #require(first.adding(days: offset))
        for count in [-3, 1, 5, 20] {
          let quick = calendar.adding(workingDays: count, to: start)
          #expect(quick?.day == slowly(calendar, count, from: start)?.day, "\(count) \(start)")
        }
      }
    }
  }

  @Test func `days off and days made up are those of the notices`() throws {
    let calendar = try shipped()
    let off = [
      "2021-02-17", "2021-05-05", "2022-01-31", "2022-12-31", "2023-01-27", "2023-10-06",
      "2024-02-16", "2024-06-10", "2025-01-28", "2025-10-08", "2026-02-23", "2026-01-02",
    ]
    for text in off { #expect(try !calendar.isWorkingDay(day(text)), "\(text)") }
    let worked = [
      "2021-02-20", "2021-09-26", "2022-04-02", "2022-10-09", "2023-06-25", "2024-02-18",
      "2024-09-14", "2025-04-27", "2026-01-04", "2026-10-10",
    ]
    for text in worked { #expect(try calendar.isWorkingDay(day(text)), "\(text)") }
    // A Friday, a Saturday and a Sunday of which no notice speaks.
    #expect(try calendar.isWorkingDay(day("2024-02-09")))
    #expect(try !calendar.isWorkingDay(day("2024-03-02")))
    #expect(try !calendar.isWorkingDay(day("2024-03-03")))
  }

  @Test func `every holiday is as long as the notice says, and every year as worked`() throws {
    let calendar = try shipped()
    let lengths = calendar.years.map { year in
      year.holidays.compactMap { holiday in
        holiday.days.map { Int($0.upperBound.day - $0.lowerBound.day) + 1 }
      }
    }
    #expect(
      lengths == [
        [3, 7, 3, 5, 3, 3, 7], [3, 7, 3, 5, 3, 3, 7, 1], [2, 7, 1, 5, 3, 8],
        [1, 8, 3, 5, 1, 3, 7], [1, 8, 3, 5, 3, 8], [3, 9, 3, 5, 3, 3, 7],
      ]
    )
    // Weekdays less 11 days of law, 13 from 2025; a holiday that falls on a weekend is made good.
    let counts = try calendar.years.map { year in
      let eve = try #require(day("\(year.year)-01-01").adding(days: -1))
      return calendar.workingDays(after: eve, through: try day("\(year.year)-12-31")).count
    }
    #expect(counts == [250, 249, 249, 251, 248, 248])
    #expect(calendar.knownYears == 2021...2026 && calendar.lastKnownYear == 2026)
  }

  @Test func `a time over Spring Festival is longer`() throws {
    let calendar = try shipped()
    // A Thursday; the Saturday after is worked, the nine days after that are off.
    let accepted = try day("2026-02-12")
    let end = try #require(calendar.adding(workingDays: 5, to: accepted))
    #expect(end.day == (try day("2026-02-26")) && !end.isProvisional)
    let plain = try #require(WorkingCalendar.weekendsOnly.adding(workingDays: 5, to: accepted))
    #expect(plain.day == (try day("2026-02-19")) && plain.isProvisional)
  }

  @Test func `what touches a year that is not published is provisional`() throws {
    let calendar = try shipped()
    let late = try day("2026-12-28")
    #expect(calendar.adding(workingDays: 3, to: late)?.isProvisional == false)
    let over = try #require(calendar.adding(workingDays: 4, to: late))
    #expect(over.day == (try day("2027-01-01")) && over.isProvisional)
    #expect(calendar.adding(workingDays: 1, to: try day("2020-12-31"))?.isProvisional == false)
    #expect(calendar.adding(workingDays: 1, to: try day("2020-12-30"))?.isProvisional == true)
    #expect(calendar.adding(workingDays: -1, to: try day("2021-01-04"))?.isProvisional == true)
    #expect(
      calendar.workingDays(after: try day("2026-12-01"), through: late).isProvisional == false
    )
    #expect(
      calendar.workingDays(after: late, through: try day("2027-01-04")) == (count: 5, true)
    )
  }

  @Test func `nothing is counted backwards or out of the calendar`() throws {
    let calendar = try shipped()
    let start = try day("2026-02-17")
    #expect(calendar.adding(workingDays: 0, to: start)?.day == start)
    #expect(calendar.workingDays(after: start, through: start).count == 0)
    #expect(calendar.workingDays(after: start, through: try day("2026-01-01")).count == 0)
    #expect(calendar.adding(workingDays: 5, to: .latest) == nil)
    #expect(calendar.adding(workingDays: -5, to: .earliest) == nil)
    #expect(calendar.adding(workingDays: .max, to: start) == nil)
    #expect(calendar.adding(workingDays: .min, to: start) == nil)
  }

  @Test func `month ends and leap days are ordinary days`() throws {
    let calendar = try shipped()
    #expect(
      calendar.adding(workingDays: 1, to: try day("2024-02-28"))?.day.description == "2024-02-29"
    )
    #expect(
      calendar.adding(workingDays: 1, to: try day("2024-02-29"))?.day.description == "2024-03-01"
    )
    #expect(
      calendar.adding(workingDays: 1, to: try day("2025-02-28"))?.day.description == "2025-03-03"
    )
    #expect(
      calendar.adding(workingDays: 1, to: try day("2024-04-30"))?.day.description == "2024-05-06"
    )
  }

  @Test func `a library gives the calendar of a jurisdiction`() throws {
    let library = WorkingCalendarTests.library
    let day = try day("2026-11-23")
    #expect(library.calendar(for: "xiongan", on: day).id == "china/working-days")
    let set = try #require(PolicyCompiler.compile(library, jurisdiction: "xiongan", on: day).set)
    #expect(set.calendar.id == "china/working-days")
    #expect(set.measures.filter { $0.id.hasPrefix("xiongan/") }.allSatisfy { $0.calendar != nil })
    #expect(library.calendar(for: "nowhere", on: day).knownYears == nil)
  }
}
