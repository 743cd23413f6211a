import ExpressionLanguage
import Policy
import Testing

@Suite struct TableProverTests {
  private let education = ValueType(
    .choice(
      ChoiceType(
        values: ["doctorate", "master", "bachelor", "none"].map { ChoiceValue(label: $0) },
        isOrdered: false
      )
    )
  )

  private func variable(
    _ name: String,
    _ type: ValueType,
    isComputed: Bool = false
  ) -> ProofVariable {
    ProofVariable(name: Bilingual(name, name), type: type, isComputed: isComputed)
  }

  private func number(_ least: Int64, _ greatest: Int64, scale: Int = 0) -> ValueType {
    ValueType(.number(NumberType(scale: scale, least: least, greatest: greatest)))
  }

  private func range(_ low: Int64?, _ high: Int64?) -> CellTest {
    CellTest(tests: [
      .range(low.map(Value.number), includesLow: true, high.map(Value.number), includesHigh: true)
    ])
  }

  private func equal(_ values: Value...) -> CellTest {
    CellTest(tests: values.map(CellTest.Test.equal))
  }

  /// A table whose columns are its variables.
  private func table(
    _ hit: HitPolicy,
    _ variables: [ProofVariable],
    _ rows: [[CellTest]],
    hasOtherwise: Bool = false
  ) -> ProofTable {
    ProofTable(
      hit: hit,
      variables: variables,
      columns: variables.indices.map { ProofTable.Column(variable: $0, guarding: nil) },
      rows: rows,
      hasOtherwise: hasOtherwise,
      groups: []
    )
  }

  @Test func `who is 35 falls under two rows`() {
    let age = variable("age", number(0, 150), isComputed: true)
    let rows = [[range(nil, 35)], [range(35, 45)], [range(46, 50)], [range(51, nil)]]
    let person = ProofPerson(values: [.number(35)], isOnlyPossible: true)
    #expect(TableProver.findings(of: table(.unique, [age], rows)) == [.overlap(0, 1, person)])
  }

  @Test func `a value that the dictionary gained is a gap`() {
    let rows = [0, 1, 3].map { [equal(.choice($0))] }
    let person = ProofPerson(values: [.choice(2)], isOnlyPossible: false)
    let facts = [variable("education", education)]
    #expect(TableProver.findings(of: table(.unique, facts, rows)) == [.gap(person)])
    #expect(TableProver.findings(of: table(.first, facts, rows)) == [.gap(person)])
    #expect(TableProver.findings(of: table(.sum, facts, rows)) == [])
    let whole = table(.unique, facts, rows + [[]], hasOtherwise: true)
    #expect(TableProver.findings(of: whole) == [])
  }

  @Test func `a tenth between two whole numbers is a gap`() {
    let rows = [[range(nil, 50)], [range(60, nil)]]
    let facts = [variable("score", number(0, 90, scale: 1))]
    let person = ProofPerson(values: [.number(51)], isOnlyPossible: false)
    #expect(TableProver.findings(of: table(.unique, facts, rows)) == [.gap(person)])
  }

  @Test func `only the values that occur are gone through`() {
    let type = ValueType(
      .number(NumberType(scale: 1, least: 0, greatest: 370, values: [0, 105, 150, 260, 370]))
    )
    let facts = [variable("education points", type, isComputed: true)]
    let five = [Value.number(0), .number(105), .number(260), .number(370)]
    let rows = [[equal(five[0])], [equal(five[1], five[2], five[3])], [equal(.number(150))]]
    #expect(TableProver.findings(of: table(.unique, facts, rows)) == [])
    let person = ProofPerson(values: [.number(150)], isOnlyPossible: true)
    #expect(
      TableProver.findings(of: table(.unique, facts, Array(rows.dropLast()))) == [.gap(person)]
    )
  }

  @Test func `inputs that do not matter have no value`() {
    let facts = [
      variable("moved", .truth), variable("place", education), variable("age", number(0, 99)),
    ]
    let rows: [[CellTest]] = [
      [equal(.truth(true)), .any, .any], [.any, equal(.choice(1)), .any],
      [
        equal(.truth(false)), CellTest(tests: [.equal(.choice(1))], isNegated: true),
        range(18, nil),
      ],
    ]
    #expect(
      TableProver.findings(of: table(.unique, facts, rows)) == [
        .gap(
          ProofPerson(
            values: [.truth(false), .choice(0), .number(0)],
            isOnlyPossible: false
          )
        ),
        .overlap(
          0,
          1,
          ProofPerson(values: [.truth(true), .choice(1), nil], isOnlyPossible: false)
        ),
      ]
    )
  }

  @Test func `none is a value of an optional input`() {
    let facts = [variable("test", ValueType(.text, isOptional: true))]
    let rows = [[equal(.text("other"))], [CellTest(tests: [.equal(.absent)], isNegated: true)]]
    #expect(
      TableProver.findings(of: table(.unique, facts, rows)) == [
        .gap(ProofPerson(values: [.absent], isOnlyPossible: false)),
        .overlap(0, 1, ProofPerson(values: [.text("other")], isOnlyPossible: false)),
      ]
    )
  }

  @Test func `a row below others that take everyone of it is of no use`() {
    let facts = [variable("age", number(0, 99)), variable("moved", .truth)]
    let rows: [[CellTest]] = [
      [range(nil, 20), .any], [range(21, 40), .any], [range(10, 30), equal(.truth(true))],
      [range(200, nil), .any], [],
    ]
    #expect(
      TableProver.findings(of: table(.first, facts, rows, hasOtherwise: true)) == [
        .unreachable(row: 2), .unreachable(row: 3),
      ]
    )
    let full = table(
      .first,
      facts,
      [[range(nil, 50), .any], [range(40, nil), .any], []],
      hasOtherwise: true
    )
    #expect(TableProver.findings(of: full) == [.unreachable(row: 2)])
  }

  @Test func `guards that leave somebody out are told, and nothing of the rows below`() {
    let facts = [variable("third", number(1, 3)), variable("age", number(0, 99))]
    func test(_ value: Int64) -> ProofTest { ProofTest(variable: 0, test: equal(.number(value))) }
    let guards: [ProofGuard] = [.when(test(1)), .when(ProofTest(variable: 0, test: range(nil, 2)))]
    var broken = table(.unique, facts, [[.any]])
    broken.columns = guards.map { ProofTable.Column(variable: 1, guarding: $0) }
    broken.rows = [[range(nil, 20), range(nil, 20)]]
    broken.groups = [ProofTable.GuardGroup(name: "age", guards: guards)]
    #expect(
      TableProver.findings(of: broken) == [
        .guardGap(group: 0, ProofPerson(values: [.number(3), nil], isOnlyPossible: false)),
        .guardOverlap(
          group: 0,
          0,
          1,
          ProofPerson(values: [.number(1), nil], isOnlyPossible: false)
        ),
      ]
    )
    broken.columns = [ProofTable.Column(variable: 1, guarding: nil)]
    broken.rows = [[range(nil, 20)]]
    #expect(TableProver.findings(of: broken).count == 3)
  }

  @Test func `at most twenty findings are told`() {
    let facts = [variable("age", number(0, 99))]
    let rows = Array(repeating: [CellTest.any], count: 30)
    #expect(TableProver.findings(of: table(.unique, facts, rows)).count == 20)
  }

  @Test func `a table too large for the budget is not proved`() {
    let facts = (0..<12).map { variable("input \($0)", number(0, 99)) }
    let rows = (0..<40).map { row in
      facts.indices.map { range(Int64((row * 7 + $0 * 3) % 20), Int64(60 + (row + $0) % 30)) }
    }
    let findings = TableProver.findings(of: table(.first, facts, rows), budget: 3)
    #expect(findings.last == .notProved)
    #expect(findings.count == 2)
  }

  @Test func `a language table with guarded columns is proved in few steps`() {
    let ability = variable("ability", education)
    let scores = (0..<5).map { variable("score \($0)", number(0, 90, scale: 1)) }
    let guards = (0..<4).map {
      ProofGuard.when(ProofTest(variable: 0, test: equal(.choice($0))))
    }
    let rows = (0..<8).map { row in
      (0..<4).map { column -> CellTest in
        let low = row * 10 + column
        return range(row == 0 ? nil : Int64(low), row == 7 ? nil : Int64(low + 9))
      }
    }
    let proof = ProofTable(
      hit: .unique,
      variables: [ability] + scores,
      columns: guards.indices.map { ProofTable.Column(variable: $0 + 1, guarding: guards[$0]) },
      rows: rows,
      hasOtherwise: false,
      groups: [ProofTable.GuardGroup(name: "score", guards: guards)]
    )
    #expect(TableProver.findings(of: proof, budget: 1_000) == [])
  }

  @Test func `a schedule of birth years is proved in few steps`() {
    let first = CivilDate(year: 1900, month: 1, day: 1) ?? .earliest
    let last = CivilDate(year: 2030, month: 12, day: 31) ?? .latest
    let born = variable("birth date", ValueType(.date(first, last)))
    let starts = (0...36).compactMap {
      CivilDate(year: 1965, month: 1, day: 1)?.adding(months: 4 * $0, monthEnd: .down)
    }
    let rows = starts.indices.map { index -> [CellTest] in
      let next = index + 1 < starts.count ? Value.date(starts[index + 1]) : nil
      let low = index == 0 ? nil : Value.date(starts[index])
      return [CellTest(tests: [.range(low, includesLow: true, next, includesHigh: false)])]
    }
    #expect(TableProver.findings(of: table(.unique, [born], rows), budget: 4_000) == [])
  }

  @Test func `a table of twelve columns is proved in few steps`() {
    let facts = (0..<12).map { variable("condition \($0)", .truth) }
    var rows = facts.indices.map { row in
      facts.indices.map { column -> CellTest in
        column > row ? .any : equal(.truth(column == row))
      }
    }
    rows.append(facts.map { _ in equal(.truth(false)) })
    #expect(TableProver.findings(of: table(.unique, facts, rows), budget: 1_000) == [])
    let person = ProofPerson(values: facts.map { _ in .truth(false) }, isOnlyPossible: false)
    rows.removeLast()
    #expect(TableProver.findings(of: table(.unique, facts, rows)) == [.gap(person)])
  }
}
