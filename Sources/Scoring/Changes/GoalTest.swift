import ExpressionLanguage
import Policy

/// Tells whether facts reach a goal, and whether any of many could; without reasons.
struct GoalTest {
  let set: PolicySet
  let goal: ChangeGoal

  private var channel: Channel { self.set.channels[goal.channel] }
  private var program: Program { self.set.program }

  /// Whether facts reach the goal on a day; facts that cannot be, or cannot be decided, do not.
  func verdict(_ facts: Facts, on day: CivilDate) -> GoalVerdict {
    let evaluator = Evaluator(
      program: program,
      facts: facts.values,
      records: facts.records,
      legalDate: day
    )
    let frame = Evaluator.Frame()
    do throws(EvaluationFault) {
      let open = try evaluator.evaluate(channel.openWhen.node, frame)
      if open == .truth(false) { return .notReached }
      var missing = open.missing
      if let line = goal.line, let total = channel.rankedBy {
        switch try evaluator.evaluate(total.node, frame) {
        case .number(let number): if number < line { return .notReached }
        case .unknown(let more):
          let numbers = bounds(total, facts, day...day)
          if numbers.high < line { return .notReached }
          if numbers.low < line { missing = missing.map(more.union) ?? more }
        default: return .notReached
        }
      }
      if let missing { return .undetermined(missing) }
      for check in set.model.impossible
      where try evaluator.evaluate(check.node, frame) == .truth(true) {
        return .notReached
      }
      return .reached
    } catch {
      return .notReached
    }
  }

  /// The least and the most that a total can be on the days of a range.
  private func bounds(
    _ total: Formula,
    _ facts: Facts,
    _ days: ClosedRange<CivilDate>
  ) -> NumberSet {
    PossibilityEvaluator(
      program: program,
      facts: program.possibilities(of: facts.values),
      records: program.possibilities(of: facts.records),
      legalDate: days
    ).values(total.node).numbers
  }

  /// Whether any of the people whom the sets hold could reach the goal on any of the days.
  ///
  /// No is certain; yes may be wrong.
  func isPossible(
    facts: [ValueSet],
    records: [RecordsSet],
    on days: ClosedRange<CivilDate>
  ) -> Bool {
    let evaluator = PossibilityEvaluator(
      program: program,
      facts: facts,
      records: records,
      legalDate: days
    )
    guard evaluator.values(channel.openWhen.node).canBeTrue else { return false }
    guard let line = goal.line, let total = channel.rankedBy else { return true }
    return evaluator.values(total.node).numbers.high >= line
  }
}
