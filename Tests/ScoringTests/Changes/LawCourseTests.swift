import ExpressionLanguage
import Policy
import Testing

@testable import Scoring

/// Days to come under later versions of a measure.
struct LawCourseTests {
  private static let day = CivilDate("2024-03-15") ?? .earliest

  private static func measure(_ period: String, months: Int, extra: String = "") -> String {
    """
    ---
    policy: test/measure
    title: 测试办法 · Test measure
    authority: 测试机关 · Test office
    effective: \(period)
    standing: enacted
    numbering: ours
    time zone: Asia/Shanghai
    facts: facts.md
    sources:
      S: a source
    ---

    # 第一条 途径 · Article 1 Way {source: S}

    | channel | value |
    |---|---|
    | open when · 条件 | who may apply |

    # 第二条 条件 · Article 2 Who may apply {source: S}

    应当**同时符合**下列条件：
    A person meets **all of** the following:

    1. 居住\(months)个月 · stays for \(months) months `current run(stays[stay place = "here"], to: legal date) >= \(months) months`
    2. 持证 · is permitted `permitted`
    \(extra)
    """
  }

  private func course(_ files: [String: String]) throws -> (Prepared, LawCourse, Facts) {
    let library = Libraries.library(files.merging(["test/facts.md": SmallWorld.dictionary]) { $1 })
    let prepared = try Prepared(library, "test", on: LawCourseTests.day)
    let law = LawCourse(prepared.assessor, in: library, from: LawCourseTests.day, months: 600)
    let person = try Person(
      prepared,
      [("permitted", "yes"), ("stays", "[{from: 2024-03, to: none, stay place: here}]")]
    )
    return (prepared, law, person.facts)
  }

  @Test func `a later version decides from its first day on`() throws {
    let (prepared, law, facts) = try course([
      "test/a.md": LawCourseTests.measure("2020-01-01 .. 2024-08-31", months: 12),
      "test/b.md": LawCourseTests.measure("2024-09-01", months: 4),
    ])
    #expect(law.periods.count == 2 && law.brokenFrom == nil)
    let advisor = try ChangeAdvisor(prepared.assessor, facts, on: LawCourseTests.day, under: law)
    let goal = try #require(try advisor.changes(line: nil).goals.first)
    #expect(goal.waiting?.on.description == "2024-09-01")
    let forecast = try Forecaster.forecast(facts, of: prepared.assessor, under: law)
    let row = try #require(forecast.rows.first { $0.on.description == "2024-09-01" })
    #expect(row.versions.map(\.version.description) == ["2024-09-01"])
    #expect(row.turned.map(\.after) == [.open])
  }

  @Test func `where a measure ends without a successor, its channel is gone`() throws {
    let (prepared, law, facts) = try course([
      "test/a.md": LawCourseTests.measure("2020-01-01 .. 2024-08-31", months: 4)
    ])
    let forecast = try Forecaster.forecast(facts, of: prepared.assessor, under: law)
    let channel = try #require(forecast.channels.first)
    #expect(channel.outcomes.map(\.from.description) == ["2024-03-15", "2024-06-01", "2024-09-01"])
    #expect(channel.outcomes.map(\.outcome) == [.closed, .open, nil])
  }

  @Test func `a later version with errors ends what is said`() throws {
    let (_, law, _) = try course([
      "test/a.md": LawCourseTests.measure("2020-01-01 .. 2024-08-31", months: 12),
      "test/b.md": LawCourseTests.measure("2024-09-01", months: 4, extra: "3. 无 · no `nothing`\n"),
    ])
    #expect(law.brokenFrom?.description == "2024-09-01")
    #expect(law.last.description == "2024-08-31")
  }
}
