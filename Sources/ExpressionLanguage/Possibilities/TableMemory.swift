/// What decision tables gave for sets of inputs, kept for evaluators that ask the same again.
///
/// A search asks the rules about hundreds of people who differ in one fact, and most tables do not
/// look at it. Not shared between threads; it lives for one search.
package final class TableMemory {
  /// The most answers that are kept.
  private static let most = 8_192

  /// A table with what its inputs and guards can be.
  private struct Question: Hashable {
    let table: DecisionNode
    let inputs: [ValueSet]
    let guards: [ValueSet]

    // A table is mostly compared with itself, which is told without looking at its rows.
    static func == (lhs: Question, rhs: Question) -> Bool {
      lhs.table.rows == rhs.table.rows && lhs.table.columns == rhs.table.columns
        && lhs.table.hit == rhs.table.hit && lhs.table.outputGuards == rhs.table.outputGuards
        && lhs.inputs == rhs.inputs && lhs.guards == rhs.guards
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(table.rows.count)
      hasher.combine(table.columns.count)
      hasher.combine(inputs)
      hasher.combine(guards)
    }
  }

  private var answers: [Question: ValueSet] = [:]

  /// Creates an empty memory.
  package init() {}

  /// What a table gave, or gives now.
  func results(
    of table: DecisionNode,
    _ inputs: [ValueSet],
    _ guards: [ValueSet],
    _ work: () -> ValueSet
  ) -> ValueSet {
    let question = Question(table: table, inputs: inputs, guards: guards)
    if let answer = answers[question] { return answer }
    let answer = work()
    if answers.count < TableMemory.most { answers[question] = answer }
    return answer
  }
}
