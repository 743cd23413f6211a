import ExpressionLanguage
import Policy
import TestSupport
import Testing

@testable import Scoring

/// One rule can be asked by its name, with where it stands.
@Suite struct RuleAnswerTests {
  private func prepared() throws -> Prepared {
    try Prepared(Libraries.shipped, "xiongan", on: Samples.date("2026-11-23"))
  }

  private func answer(
    _ name: String,
    in policy: String? = "xiongan/residence-permit",
    _ entries: [(String, String)]
  ) throws -> RuleAnswer? {
    let prepared = try prepared()
    let person = try Person(prepared, entries)
    return try prepared.assessor.answer(ofRule: name, in: policy, person.facts, on: prepared.day)
  }

  @Test func `a rule of the nation's measure is asked from the town`() throws {
    let child = [("birth date", "2012-05-01"), ("limited mobility", "no")]
    let may = try #require(try answer("may be represented", child))
    #expect(may.truth == true && may.policy == "china/residence-permit")
    #expect(may.place.article.english == "Article 9" && may.sources.map(\.place) == ["Art. 9"])
    // On which day a year of age is full is ours.
    #expect(may.standing == .sample)
    let adult = [("birth date", "1990-05-01"), ("limited mobility", "no")]
    #expect(try answer("May be represented", adult)?.truth == false)
  }

  @Test func `what is not known is said to be missing`() throws {
    let may = try #require(try answer("may be represented", [("limited mobility", "no")]))
    #expect(may.truth == nil && may.missing.map(\.id) == ["birth-date"])
    #expect(try answer("may be represented", [("limited mobility", "yes")])?.truth == true)
  }

  @Test func `papers come with their own rows, the town's before the nation's`() throws {
    let moved = [
      ("birth date", "1990-05-01"), ("limited mobility", "no"), ("basis", "employment"),
      ("staff of a relocated unit", "yes"),
    ]
    let papers = try #require(try answer("papers", moved))
    #expect(papers.policy == "xiongan/residence-permit")
    #expect(papers.texts.last?.text.english == "confirmation by the relocated unit")
    #expect(papers.texts.last?.place.citation(.english) == "Article 5 (6)")
    #expect(papers.texts.allSatisfy { $0.isCertain && $0.standing == .sample })
    let national = try #require(try answer("papers", in: "china/residence-permit", moved))
    #expect(national.texts.map(\.place.clause) == ["(1)", "(2)", "(3)", "(4)"])
    let remedies = try #require(try answer("ways to seek review", moved))
    #expect(remedies.texts.count == 2 && remedies.texts.allSatisfy { $0.standing == .enacted })
  }

  @Test func `no rule is found where there is none, or where it needs a record`() throws {
    let person = [("limited mobility", "no")]
    #expect(try answer("no such rule", person) == nil)
    #expect(try answer("accompanying family", person) == nil)
    #expect(try answer("residence permit", person) == nil)
  }
}
