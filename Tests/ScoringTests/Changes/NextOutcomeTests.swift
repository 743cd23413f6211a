import ExpressionLanguage
import Policy
import Testing

@testable import Scoring

/// What time brings where something is missing that may decide nothing.
struct NextOutcomeTests {
  private static func measure(_ condition: String) -> String {
    """
    ---
    policy: test/measure
    title: 测试办法 · Test measure
    authority: 测试机关 · Test office
    effective: 2020-01-01
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

    1. 分数 · enough points `\(condition)`
    2. 持证 · is permitted `permitted`
    """
  }

  /// What is said of a person in 2024 of whom `bonus`, from 0 to 4, is not known.
  private func outlook(_ condition: String) throws -> (goal: GoalChanges, forecast: Forecast) {
    let day = SmallWorld.day
    let library = Libraries.library([
      "test/facts.md": SmallWorld.dictionary, "test/a.md": NextOutcomeTests.measure(condition),
    ])
    let prepared = try Prepared(library, "test", on: day)
    let law = LawCourse(prepared.assessor, in: library, from: day, months: 120)
    let known = [("permitted", "yes"), ("year now", "2024"), ("colour", "green"), ("size", "4")]
    let person = try Person(prepared, known)
    let advisor = try ChangeAdvisor(prepared.assessor, person.facts, on: day, under: law)
    return (
      try #require(try advisor.changes(line: nil).goals.first),
      try Forecaster.forecast(person.facts, of: prepared.assessor, under: law)
    )
  }

  @Test func `what is open whatever is missing does not end yesterday`() throws {
    let (goal, forecast) = try outlook("(bonus otherwise 0) + year now >= 2024")
    #expect(goal.isReached && goal.outcome == .open)
    #expect(goal.nextOutcome == nil)
    #expect(forecast.channels[0].outcomes.map(\.outcome) == [.open])
  }

  @Test func `it ends on the first day on which what is missing counts`() throws {
    let (goal, forecast) = try outlook("(bonus otherwise 0) - year now >= -2026")
    #expect(goal.isReached)
    #expect(goal.nextOutcome?.on.description == "2027-01-01")
    #expect(goal.nextOutcome?.outcome == .undetermined)
    let outcomes = forecast.channels[0].outcomes
    #expect(outcomes.map(\.outcome) == [.open, .undetermined, .closed])
    #expect(outcomes.map(\.from.description) == ["2024-03-15", "2027-01-01", "2031-01-01"])
  }

  @Test func `what is not decided today opens by itself once nothing that is missing counts`()
    throws
  {
    let (goal, forecast) = try outlook("(bonus otherwise 0) + year now >= 2027")
    #expect(!goal.isReached && goal.outcome == .undetermined)
    #expect(goal.waiting?.on.description == "2027-01-01")
    #expect(forecast.channels[0].outcomes.map(\.outcome) == [.undetermined, .open])
  }

  @Test func `it ends on the first day on which nothing that is missing can help`() throws {
    let (goal, forecast) = try outlook(
      "year now <= 2026 or (bonus otherwise 0) + 2026 - year now >= 4"
    )
    #expect(goal.isReached)
    #expect(goal.nextOutcome?.on.description == "2027-01-01")
    #expect(goal.nextOutcome?.outcome == .closed)
    #expect(forecast.channels[0].outcomes.map(\.outcome) == [.open, .closed])
  }
}
