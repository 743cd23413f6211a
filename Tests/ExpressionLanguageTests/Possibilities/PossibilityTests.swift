import ExpressionLanguage
import TestSupport
import Testing

/// Whoever a person may be, what comes out is among what can come out.
@Suite struct PossibilityTests {
  private static var scope: TestScope {
    TestScope(
      [
        ("a", .truth), ("b", .truth), ("c", .truth), ("p", .number(-1...2)), ("q", .number(0...3)),
        ("r", .number(0...2)), ("o", .number(0...2, optional: true)),
        ("k", .choice("x", "y", "z")),
      ]
    )
  }

  private func sets(_ person: PartialPerson) -> [ValueSet] {
    zip(person.facts, person.domains).map { value, domain in
      let values = value.map { [$0] } ?? domain
      return values.reduce(ValueSet.empty) { $0.union(ValueSet(only: $1)) }
    }
  }

  private func values(
    _ program: Program,
    _ facts: [ValueSet],
    on days: ClosedRange<CivilDate> = .earliest ... .earliest
  ) -> ValueSet {
    PossibilityEvaluator(program: program, facts: facts, records: [], legalDate: days)
      .values(of: 0)
  }

  private func person(_ random: inout RandomNode) -> PartialPerson {
    PartialPerson(
      domains: RandomNode.domains,
      facts: RandomNode.domains.map { domain in
        random.pick(2) == 0 ? nil : domain[random.pick(domain.count)]
      }
    )
  }

  @Test(arguments: 0..<60) func `no value that somebody has is left out`(seed: Int) {
    var random = RandomNode(random: SplitMix64(seed: UInt64(1_000 + seed)))
    for _ in 0..<12 {
      let node = random.pick(2) == 0 ? random.truth(3) : random.number(3)
      let program = PossibilityTests.scope.program(node)
      for _ in 0..<4 {
        let person = person(&random)
        let possible = values(program, sets(person))
        person.forEachCompletion { facts, _ in
          guard let value = program.value(facts) else { return }
          if !possible.contains(value) {
            Issue.record("seed \(seed): \(facts) gives \(value), not in \(possible): \(node)")
          }
        }
      }
    }
  }

  @Test(arguments: 0..<60) func `of whom all is known, just what is decided is possible`(
    seed: Int
  ) {
    var random = RandomNode(random: SplitMix64(seed: UInt64(2_000 + seed)))
    for _ in 0..<20 {
      let node = random.pick(2) == 0 ? random.truth(3) : random.number(3)
      let program = PossibilityTests.scope.program(node)
      let facts = RandomNode.domains.map { $0[random.pick($0.count)] }
      guard let value = program.value(facts) else { continue }
      let possible = values(program, facts.map { ValueSet(only: $0) })
      if possible.only != value {
        Issue.record("seed \(seed): \(facts) gives \(value), not \(possible): \(node)")
      }
    }
  }

  @Test(arguments: HitPolicy.allCases) func `a table of facts gives just what somebody gets`(
    hit: HitPolicy
  ) {
    var random = RandomNode(random: SplitMix64(seed: 99))
    for round in 0..<400 {
      var table = random.table(hit)
      // Guards depend on facts that inputs may also be: without them inputs are independent.
      guard table.guards.isEmpty, Set(table.inputs.map(fact)).count == table.inputs.count else {
        continue
      }
      table.columns.shuffle(using: &random.random)
      let program = PossibilityTests.scope.program(.decision(table))
      let person = person(&random)
      let possible = values(program, sets(person))
      var real: Set<Value> = []
      person.forEachCompletion { facts, _ in
        if let value = program.value(facts) { real.insert(value) }
      }
      if real.isEmpty { continue }
      let all = real.reduce(ValueSet.empty) { $0.union(ValueSet(only: $1)) }
      #expect(possible == all, "\(hit), round \(round)")
    }
  }

  private func fact(_ node: Node) -> Int {
    if case .fact(let index) = node { index } else { -1 }
  }

  @Test func `a table too large to go through is still bounded`() {
    // Seven inputs of four values each make 16,384 combinations of one row each.
    let inputs = (0..<7).map { Node.fact($0) }
    var rows: [DecisionNode.Row] = []
    for input in inputs.indices {
      for value in 0..<4 {
        var cells = Array(repeating: CellTest.any, count: 7)
        cells[input] = CellTest(tests: [.equal(.number(Int64(value)))])
        rows.append(
          DecisionNode.Row(cells: cells, outputs: [.number(Int64(value))], isOtherwise: false)
        )
      }
    }
    let table = DecisionNode(
      hit: .sum,
      inputs: inputs,
      guards: [],
      columns: inputs.indices.map { DecisionNode.Column(input: $0, guarding: nil) },
      outputGuards: [nil],
      rows: rows
    )
    let scope = TestScope((0..<7).map { ("f\($0)", ValueType.number(0...3)) })
    let wide = Array(repeating: ValueSet(numbers: NumberSet(0, 3)), count: 7)
    let bounds = values(scope.program(.decision(table)), wide).numbers
    #expect(bounds.low == 0)
    #expect(bounds.high == 42, "each row by itself: more than the 21 that anybody gets")
    var fewer = wide
    fewer[0] = ValueSet(only: .number(3))
    fewer[1] = ValueSet(only: .number(2))
    let exact = values(scope.program(.decision(table)), fewer).numbers
    #expect(exact.low == 5)
    #expect(exact.high == 20)
  }
}
