import ExpressionLanguage
import Policy
import Scoring
import TestSupport
import Testing

/// What an inquiry asks for is what matters, and nothing else, over measures made at random.
struct InquiryPropertyTests {
  private static let policies: [(seed: UInt64, prepared: Prepared)] =
    (0..<UInt64(48)).compactMap { seed in
      var policy = RandomPolicy(seed: seed)
      return policy.prepared().map { (seed, $0) }
    }

  @Test func `chance writes measures enough`() {
    #expect(InquiryPropertyTests.policies.count >= 30)
  }

  @Test func `a fact still matters exactly where somebody's result hangs on it`() {
    for (seed, prepared) in InquiryPropertyTests.policies {
      var person = RandomPerson(prepared, seed: seed)
      var facts = person.partial(person.whole())
      if seed % 6 == 0 {
        // Everybody of whom only the savings are known; with them unknown they are too many.
        let savings = facts.values.count - 2
        facts = prepared.nothing
        facts.values[savings] = .number(Int64(seed % 31))
      }
      let goals = prepared.set.channels.indices.flatMap { index -> [Goal] in
        [.outcome(index), .total(index), .standing(index)]
      }
      let wanted = Everybody(prepared: prepared, facts: facts).mattering(to: goals)
      let inquiry = prepared.assessor.inquire(facts, on: prepared.day, goals: goals)
      for goal in goals {
        let asked = inquiry.questions(for: goal).map(\.key)
        #expect(Set(asked) == wanted[goal] ?? [], "seed \(seed), \(goal)")
        #expect(Set(asked).count == asked.count)
        let isOpen = prepared.result(of: goal, facts) == "?"
        let isSettled = inquiry.settled[goal] != nil
        #expect(isSettled == (isOpen && asked.isEmpty), "seed \(seed), \(goal)")
        if let value = inquiry.settled[goal] {
          var anybody = person.whole()
          for (index, value) in facts.values.enumerated() where value.isKnown {
            anybody.values[index] = value
          }
          #expect(prepared.result(of: goal, anybody) == "\(value)", "seed \(seed), \(goal)")
        }
      }
      let unknown = facts.values.indices.filter { !facts.values[$0].isKnown }
      let all = unknown.map { MissingFact.fact($0) }
      #expect(Set(inquiry.questions.map(\.key)).union(inquiry.idle) == Set(all))
      #expect(inquiry.questions.count + inquiry.idle.count == all.count)
    }
  }

  @Test func `the questions decide every goal in the end, and none is asked that does not matter`()
  {
    for (seed, prepared) in InquiryPropertyTests.policies.prefix(15) {
      var person = RandomPerson(prepared, seed: seed + 1_000)
      let whole = person.whole()
      var facts = prepared.nothing
      let savings = facts.values.count - 2
      facts.values[savings] = whole.values[savings]
      let goals = prepared.standings
      var inquiry = prepared.assessor.inquire(facts, on: prepared.day, goals: goals)
      while let question = inquiry.questions.first, case .fact(let fact) = question.key {
        let mattering = Everybody(prepared: prepared, facts: facts).mattering(to: question.goals)
        #expect(question.goals.allSatisfy { mattering[$0]?.contains(question.key) == true })
        #expect(!facts.values[fact].isKnown)
        let before = inquiry.questions.count
        facts.values[fact] = whole.values[fact]
        inquiry = prepared.assessor.inquire(facts, on: prepared.day, goals: goals)
        #expect(inquiry.questions.count < before, "seed \(seed): there are ever fewer questions")
      }
      for goal in goals {
        let found = inquiry.settled[goal].map { "\($0)" } ?? prepared.result(of: goal, facts)
        #expect(found == prepared.result(of: goal, whole), "seed \(seed), \(goal)")
      }
    }
  }

  @Test(arguments: Prepared.shipped.filter { $0.name == "xiongan" }.suffix(1))
  func `people of the shipped measures are decided by what is asked of them`(
    prepared: Prepared
  ) throws {
    for seed in 0..<UInt64(2) {
      var person = RandomPerson(prepared, seed: seed + 2_000)
      let whole = person.whole()
      var facts = prepared.nothing
      var asked: Set<MissingFact> = []
      while let next = prepared.inquire(facts).questions.first?.key {
        #expect(asked.insert(next).inserted, "\(next) is asked twice, seed \(seed)")
        facts.take(next, from: whole)
      }
      let known = try prepared.assessor.assess(facts, on: prepared.day)
      let truth = try prepared.assessor.assess(whole, on: prepared.day)
      #expect(
        Dictionary(uniqueKeysWithValues: known.channels.map { ($0.id, $0.outcome) })
          == Dictionary(uniqueKeysWithValues: truth.channels.map { ($0.id, $0.outcome) }),
        "seed \(seed)"
      )
    }
  }
}

extension Prepared {
  /// A person of whom nothing is known.
  var nothing: Facts { Facts(factCount: model.facts.count, recordsCount: model.records.count) }

  /// What there is to ask for all channels.
  func inquire(_ facts: Facts, after verifier: Bilingual? = nil) -> Inquiry {
    assessor.inquire(facts, on: day, goals: standings, after: verifier)
  }
}

extension Facts {
  /// Takes what was asked for over from another person.
  mutating func take(_ key: MissingFact, from other: Facts) {
    switch key {
    case .fact(let index): values[index] = other.values[index]
    case .records(let index): records[index] = other.records[index]
    case .attribute(let kind, let item, let attribute):
      guard case .known(var rows) = records[kind], case .known(let known) = other.records[kind]
      else { return }
      rows[item][attribute] = known[item][attribute]
      records[kind] = .known(rows)
    }
  }
}
