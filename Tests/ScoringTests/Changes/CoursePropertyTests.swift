import ExpressionLanguage
import Policy
import TestSupport
import Testing

@testable import Scoring

/// Days found by halving, held against going through every day.
struct CoursePropertyTests {
  private let day = SmallWorld.day
  private static let months = 40

  private func law(_ prepared: Prepared) -> LawCourse {
    LawCourse(
      prepared.assessor,
      in: Libraries.library([:]),
      from: day,
      months: CoursePropertyTests.months
    )
  }

  /// The facts as they are on a day: one year more for each that has begun.
  private func facts(_ facts: Facts, _ prepared: Prepared, on later: CivilDate) -> Facts {
    var facts = facts
    for (index, fact) in prepared.model.facts.enumerated() where fact.change == .yearly {
      guard case .number(let year) = facts.values[index] else { continue }
      facts.values[index] = .number(year + Int64(later.parts.year - day.parts.year))
    }
    return facts
  }

  @Test(arguments: 300..<330)
  func `every turn of an outcome and of a total is found, to the day`(seed: Int) throws {
    let prepared = try SmallWorld.prepared(seed: UInt64(seed))
    var person = SmallPerson(prepared, seed: UInt64(seed))
    let start = person.facts(isPartial: seed.isMultiple(of: 2))
    let law = law(prepared)
    let course = Course(start, of: prepared.model, from: day, under: law)
    let channel = prepared.set.channels[0]
    let outcomes = course.turns { $0.set.channels[0].openWhen.node }
    let totals = course.turns { $0.set.channels[0].rankedBy?.node }
    let named = CourseGoal(
      policy: "test/measure",
      channel: NameKey.identifier(channel.name.english)
    )
    var firstOpen: CivilDate?
    var firstAt: CivilDate?
    var next: CivilDate? = day
    while let today = next, today <= law.last {
      let decision = try prepared.assessor.decide(facts(start, prepared, on: today), on: today)
      let way = decision.channels[0]
      let outcome = outcomes.last { $0.from <= today }?.value.map { Outcome($0) }
      #expect(outcome == way.outcome, "seed \(seed), \(today)")
      let total = totals.last { $0.from <= today }?.value
      #expect(total?.isKnown == way.total?.isKnown, "seed \(seed), \(today)")
      if total?.isKnown == true { #expect(total == way.total, "seed \(seed), \(today)") }
      let goal = GoalTest(set: prepared.set, goal: ChangeGoal(channel: 0, line: 45))
      let isOpen = way.outcome == .open
      let facts = facts(start, prepared, on: today)
      if isOpen, firstOpen == nil, try prepared.assessor.impossible(facts, on: today).isEmpty {
        firstOpen = today
      }
      if firstAt == nil, goal.verdict(facts, on: today) == .reached { firstAt = today }
      next = today.adding(days: 1)
    }
    #expect(course.first(named, from: day, through: law.last) == firstOpen, "seed \(seed)")
    var line = named
    line.line = DecimalLiteral("45")
    #expect(course.first(line, from: day, through: law.last) == firstAt, "seed \(seed)")
    for (turn, after) in zip(outcomes, outcomes.dropFirst()) {
      #expect(turn.value.map { Outcome($0) } != after.value.map { Outcome($0) })
    }
  }
}
