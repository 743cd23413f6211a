import ExpressionLanguage
import Policy
import TestSupport
import Testing

@testable import Scoring

/// What is offered, held against trying everything, over measures and people made at random.
struct ChangePropertyTests {
  private let day = SmallWorld.day

  /// Whether facts reach a goal, by the whole assessment.
  private func reaches(
    _ facts: Facts,
    _ prepared: Prepared,
    line: Int64?
  ) throws -> Bool {
    guard try prepared.assessor.impossible(facts, on: day).isEmpty else { return false }
    let channel = try #require(try prepared.assessor.assess(facts, on: day).channels.first)
    guard channel.outcome == .open else { return false }
    guard let line else { return true }
    guard let points = channel.total?.points else { return false }
    return points >= line
  }

  /// A choice of one option for one target, to compare.
  private struct Choice: Hashable {
    var target: ChangeTarget
    var values: [Value]
  }

  private func choices(_ search: ChangeSearch, _ change: FoundChange) -> Set<[Choice]> {
    var all: [[Choice]] = [[]]
    for part in change.parts {
      all = all.flatMap { choice in
        part.options.map { choice + [Choice(target: search.levers[part.lever].target, values: $0)] }
      }
    }
    return Set(all)
  }

  private func cost(_ ways: [EveryChange.Way]) -> ChangeCost {
    ChangeCost(
      steps: ways.map(\.steps).reduce(0, +),
      distances: ways.compactMap(\.distance)
    )
  }

  @Test(arguments: 0..<60)
  func `single changes are those of trying all, the smallest of each fact`(seed: Int) throws {
    let prepared = try SmallWorld.prepared(seed: UInt64(seed))
    for number in 0..<3 {
      var person = SmallPerson(prepared, seed: UInt64(seed * 10 + number))
      let facts = person.facts(isPartial: false)
      let line: Int64? = number == 0 ? nil : Int64(20 + 10 * number)
      let goal = ChangeGoal(channel: 0, line: line)
      if try reaches(facts, prepared, line: line) { continue }
      let search = ChangeSearch(prepared.set, facts: facts, day: day)
      let singles = search.singles(goal, search.relevant(to: goal))
      var found: [ChangeTarget: Set<[Choice]>] = [:]
      for change in SingleOrder.changes(singles) {
        found[search.levers[change.parts[0].lever].target] = choices(search, change)
      }
      let every = EveryChange(model: prepared.model, facts: facts, day: day)
      var wanted: [ChangeTarget: Set<[Choice]>] = [:]
      for ways in every.ways {
        let good = try ways.filter { way in
          guard let after = every.after([way]) else { return false }
          return try reaches(after, prepared, line: line)
        }
        guard let least = good.map({ cost([$0]) }).min() else { continue }
        wanted[ways[0].target] = Set(
          good.filter { cost([$0]) == least }.map { [Choice(target: $0.target, values: $0.values)] }
        )
      }
      #expect(found == wanted, "seed \(seed), person \(number)")
    }
  }

  @Test(arguments: 100..<130)
  func `pairs are those of trying all, none with a part that is enough`(seed: Int) throws {
    let prepared = try SmallWorld.prepared(seed: UInt64(seed))
    var person = SmallPerson(prepared, seed: UInt64(seed))
    let facts = person.facts(isPartial: false)
    let line: Int64? = seed.isMultiple(of: 2) ? nil : 40
    let goal = ChangeGoal(channel: 0, line: line)
    if try reaches(facts, prepared, line: line) { return }
    let search = ChangeSearch(prepared.set, facts: facts, day: day)
    let relevant = search.relevant(to: goal)
    let singles = search.singles(goal, relevant)
    let pairs = search.pairs(goal, relevant, singles: singles)
    var found: [Set<ChangeTarget>: FoundChange] = [:]
    for pair in pairs { found[Set(pair.parts.map { search.levers[$0.lever].target })] = pair }
    #expect(found.count == pairs.count)

    let every = EveryChange(model: prepared.model, facts: facts, day: day)
    let test = GoalTest(set: prepared.set, goal: goal)
    let ways = every.ways
    // The cheap test is held against the whole assessment by the test of single changes.
    func good(_ ways: [EveryChange.Way]) -> Bool {
      every.after(ways).map { test.verdict($0, on: day) == .reached } ?? false
    }
    let enough = ways.map { $0.filter { good([$0]) } }
    for (index, first) in ways.enumerated() {
      for (offset, second) in ways[(index + 1)...].enumerated() {
        var best: (cost: ChangeCost, ways: [EveryChange.Way])?
        for one in first where !enough[index].contains(where: one.contains) {
          for two in second where !enough[index + 1 + offset].contains(where: two.contains) {
            let cost = cost([one, two])
            if let best, best.cost <= cost { continue }
            if good([one, two]) { best = (cost, [one, two]) }
          }
        }
        let targets: Set = [first[0].target, second[0].target]
        #expect(found[targets]?.cost == best?.cost, "seed \(seed): \(targets)")
        guard let pair = found[targets] else { continue }
        for choice in choices(search, pair) {
          let made = choice.map { Move($0.target, $0.values) }
          let after = try #require(facts.making(made, on: day, model: prepared.model))
          #expect(try reaches(after, prepared, line: line), "seed \(seed): \(choice)")
        }
      }
    }
  }

  @Test(arguments: 200..<240)
  func `with facts missing, a change is offered only where it does whatever they are`(
    seed: Int
  ) throws {
    let prepared = try SmallWorld.prepared(seed: UInt64(seed))
    for number in 0..<4 {
      var person = SmallPerson(prepared, seed: UInt64(seed * 10 + number))
      let facts = person.facts(isPartial: true)
      let goal = ChangeGoal(channel: 0)
      if try reaches(facts, prepared, line: nil) { continue }
      let search = ChangeSearch(prepared.set, facts: facts, day: day)
      let singles = search.singles(goal, search.relevant(to: goal))
      let found = Set(
        SingleOrder.changes(singles).map { search.levers[$0.parts[0].lever].target }
      )
      let every = EveryChange(model: prepared.model, facts: facts, day: day)
      var wanted: Set<ChangeTarget> = []
      for ways in every.ways {
        let does = try ways.contains { way in
          try every.after([way]).map { try reaches($0, prepared, line: nil) } ?? false
        }
        if does { wanted.insert(ways[0].target) }
      }
      #expect(found == wanted, "seed \(seed), person \(number)")
    }
  }
}
