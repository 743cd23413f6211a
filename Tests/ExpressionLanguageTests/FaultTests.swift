import ExpressionLanguage
import Testing

/// A fault in a branch that may not be taken stops nobody.
@Suite struct FaultTests {
  private func decide(_ condition: Value) throws -> Value {
    let nobody = DecisionNode(
      hit: .first,
      inputs: [],
      guards: [],
      columns: [],
      outputGuards: [nil],
      rows: []
    )
    let node = Node.conditional(.fact(0), .constant(.number(7)), .decision(nobody))
    let program = Program(
      definitions: [Program.Definition(node: node)],
      facts: [ValueSet.of(.truth)],
      records: []
    )
    let day = try #require(CivilDate("2024-01-01"))
    let evaluator = Evaluator(program: program, facts: [condition], records: [], legalDate: day)
    return try evaluator.value(of: 0)
  }

  @Test func `the branch that is taken decides`() throws {
    #expect(try decide(.truth(true)) == .number(7))
    #expect(throws: EvaluationFault.self) { try decide(.truth(false)) }
  }

  @Test func `while the condition is unknown the value is too`() throws {
    let missing = Missing(.fact(0))
    #expect(try decide(.unknown(missing)) == .unknown(missing))
  }
}
