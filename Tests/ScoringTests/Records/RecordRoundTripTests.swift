import ExpressionLanguage
import FactFiles
import Policy
import TestSupport
import Testing

@testable import Scoring

/// What is recorded is read again as it was, for people made at random.
struct RecordRoundTripTests {
  private func read(_ record: DecisionRecord) throws -> DecisionRecord {
    let bytes = RecordSeal.sealed(record.text) { _ in String(repeating: "0", count: 64) }
    let (tree, found) = RecordFileReader.read(SourceText(name: "r.json", bytes: bytes))
    #expect(!found.hasErrors)
    return try DecisionRecord(format1: try #require(tree))
  }

  private func record(_ facts: Facts, _ prepared: Prepared) throws -> DecisionRecord {
    var record = DecisionRecord(
      try prepared.assessor.assess(facts, on: prepared.day),
      of: facts,
      by: prepared.set,
      engine: "0"
    )
    // The libraries of these tests have no hashes.
    let hash = String(repeating: "a", count: 64)
    for policy in record.policies.indices {
      for text in record.policies[policy].texts.indices {
        record.policies[policy].texts[text].hash = hash
      }
    }
    for dictionary in record.dictionaries.indices { record.dictionaries[dictionary].hash = hash }
    return record
  }

  /// The records of a person; `nil` where it is not known which there are.
  private func rows(_ facts: Facts) -> [[[Value]]?] {
    facts.records.map { if case .known(let rows) = $0 { rows } else { nil } }
  }

  @Test(arguments: Prepared.all.filter { $0.day.parts.year != 2024 })
  func `facts, records and where they come from come back as they were`(
    prepared: Prepared
  ) throws {
    for seed in 700..<UInt64(703) {
      var random = RandomPerson(prepared, seed: seed)
      let whole = random.whole()
      for var facts in [whole, random.partial(whole)] {
        facts.displayName = seed.isMultiple(of: 2) ? "甲 \"\\ 乙" : nil
        for index in facts.values.indices where random.pick(3) == 0 && facts.values[index].isKnown {
          facts.provenance[.fact(index)] = Provenance(source: "来源 \(index)", asOf: "")
        }
        let record = try record(facts, prepared)
        let again = try read(record)
        #expect(again.text == record.text, "seed \(seed)")
        let typed = try again.typedFacts(prepared.model)
        #expect(typed.values == facts.values, "seed \(seed)")
        #expect(rows(typed) == rows(facts), "seed \(seed)")
        #expect(typed.provenance == facts.provenance, "seed \(seed)")
        #expect(typed.displayName == facts.displayName)
        let comparison = RecordComparison(again, try self.record(typed, prepared))
        #expect(comparison.differences.isEmpty && comparison.newKeys.isEmpty, "seed \(seed)")
      }
    }
  }

  @Test func `a value is written in one way, and read in no other`() {
    let number = ValueType(.number(NumberType(scale: 2, least: -100, greatest: 1_000)))
    #expect(number.value(canonical: "-1.00") == .number(-100))
    #expect(number.value(canonical: "10.00") == .number(1_000))
    let others = "1 1.0 1.000 01.00 +1.00 -1.01 10.01 1,00 一 1_0.00"
    for text in [""] + others.split(separator: " ").map(String.init) {
      #expect(number.value(canonical: text) == nil, "\(text)")
    }
    #expect(ValueType.truth.value(canonical: "yes") == nil)
    #expect(ValueType.date.value(canonical: "2023-02-29") == nil)
    let instant = ValueType(.instant)
    #expect(instant.value(canonical: "2023-02-28T20:00") == nil)
    #expect(instant.value(canonical: "2023-02-28") == nil)
    #expect(instant.value(canonical: "2023-02-28 20:00") != nil)
  }
}
