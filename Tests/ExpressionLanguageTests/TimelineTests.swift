@testable import ExpressionLanguage
import TestSupport
import Testing

/// Measures over spells, against a walk month by month, with and without unknown parts.
@Suite struct TimelineTests {
  private static let start = 2020 * 12
  private static let months = 0..<8
  /// From, to, and whether it counts.
  private static var scope: TestScope {
    TestScope(
      [("x", .truth)],
      records: [
        RecordsSignature(
          name: "jobs",
          grain: .months,
          most: 60,
          attributes: [
            ("from", .date), ("to", ValueType(.date(.earliest, .latest), isOptional: true)),
            ("counts", .truth),
          ]
        )
      ]
    )
  }

  private static func first(_ month: Int) -> Value {
    CivilMonth(ordinal: Int32(start + month)).firstDay.map { .date($0) } ?? .absent
  }

  private static func last(_ month: Int) -> Value {
    CivilMonth(ordinal: Int32(start + month)).lastDay.map { .date($0) } ?? .absent
  }

  private struct Spell {
    var from: Int
    /// `nil` while it goes on.
    var to: Int?
    var counts: Bool

    var row: [Value] {
      [TimelineTests.first(from), to.map(TimelineTests.last) ?? .absent, .truth(counts)]
    }

    func holds(_ month: Int) -> Bool { counts && from <= month && month <= to ?? 1_000 }
  }

  private static func random(_ random: inout SplitMix64) -> [Spell] {
    (0..<Int.random(in: 0...3, using: &random)).map { _ in
      let from = Int.random(in: months, using: &random)
      let to = from + Int.random(in: 0...4, using: &random)
      return Spell(
        from: from,
        to: Int.random(in: 0..<5, using: &random) == 0 ? nil : to,
        counts: Int.random(in: 0..<4, using: &random) > 0
      )
    }
  }

  private static let filter = Node.attribute(2)

  /// Each measure with what it is when counted month by month.
  private static func measures(
    _ timeline: TimelineNode,
    _ holds: @escaping (Int) -> Bool
  ) -> [(node: Node, wanted: Value, name: String)] {
    let window = months
    let (low, high) = (Node.constant(first(2)), Node.constant(last(6)))
    func node(
      _ kind: MeasureNode.Kind,
      from: Node? = nil,
      to: Node? = nil,
      gap: Int32 = 0
    ) -> Node {
      .measure(
        MeasureNode(kind: kind, timeline: timeline, grain: .months, from: from, to: to, gap: gap)
      )
    }
    func run(_ gap: Int) -> Int {
      var (held, away) = (0, 0)
      for month in 0...6 {
        if holds(month) {
          held = away <= gap ? held + 1 : 1
          away = 0
        } else {
          away += 1
        }
      }
      return away <= gap ? held : 0
    }
    func longest(_ gap: Int) -> Int {
      var (held, away, best) = (0, 0, 0)
      for month in 2...6 {
        if holds(month) {
          held = away <= gap ? held + 1 : 1
          away = 0
          best = max(best, held)
        } else {
          away += 1
        }
      }
      return best
    }
    var all: [(node: Node, wanted: Value, name: String)] = [
      (
        node(.months, from: low, to: high), .number(Int64((2...6).filter(holds).count)), "months"
      ),
      (node(.coversDay, from: low), .truth(holds(2)), "covers a day"),
      (
        node(.coversWindow, from: low, to: high), .truth((2...6).allSatisfy(holds)),
        "covers a window"
      ),
    ]
    for gap in 0...2 {
      all.append(
        (node(.currentRun, to: high, gap: Int32(gap)), .number(Int64(run(gap))), "run \(gap)")
      )
      all.append(
        (
          node(.longestRun, from: low, to: high, gap: Int32(gap)), .number(Int64(longest(gap))),
          "longest \(gap)"
        )
      )
    }
    _ = window
    return all
  }

  private static func program(_ node: Node) -> Program { scope.program(node) }

  @Test(arguments: 0..<120) func `measures are those counted month by month`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let spells = TimelineTests.random(&random)
    let counting = TimelineNode.spells(records: 0, filter: TimelineTests.filter)
    let all = TimelineNode.spells(records: 0, filter: nil)
    let forms: [(TimelineNode, (Int) -> Bool)] = [
      (counting, { month in spells.contains { $0.holds(month) } }),
      (.not(counting), { month in !spells.contains { $0.holds(month) } }),
      (
        .both(all, .not(counting)),
        { month in
          spells.contains { $0.from <= month && month <= $0.to ?? 1_000 }
            && !spells.contains { $0.holds(month) }
        }
      ),
      (
        .either(counting, .not(all)),
        { month in
          spells.contains { $0.holds(month) }
            || !spells.contains { $0.from <= month && month <= $0.to ?? 1_000 }
        }
      ),
    ]
    for (timeline, holds) in forms {
      for (node, wanted, name) in TimelineTests.measures(timeline, holds) {
        // A run that began before the walk did is longer than the walk can tell.
        if name.hasPrefix("run"), holds(-1) { continue }
        let found = TimelineTests.program(node)
          .value([.truth(true)], [.known(spells.map(\.row))])
        #expect(found == wanted, "\(name) of \(spells)")
      }
    }
  }

  @Test(arguments: 0..<80) func `unknown parts of spells are never contradicted`(seed: Int) {
    var random = SplitMix64(seed: UInt64(5_000 + seed))
    let spells = TimelineTests.random(&random)
    var rows: [[Value?]] = spells.map { $0.row.map { $0 } }
    var possible: [[[Value]]] = [[]]
    for (index, spell) in spells.enumerated() {
      var choices: [Spell] = [spell]
      if Int.random(in: 0..<2, using: &random) == 0 {
        rows[index][2] = nil
        choices = choices.flatMap { one in
          [false, true].map { Spell(from: one.from, to: one.to, counts: $0) }
        }
      }
      if Int.random(in: 0..<3, using: &random) == 0 {
        rows[index][1] = nil
        choices = choices.flatMap { one in
          [one.from, one.from + 1, one.from + 3, 9].map {
            Spell(from: one.from, to: max($0, one.from), counts: one.counts)
          } + [Spell(from: one.from, to: nil, counts: one.counts)]
        }
      } else if Int.random(in: 0..<3, using: &random) == 0 {
        rows[index][0] = nil
        choices = choices.flatMap { one in
          [-3, 0, 1, 3, 6].map {
            Spell(from: min($0, one.to ?? 12), to: one.to, counts: one.counts)
          }
        }
      }
      possible = possible.flatMap { rows in choices.map { rows + [$0.row] } }
    }
    var person = PartialPerson(
      domains: [[.truth(true)]],
      facts: [.truth(true)],
      records: rows,
      possibleRecords: possible
    )
    expect(person, seed)
    person.records = nil
    person.possibleRecords += [[], [Spell(from: 4, to: 4, counts: true).row]]
    expect(person, seed)
  }

  private func expect(_ person: PartialPerson, _ seed: Int) {
    let counting = TimelineNode.spells(records: 0, filter: TimelineTests.filter)
    let all = TimelineNode.spells(records: 0, filter: nil)
    let forms: [TimelineNode] = [
      counting, all, .not(counting), .both(all, .not(counting)), .either(counting, .not(all)),
    ]
    for timeline in forms {
      var nodes = TimelineTests.measures(timeline) { _ in false }.map { ($0.node, $0.name) }
      for kind in [MeasureNode.Kind.first, .last] {
        nodes.append(
          (
            .measure(MeasureNode(kind: kind, timeline: timeline, grain: .months, gap: 0)),
            "\(kind)"
          )
        )
      }
      for (node, name) in nodes {
        expectNeverContradicted(TimelineTests.program(node), person, "\(name), seed \(seed)")
      }
      for kind in [AggregateNode.Kind.count, .any] {
        let node = AggregateNode(kind: kind, records: 0, filter: TimelineTests.filter)
        expectNeverContradicted(TimelineTests.program(.aggregate(node)), person, "\(kind)")
      }
      for kind in [AggregateNode.Kind.largest, .smallest] {
        let node = AggregateNode(
          kind: kind,
          records: 0,
          filter: TimelineTests.filter,
          value: .attribute(0)
        )
        expectNeverContradicted(TimelineTests.program(.aggregate(node)), person, "\(kind)")
      }
    }
  }

  @Test func `days become months by any day or by whole months`() {
    func months(_ from: String, _ to: String?, _ counting: MeasureNode.Counting) -> Value? {
      var scope = TimelineTests.scope.records[0]
      scope.grain = .days
      let days = TestScope([("x", .truth)], records: [scope])
      let node = MeasureNode(
        kind: .months,
        timeline: .spells(records: 0, filter: nil),
        grain: .days,
        from: .constant(.date(CivilDate("2023-01-01") ?? .earliest)),
        to: .constant(.date(CivilDate("2024-06-30") ?? .earliest)),
        gap: 0,
        counting: counting
      )
      let row: [Value] = [
        CivilDate(from).map { .date($0) } ?? .absent,
        to.flatMap { CivilDate($0) }.map { .date($0) } ?? .absent, .truth(true),
      ]
      return days.program(.measure(node)).value([.truth(true)], [.known([row])])
    }
    #expect(months("2023-01-31", "2023-03-01", .anyDay) == .number(3))
    #expect(months("2023-01-31", "2023-03-01", .wholeMonth) == .number(1))
    #expect(months("2023-02-01", "2023-02-28", .wholeMonth) == .number(1))
    #expect(months("2024-02-01", "2024-02-28", .wholeMonth) == .number(0))
    #expect(months("2024-02-01", "2024-02-29", .wholeMonth) == .number(1))
    #expect(months("2022-12-15", nil, .anyDay) == .number(18))
    #expect(months("2022-12-15", nil, .wholeMonth) == .number(18))
    #expect(months("2023-05-02", "2023-05-30", .wholeMonth) == .number(0))
  }
}
