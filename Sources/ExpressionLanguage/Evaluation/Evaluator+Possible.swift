extension Evaluator {
  /// A comparison; where one side is an unknown table and no value that the table can still give
  /// makes a difference, it is known all the same.
  func compare(
    _ comparison: Comparison,
    _ lhs: Node,
    _ rhs: Node,
    _ frame: Frame
  ) throws(EvaluationFault) -> Value {
    let (left, right) = (try evaluate(lhs, frame), try evaluate(rhs, frame))
    let result = Evaluator.compare(comparison, left, right)
    if result.isKnown || !left.isKnown && !right.isKnown { return result }
    guard let candidates = try possible(left.isKnown ? rhs : lhs), !candidates.isEmpty else {
      return result
    }
    let results = candidates.map { candidate in
      left.isKnown
        ? Evaluator.compare(comparison, left, candidate)
        : Evaluator.compare(comparison, candidate, right)
    }
    let first = results[0]
    return first.isKnown && results.allSatisfy { $0 == first } ? first : result
  }

  /// The values that an unknown table can still give; `nil` for anything else.
  private func possible(_ node: Node) throws(EvaluationFault) -> [Value]? {
    switch node {
    case .definition(let definition):
      guard case .decision(let table) = program.definitions[definition].node,
        table.hit == .unique || table.hit == .first, !given.contains(definition)
      else { return nil }
      return try possibleOutputs(table, Frame())
    case .recoded(let inner, let positions):
      return try possible(inner)?.map { value in
        if case .choice(let index) = value { .choice(positions[index]) } else { value }
      }
    default: return nil
    }
  }
}
