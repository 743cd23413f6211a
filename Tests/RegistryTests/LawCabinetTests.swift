import Casework
import ExpressionLanguage
import Registry
import Testing

struct LawCabinetTests {
  @Test func `each day has the measures in force on it, and a day before the first has none`()
    throws
  {
    let day = try #require(CivilDate("2024-03-01"))
    #expect(try City.laws.law(on: day).permitChannel != nil)
    let rejection = #expect(throws: Rejection.self) { try City.laws.law(on: .earliest) }
    #expect(rejection?.id == "no-law-in-force")
    #expect(rejection?.remedy.chinese.isEmpty == false)
  }

  @Test func `a set that is compiled once serves every day on which it is in force`() throws {
    let first = try #require(CivilDate("2024-03-01"))
    _ = try City.laws.law(on: first)
    let time = try ContinuousClock().measure {
      for days in 0..<200 { _ = try City.laws.law(on: first.adding(days: days % 20) ?? first) }
    }
    // Compiling takes tens of milliseconds even in a release build.
    #expect(time < .milliseconds(1_000))
  }

  @Test(arguments: [
    (0, "1970-01-01"), (57_599_999, "1970-01-01"), (57_600_000, "1970-01-02"),
    (-28_800_001, "1969-12-31"), (-28_800_000, "1970-01-01"), (1_709_222_400_000, "2024-03-01"),
    (1_709_222_399_999, "2024-02-29"),
  ])
  func `the legal date changes at midnight in Shanghai`(milliseconds: Int, day: String) {
    #expect(OfficeClock.Moment(milliseconds: Int64(milliseconds)).date.description == day)
  }
}
