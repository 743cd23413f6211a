import ExpressionLanguage
import Policy
import Scoring
import TestSupport
import Testing

/// Properties that hold for everyone, over people made at random, and every shipped measure.
struct AssessmentPropertyTests {
  @Test func `there are sets of both jurisdictions to test with`() {
    #expect(Set(Prepared.shipped.map(\.name)) == ["china", "xiongan"])
    #expect(Prepared.shipped.count >= 8)
    #expect(EveryConstruct.prepared != nil)
    #expect(Libraries.shared == nil || Prepared.all.count == Prepared.shipped.count + 4)
  }

  @Test(arguments: Prepared.all)
  func `lines add up, conditions join, orders hold, and nothing is missing that was given`(
    prepared: Prepared
  ) throws {
    for seed in 0..<UInt64(40) {
      var person = RandomPerson(prepared, seed: seed)
      let whole = person.whole()
      for facts in [whole, person.partial(whole)] {
        _ = try prepared.assessor.impossible(facts, on: prepared.day)
        let assessment = try prepared.assessor.assess(facts, on: prepared.day)
        let checks = AssessmentChecks(
          prepared: prepared,
          facts: facts,
          assessment: assessment,
          seed: seed
        )
        try checks.check()
      }
    }
  }

  @Test(arguments: Prepared.all)
  func `of whom everything is known, everything is decided`(prepared: Prepared) throws {
    for seed in 100..<UInt64(130) {
      var person = RandomPerson(prepared, seed: seed)
      let answers = Answers(try prepared.assessor.assess(person.whole(), on: prepared.day))
      #expect(answers.unknown.isEmpty, "seed \(seed)")
    }
  }

  @Test(arguments: Prepared.all)
  func `leaving one fact out changes no answer, and what becomes unknown names it`(
    prepared: Prepared
  ) throws {
    for seed in 200..<UInt64(203) {
      var person = RandomPerson(prepared, seed: seed)
      let whole = person.whole()
      let before = Answers(try prepared.assessor.assess(whole, on: prepared.day))
      for (name, facts) in whole.withOneLeftOut(prepared.model) {
        let after = Answers(try prepared.assessor.assess(facts, on: prepared.day))
        let changed = before.changed(in: after, mayBecomeUnknown: true)
        #expect(changed.isEmpty, "without \(name), seed \(seed): \(changed)")
        let wrong = after.unknown.filter { $0.value != [name] }
        #expect(wrong.isEmpty, "without \(name), seed \(seed): \(wrong)")
      }
    }
  }

  @Test(arguments: Prepared.all)
  func `a fact that is added settles answers and unsettles none`(prepared: Prepared) throws {
    for seed in 300..<UInt64(302) {
      var person = RandomPerson(prepared, seed: seed)
      let whole = person.whole()
      var facts = Facts(
        factCount: prepared.model.facts.count,
        recordsCount: prepared.model.records.count
      )
      var before = Answers(try prepared.assessor.assess(facts, on: prepared.day))
      for step in whole.steps(prepared.model).shuffled(using: &person.generator) {
        facts.take(step, from: whole)
        let after = Answers(try prepared.assessor.assess(facts, on: prepared.day))
        let changed = before.changed(in: after)
        #expect(changed.isEmpty, "with \(step), seed \(seed): \(changed)")
        before = after
      }
      #expect(before.unknown.isEmpty, "seed \(seed)")
    }
  }

  @Test(arguments: Prepared.all)
  func `asking for what is missing, and for nothing else, decides in the end`(
    prepared: Prepared
  ) throws {
    for seed in 400..<UInt64(404) {
      var person = RandomPerson(prepared, seed: seed)
      let whole = person.whole()
      let model = prepared.model
      let channels = try prepared.assessor.assess(whole, on: prepared.day).channels
      for channel in channels {
        var facts = Facts(factCount: model.facts.count, recordsCount: model.records.count)
        var rounds = 0
        while rounds <= model.facts.count + model.records.count {
          let now = try prepared.assessor.assess(facts, on: prepared.day)
          let found = try #require(now.channels.first { $0.id == channel.id })
          if found.outcome != .undetermined { break }
          let wanted = Set(found.missing.map(\.id))
          let steps = whole.steps(model).filter { wanted.contains($0.name(in: model)) }
          #expect(!steps.isEmpty, "\(channel.id), seed \(seed)")
          for step in steps { facts.take(step, from: whole) }
          rounds += 1
        }
        let decided = try prepared.assessor.assess(facts, on: prepared.day)
        let outcome = decided.channels.first { $0.id == channel.id }?.outcome
        #expect(outcome == channel.outcome, "\(channel.id), seed \(seed)")
      }
    }
  }

  @Test(arguments: Prepared.all)
  func `how well a result is founded does not depend on who asks`(prepared: Prepared) throws {
    var first: [String: Standing]?
    for seed in 500..<UInt64(510) {
      var person = RandomPerson(prepared, seed: seed)
      let whole = person.whole()
      let assessment = try prepared.assessor.assess(person.partial(whole), on: prepared.day)
      var standings: [String: Standing] = [:]
      for channel in assessment.channels { standings[channel.id] = channel.standing }
      for service in assessment.services { standings["service " + service.id] = service.standing }
      #expect(first == nil || first == standings, "seed \(seed)")
      first = standings
    }
  }
}
