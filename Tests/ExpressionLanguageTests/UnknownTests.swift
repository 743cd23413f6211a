import ExpressionLanguage
import TestSupport
import Testing

/// What is said of somebody of whom something is unknown is never contradicted by what is learnt.
@Suite struct UnknownTests {
  private static var scope: TestScope {
    TestScope(
      [
        ("a", .truth), ("b", .truth), ("c", .truth), ("p", .number(-1...2)), ("q", .number(0...3)),
        ("r", .number(0...2)), ("o", .number(0...2, optional: true)),
        ("k", .choice("x", "y", "z")),
      ]
    )
  }

  private func person(_ random: inout RandomNode) -> PartialPerson {
    PartialPerson(
      domains: RandomNode.domains,
      facts: RandomNode.domains.map { domain in
        random.pick(2) == 0 ? nil : domain[random.pick(domain.count)]
      }
    )
  }

  @Test(arguments: 0..<60) func `expressions are never contradicted`(seed: Int) {
    var random = RandomNode(random: SplitMix64(seed: UInt64(seed)))
    for _ in 0..<12 {
      let node = random.pick(2) == 0 ? random.truth(3) : random.number(3)
      let program = UnknownTests.scope.program(node)
      for _ in 0..<4 {
        let person = person(&random)
        expectNeverContradicted(program, person, "seed \(seed), \(node)")
        expectMonotone(program, person, &random)
      }
    }
  }

  @Test(arguments: HitPolicy.allCases) func `tables are never contradicted`(hit: HitPolicy) {
    var random = RandomNode(random: SplitMix64(seed: 77))
    var known = 0
    for round in 0..<400 {
      let program = UnknownTests.scope.program(.decision(random.table(hit)))
      let person = person(&random)
      if expectNeverContradicted(program, person, "\(hit), round \(round)") { known += 1 }
    }
    #expect(known > 30, "some results are known, or nothing was tested")
  }

  /// Learning one thing more never changes what was known.
  private func expectMonotone(
    _ program: Program,
    _ person: PartialPerson,
    _ random: inout RandomNode
  ) {
    guard let before = program.value(person.values), before.isKnown else { return }
    var wiser = person
    for fact in person.facts.indices where person.facts[fact] == nil {
      let domain = person.domains[fact]
      wiser.facts[fact] = domain[random.pick(domain.count)]
      let after = program.value(wiser.values)
      if after != nil, after != before {
        Issue.record("\(before) became \(String(describing: after))")
      }
    }
  }

  @Test func `a unique table gives the common result of the rows that may apply`() {
    let rows: [(Int64, Int64)] = [(0, 7), (1, 7), (2, 9)]
    let table = DecisionNode(
      hit: .unique,
      inputs: [.fact(5)],
      guards: [],
      columns: [DecisionNode.Column(input: 0, guarding: nil)],
      outputGuards: [nil],
      rows: rows.map { input, output in
        DecisionNode.Row(
          cells: [CellTest(tests: [.equal(.number(input))])],
          outputs: [.number(output)],
          isOtherwise: false
        )
      }
    )
    var facts = Array(repeating: Value.truth(false), count: 8)
    facts[5] = .unknown(Missing(.fact(5)))
    let program = UnknownTests.scope.program(.decision(table))
    #expect(program.value(facts) == .unknown(Missing(.fact(5))))
    var same = table
    same.rows[2].outputs = [.number(7)]
    #expect(UnknownTests.scope.program(.decision(same)).value(facts) == .number(7))
    same.rows[2] = DecisionNode.Row(cells: [], outputs: [.number(9)], isOtherwise: true)
    let otherwise = UnknownTests.scope.program(.decision(same)).value(facts)
    #expect(otherwise == .unknown(Missing(.fact(5))), "otherwise never fires on unknown")
  }

  @Test func `and, or and not are those of Kleene`() {
    let unknown = Value.unknown(Missing(.fact(0)))
    let values: [Value] = [.truth(false), unknown, .truth(true)]
    for (i, left) in values.enumerated() {
      for (j, right) in values.enumerated() {
        let program = { UnknownTests.scope.program($0) }
        let operands: [Node] = [.constant(left), .constant(right)]
        let facts = Array(repeating: Value.truth(false), count: 8)
        #expect(program(.all(operands)).value(facts) == values[min(i, j)])
        #expect(program(.any(operands)).value(facts) == values[max(i, j)])
        #expect(program(.not(.constant(left))).value(facts) == values[2 - i])
      }
    }
  }
}
