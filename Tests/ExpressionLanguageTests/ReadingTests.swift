import ExpressionLanguage
import Testing

/// Expressions that are right, with what they give.
@Suite struct ReadingTests {
  private func value(_ text: String, _ changed: [String: Value] = [:]) -> Value? {
    let scope = TestScope.world()
    let (typed, diagnostics, _) = scope.check(text)
    if let first = diagnostics.first { Issue.record("\(text): \(first.id)") }
    var facts: [Value] = scope.facts.map { fact in
      switch fact.type.base {
      case .truth: .truth(true)
      case .number(let type): .number(min(6, type.greatest))
      case .date: CivilDate("2000-02-29").map { .date($0) } ?? .absent
      case .instant: CivilInstant("2024-05-01 12:00").map { .instant($0) } ?? .absent
      case .text: .text("A")
      default: .choice(1)
      }
    }
    for (name, value) in changed {
      if let index = scope.facts.firstIndex(where: { $0.name == name }) { facts[index] = value }
    }
    let program = scope.program(typed.node)
    return program.value(
      facts,
      [.known([]), .known([]), .known([])],
      on: CivilDate("2024-06-01") ?? .earliest
    )
  }

  @Test(arguments: [
    "children = 6", "children != 5", "children in (6, 7)", "children in [6..9)",
    "not(children in (6..9])", "children in ((6..9], 6)", "children in (< 3, > 5)",
    "children in [5.5..6.5]", "children in (5.99, 6.00)", "6 in (>= 5.5)",
    "insured months = 6 months", "insured months < 1 year", "1 year > insured months",
    "insured months in [0.5 years..1 year)", "age >= 72 months", "age in (72 months)",
    "age < 73 months", "score = 0.6", "score < 0.61", "score in [0.55..0.65]",
    "education = \"master\"", "\"master\" = education", "education in (\"master\", \"none\")",
    "education != \"none\"", "rank >= \"middle\"", "\"high\" > rank", "rank in [\"low\"..\"high\")",
    "bonus = 6 points", "bonus != none", "(bonus otherwise 0 points) = 6 points",
    "entry date != none", "legal date = 2024-06-01", "applied at >= 2024-05-01 12:00",
    "birth date < 2000-03-01", "year(birth date) = 2000", "children - 7 = -1",
    "children - (3 - 2) = 5", "10 - 3 - 2 = 5", "2 + 3 * 4 = 14", "-children = -6",
    "children * 1.5 = 9",
    "insured months + 1 year = 18 months", "1 year + insured months = 1.5 years",
    "max(children, 6.5) = 6.5", "min(insured months, 3 years) = 6 months", "abs(children - 9) = 3",
    "min(legal date, 2019-12-31) = 2019-12-31", "tax paid >= 0.000006 yuan",
    "round(10 / 4, 0, half even) = 2", "round(children / 4, 1, half up) = 1.5",
    "round(insured months * 2 points / 1 year, 2, half up) = 1 point",
    "age(birth date, on: legal date, full: birthday) = 24 years",
    "age(birth date, on: date(2024, 2, 29), full: day after) = 23 years",
    "add(birth date, 1 year, month end: down) = 2001-02-28",
    "add(birth date, 1 year, month end: up) = 2001-03-01",
    "add(birth date, -1 day) = 2000-02-28", "date(2024, 2, 29) = 2024-02-29",
    "if with spouse then true else false", "if children > 3 then children = 6 else false",
    "count(awards) = 0", "not(any(awards))", "sum(awards.award points) = 0 points",
    "largest(awards.award points) = none", "(smallest(awards.prize) otherwise 3 yuan) = 3 yuan",
    "months(jobs, to: legal date) = 0 months", "first(jobs) = none", "10% = 0.1", "33.5% > 0.3349",
    "1_000 = 1000", "degree in law", "criminal record or with spouse and false",
    "true and not(false)",
  ]) func `a true sentence is true`(text: String) {
    #expect(value(text) == .truth(true))
  }

  @Test func `case and spacing of names do not count`() {
    #expect(value("INSURED   Months = 6 months") == .truth(true))
    #expect(value("Legal Date = 2024-06-01") == .truth(true))
  }

  @Test func `the longest name wins`() {
    let scope = TestScope([("age", .number(0...9)), ("age in full", .number(0...9))])
    let (typed, diagnostics, _) = scope.check("age in full + age")
    #expect(diagnostics.isEmpty)
    let program = scope.program(typed.node)
    #expect(program.value([.number(2), .number(5)]) == .number(7))
  }

  @Test func `nesting is refused where it grows too deep, and the rest is read at once`() {
    let deep = String(repeating: "(", count: 10_000) + "1" + String(repeating: ")", count: 10_000)
    let found = TestScope.world().check(deep).diagnostics
    #expect(["too-deep", "expression-too-long"].contains(found.first?.id ?? ""))
    let long = (0..<450).map { _ in "children" }.joined(separator: " + ")
    #expect(value(long) == .number(2_700))
    let chain = (0..<300).map { _ in "with spouse" }.joined(separator: " and ")
    #expect(value(chain) == .truth(true))
  }
}
