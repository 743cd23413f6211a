import TestSupport
import Testing

@testable import ExpressionLanguage

/// Measures over records and spells of which parts are open, on one of several days, against
/// everybody who may be.
@Suite struct PossibilityRecordTests {
  private static func program(_ node: Node, _ grain: Grain) -> Program {
    Program(
      definitions: [Program.Definition(node: node)],
      facts: [],
      records: [
        Program.Records(
          attributes: [.everything, .everything, .yesOrNo, .everything],
          most: 3,
          grain: grain
        )
      ]
    )
  }

  private let start = CivilDate(year: 2020, month: 1, day: 30)?.day ?? 0

  private func date(_ day: Int) -> Value {
    CivilDate(day: Int(start) + day).map { .date($0) } ?? .absent
  }

  /// Records whose ends lie some days apart, each attribute with all that it can be.
  private func rows(_ random: inout SplitMix64) -> [[[Value]]] {
    (0..<Int.random(in: 0...2, using: &random)).map { _ in
      func days(from low: Int) -> [Value] {
        let count = [1, 1, 2, 3][Int.random(in: 0..<4, using: &random)]
        return Set((0..<count).map { _ in low + Int.random(in: 0...40, using: &random) })
          .sorted().map(date)
      }
      var to = days(from: 15)
      if Int.random(in: 0..<5, using: &random) == 0 { to.append(.absent) }
      let truths: [[Value]] = [
        [.truth(true)], [.truth(true)], [.truth(false)], [.truth(false), .truth(true)],
      ]
      let numbers: [[Value]] = [
        [.number(2)], [.number(-1), .number(3)], [.absent, .number(1)], [.absent],
      ]
      return [
        days(from: 0), to, truths[Int.random(in: 0..<4, using: &random)],
        numbers[Int.random(in: 0..<4, using: &random)],
      ]
    }
  }

  /// Every list of records that the choices allow, none of which ends before it begins.
  private func completions(_ rows: [[[Value]]]) -> [[[Value]]] {
    var all: [[[Value]]] = [[]]
    for row in rows {
      var choices: [[Value]] = [[]]
      for values in row { choices = choices.flatMap { head in values.map { head + [$0] } } }
      let possible = choices.filter { $0[1] == .absent || $0[0].order ?? 0 <= $0[1].order ?? 0 }
      all = all.flatMap { head in possible.map { head + [$0] } }
    }
    return all
  }

  private func node(_ random: inout SplitMix64, _ grain: Grain) -> Node {
    func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
    let filter: Node? = pick(3) == 0 ? nil : .attribute(2)
    if pick(3) == 0 {
      let kind: AggregateNode.Kind = [.count, .any, .sum, .largest, .smallest][pick(5)]
      let value: Node? = kind == .count || kind == .any ? nil : .attribute(3)
      return .aggregate(AggregateNode(kind: kind, records: 0, filter: filter, value: value))
    }
    let spells = TimelineNode.spells(records: 0, filter: filter)
    let all = TimelineNode.spells(records: 0, filter: nil)
    let timeline: TimelineNode = [
      spells, .both(all, .not(spells)), .either(spells, .not(all)), .both(all, spells),
    ][pick(4)]
    let kinds: [MeasureNode.Kind] = [
      .months, .days, .currentRun, .longestRun, .coversDay, .coversWindow, .first, .last,
    ]
    let kind = kinds[pick(8)]
    let counting: MeasureNode.Counting? =
      kind == .months && grain == .days ? MeasureNode.Counting.allCases[pick(2)] : nil
    return .measure(
      MeasureNode(
        kind: kind,
        timeline: timeline,
        grain: grain,
        from: kind == .coversDay ? .legalDate : .constant(date(5 + pick(20))),
        to: .legalDate,
        gap: Int32(pick(3)),
        counting: counting
      )
    )
  }

  @Test(arguments: 0..<150) func `no value that somebody has on one of the days is left out`(
    seed: Int
  ) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let grain: Grain = seed % 3 == 0 ? .months : .days
    for _ in 0..<4 {
      let node = node(&random, grain)
      let program = PossibilityRecordTests.program(node, grain)
      let rows = rows(&random)
      let first = Int.random(in: 0...60, using: &random)
      let last = first + [0, 1, 9][Int.random(in: 0..<3, using: &random)]
      let days = try (first...last).map { try #require(CivilDate(day: Int(start) + $0)) }
      let sets = rows.map { row in
        row.map { values in values.reduce(ValueSet.empty) { $0.union(ValueSet(only: $1)) } }
      }
      func values(_ records: RecordsSet) -> ValueSet {
        PossibilityEvaluator(
          program: program,
          facts: [],
          records: [records],
          legalDate: days[0]...days[days.count - 1]
        ).values(of: 0)
      }
      let possible = values(.known(sets))
      let unknown = values(
        .unknown(
          most: 3,
          attributes: [
            ValueSet(.ordered(.day, NumberSet(Int64(start), Int64(start) + 55))),
            ValueSet(.ordered(.day, NumberSet(Int64(start), Int64(start) + 55)), mayBeAbsent: true),
            .yesOrNo, ValueSet(numbers: NumberSet(-1, 3)).union(ValueSet(only: .absent)),
          ]
        )
      )
      let everybody = completions(rows)
      for records in everybody {
        for day in days {
          guard let value = program.value([], [.known(records)], on: day) else { continue }
          let isIn = possible.contains(value) && unknown.contains(value)
          if !isIn {
            Issue.record(
              "seed \(seed): \(value) of \(records) on \(day) not in \(possible): \(node)"
            )
          }
          if everybody.count == 1, days.count == 1 {
            #expect(possible.only == value, "seed \(seed): \(node)")
          }
        }
      }
    }
  }
}
