import ExpressionLanguage
import Policy

/// Finds out which unknown facts can still change a goal.
///
/// A fact matters where some completion of the other unknown facts leaves the result hanging on
/// it. The search goes through the values of the others, the cell of all of them first: a cell in
/// which the result is known is done with, and one in which two answers already give different
/// results is a witness. It counts evaluations, never time; a fact that it has no count left for
/// is kept, so that none that matters is ever dropped.
struct RelevanceSearch {
  /// The most evaluations for one fact and one goal.
  static let mostEvaluations = 600

  private let assessor: Assessor
  private let day: CivilDate
  private let goal: Goal
  private let open: [MissingFact: OpenFact]
  private var evaluations = 0

  /// Creates a search; `open` holds every unknown fact that the goal can depend on.
  init(_ assessor: Assessor, on day: CivilDate, _ goal: Goal, _ open: [OpenFact]) {
    self.assessor = assessor
    self.day = day
    self.goal = goal
    self.open = Dictionary(uniqueKeysWithValues: open.map { ($0.key, $0) })
  }

  /// Whether no completion of the others lets this fact change the goal, as far as can be proved.
  mutating func isIdle(_ fact: OpenFact, in cell: PersonCell) -> Bool {
    evaluations = 0
    // A fact of too many values is left open itself: what is decided all the same hangs not on it.
    let answers: [Value?] = fact.values ?? [nil]
    return isIdle(fact.key, cell, answers.map { ($0, nil) })
  }

  /// The same with what each answer gives as far as it is known; more facts never make it another.
  private mutating func isIdle(
    _ fact: MissingFact,
    _ cell: PersonCell,
    _ answers: [(answer: Value?, result: Value?)]
  ) -> Bool {
    var answers = answers
    var missed: Set<MissingFact> = []
    for place in answers.indices where answers[place].result == nil {
      let inner = answers[place].answer.map { cell.assuming(fact, .value($0)) } ?? cell
      let result = result(inner)
      answers[place].result = result.value
      missed.formUnion(result.missing?.facts ?? [])
    }
    let known = Set(answers.compactMap(\.result))
    if known.count > 1 { return false }
    if answers.allSatisfy({ $0.result != nil }) { return true }
    guard evaluations < RelevanceSearch.mostEvaluations,
      let next = next(missed, cell, besides: fact), let values = next.values
    else { return false }
    for value in values {
      if !isIdle(fact, cell.assuming(next.key, .value(value)), answers) { return false }
    }
    return true
  }

  /// The fact to go through next: of those that were missed the one with the fewest values.
  private func next(
    _ missed: Set<MissingFact>,
    _ cell: PersonCell,
    besides fact: MissingFact
  ) -> OpenFact? {
    let candidates = missed.isEmpty ? Set(open.keys) : missed
    return candidates.compactMap { key -> OpenFact? in
      guard key != fact, let next = open[key], next.values != nil,
        cell.value(key)?.isKnown == false
      else { return nil }
      return next
    }.min { lhs, rhs in
      let (left, right) = (lhs.values?.count ?? 0, rhs.values?.count ?? 0)
      return left == right ? lhs.key < rhs.key : left < right
    }
  }

  private mutating func result(_ cell: PersonCell) -> GoalResult {
    evaluations += 1
    let evaluator = cell.evaluator(assessor, on: day)
    return assessor.set.result(of: goal, by: evaluator, isBrief: true)
  }
}
