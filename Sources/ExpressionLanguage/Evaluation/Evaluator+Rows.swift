extension Evaluator {
  /// Whether each row of a table applies, for explanations: yes, no or unknown.
  ///
  /// Under U and F the rows after the one that decides are no. An `otherwise` row applies where no
  /// other does.
  package func rows(
    of table: DecisionNode,
    _ frame: Frame
  ) throws(EvaluationFault) -> [Value] {
    var results: [Value] = []
    var decided = false
    var missing: Missing?
    for row in table.rows {
      if decided {
        results.append(.truth(false))
        continue
      }
      let single = DecisionNode(
        hit: .first,
        inputs: table.inputs,
        guards: table.guards,
        columns: table.columns,
        outputGuards: [nil],
        rows: [
          DecisionNode.Row(
            cells: row.cells,
            outputs: [.truth(true)],
            isOtherwise: row.isOtherwise
          ),
          DecisionNode.Row(cells: [], outputs: [.truth(false)], isOtherwise: true),
        ]
      )
      var value = try decision(single, frame)
      if row.isOtherwise {
        let someApply = results.contains(.truth(true))
        value = someApply ? .truth(false) : missing.map { .unknown($0) } ?? .truth(true)
      }
      missing = Evaluator.union(missing, value.missing)
      results.append(value)
      let isSingle = table.hit == .unique || table.hit == .first
      if isSingle, value == .truth(true) { decided = true }
    }
    return results
  }
}
