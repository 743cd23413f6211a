import Casework
import ExpressionLanguage
import Testing

/// Terms in working days over the holidays as they were published, with their make-up days.
struct HolidayTests {
  @Test(arguments: [
    // The Friday, then Sunday the 18th, which is made up, to Wednesday.
    ("2024-02-08", "2024-02-21"),
    // The Sunday before the festival is made up, and Monday is worked.
    ("2025-01-24", "2025-02-07"),
    // The Saturday before the festival is made up.
    ("2026-02-12", "2026-02-26"),
    // Handed in on a day of the festival itself.
    ("2025-01-29", "2025-02-10"),
    // The national holiday, with the Sunday before it and the Saturday after it made up.
    ("2024-09-27", "2024-10-10"),
  ])
  func `five working days to tell what is missing, and on the day after it counts as accepted`(
    submitted: String,
    last: String
  ) throws {
    var one = OfficeCase.newcomer(on: submitted)
    try one.submit(papers: [])
    let clock = try #require(
      one.file.clocks(on: one.today, by: try Office.law(on: one.today)).first
    )
    #expect(clock.id == "notify" && clock.due == DueDate(Office.day(last)))
    #expect(clock.used == 0 && clock.left == 5)
    one.today = Office.day(last)
    #expect(try one.decide(.application(.giveNotice(number: 1))).isSuccess)
    let after = try #require(one.today.adding(days: 1))
    try one.expectRejection("notice-too-late", of: .application(.giveNotice(number: 1)), on: after)
    try one.play(.dayWork, by: .system, on: after)
    #expect(one.application?.accepted == Office.day(submitted))
  }

  @Test func `what is counted into a year that is not published says so`() throws {
    var one = OfficeCase.newcomer(on: "2026-12-29")
    try one.submit(papers: [])
    let clock = try #require(
      one.file.clocks(on: one.today, by: try Office.law(on: one.today)).first
    )
    #expect(clock.due == DueDate(Office.day("2027-01-05"), isProvisional: true))
    let receipt = try #require(one.file.notices.all.first)
    #expect(receipt.text.chinese.contains("2027年1月5日（暂定）"))
    #expect(receipt.text.english.contains("5 January 2027 (provisional)"))
  }
}
