import ExpressionLanguage
import Policy
import Scoring
import TestSupport
import Testing

/// The bounds of a total against everybody whom the known facts allow.
struct BoundsPropertyTests {
  /// The least and the greatest total of all who may be, each decided by itself.
  private func extremes(
    _ prepared: Prepared,
    _ facts: Facts
  ) throws -> (least: Int64, greatest: Int64)? {
    let total = try #require(prepared.rule("total"))
    let domains = zip(prepared.model.facts, facts.values).map { fact, value in
      value.isKnown ? [value] : ValueSet.of(fact.type).values(atMost: 100) ?? []
    }
    var everybody: [[Value]] = [[]]
    for domain in domains {
      everybody = everybody.flatMap { head in domain.map { head + [$0] } }
    }
    var found: [Int64] = []
    for values in everybody {
      var whole = facts
      whole.values = values
      guard try prepared.assessor.impossible(whole, on: prepared.day).isEmpty else { continue }
      let evaluator = Evaluator(
        program: prepared.set.program,
        facts: values,
        records: [],
        legalDate: prepared.day
      )
      guard case .number(let number) = try evaluator.value(of: total.id) else { continue }
      found.append(number)
    }
    return found.min().flatMap { least in found.max().map { (least, $0) } }
  }

  @Test func `bounds hold, and where they are said to be attained they are`() throws {
    var (asked, attained) = (0, 0)
    for seed in 0..<UInt64(60) {
      var random = RandomMeasure(random: SplitMix64(seed: seed))
      let text = random.text()
      let library = Libraries.library([
        "test/facts.md": RandomMeasure.dictionary, "test/measure.md": text,
      ])
      let day = try #require(CivilDate("2024-03-31"))
      guard let prepared = try? Prepared(library, "test", on: day) else { continue }
      let scale = prepared.rule("total")?.type.number?.scale ?? 0
      for round in 0..<UInt64(4) {
        var person = RandomPerson(prepared, seed: seed * 10 + round)
        let facts = person.partial(person.whole())
        guard let (least, greatest) = try extremes(prepared, facts) else { continue }
        let found = try prepared.assessor.assess(facts, on: prepared.day).channels.first?.total
        let line = try #require(found)
        #expect(line.scale == scale)
        let what: Comment = "seed \(seed), \(round): \(facts.values)\n\(text)"
        if line.points != nil {
          // Whoever is impossible may stand in the way of knowing more, never of knowing less.
          #expect(line.points == least && line.points == greatest, what)
          continue
        }
        asked += 1
        let bounds = try #require(line.bounds, what)
        #expect(bounds.least <= least && greatest <= bounds.greatest, what)
        guard bounds.isAttained else { continue }
        attained += 1
        #expect(bounds.least == least && greatest == bounds.greatest, what)
      }
    }
    #expect(asked > 60, "enough totals were unknown: \(asked)")
    #expect(attained * 100 >= asked * 97, "\(attained) of \(asked) were attained")
  }
}
