import Testing

@testable import ExpressionLanguage

struct TableMemoryTests {
  private func table(_ outputs: [Int64]) -> DecisionNode {
    DecisionNode(
      hit: .first,
      inputs: [.fact(0)],
      guards: [],
      columns: [DecisionNode.Column(input: 0, guarding: nil)],
      outputGuards: [nil],
      rows: outputs.map { output in
        DecisionNode.Row(
          cells: [CellTest(tests: [.equal(.number(output))], isNegated: false)],
          outputs: [.number(output)],
          isOtherwise: false
        )
      }
    )
  }

  @Test func `a table that is asked the same again is not gone through again`() {
    let memory = TableMemory()
    let (table, inputs) = (table([1, 2]), [ValueSet(only: .number(1))])
    var count = 0
    for _ in 0..<3 {
      let results = memory.results(of: table, inputs, []) {
        count += 1
        return ValueSet(only: .number(1))
      }
      #expect(results == ValueSet(only: .number(1)))
    }
    #expect(count == 1)
  }

  @Test func `another table, input or guard is another question`() {
    let memory = TableMemory()
    let one = ValueSet(only: .number(1))
    let yes = ValueSet(only: .truth(true))
    var count = 0
    for (table, inputs, guards) in [
      (table([1, 2]), [one], []), (table([1, 3]), [one], []),
      (table([1, 2]), [ValueSet(only: .number(2))], []), (table([1, 2]), [one], [yes]),
    ] {
      count += 1
      let answer = ValueSet(only: .number(Int64(count)))
      #expect(memory.results(of: table, inputs, guards) { answer } == answer)
    }
  }
}
