import ExpressionLanguage
import Policy
import Scoring
import Testing

/// Deciding without reasons says the same as assessing, for anyone and every measure.
struct DecisionTests {
  @Test(arguments: Prepared.all)
  func `a decision without reasons is that of the assessment`(prepared: Prepared) throws {
    for seed in 600..<UInt64(640) {
      var person = RandomPerson(prepared, seed: seed)
      let whole = person.whole()
      for facts in [whole, person.partial(whole), person.partial(whole)] {
        let who: Comment = "\(prepared.testDescription), seed \(seed)"
        let decision = try prepared.assessor.decide(facts, on: prepared.day)
        let assessment = try prepared.assessor.assess(facts, on: prepared.day)
        #expect(decision.services == assessment.services.map(\.answer), who)
        #expect(decision.channels.count == assessment.channels.count, who)
        for (channel, way) in zip(prepared.set.channels, decision.channels) {
          let result = try #require(
            assessment.channels.first { $0.place == channel.place && $0.name == channel.name }
          )
          #expect(way.outcome == result.outcome, who)
          #expect((way.missing == nil) == result.missing.isEmpty, who)
          #expect((way.total == nil) == (result.total == nil), who)
          guard let total = way.total, let line = result.total else { continue }
          #expect(total.isKnown == (line.points != nil), who)
          if let points = line.points { #expect(total == .number(points), who) }
        }
      }
    }
  }
}
