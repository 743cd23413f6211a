import ExpressionLanguage
import Policy

/// Works out the order in which facts are worth asking.
///
/// The measure is the rest: after an answer, how many facts are still missed by the goals that are
/// still open, on average over the answers, each answer counted alike. The least rest comes first;
/// of facts within half a question of the least, the one that costs least effort, then one that the
/// same verifier answers, then the lesser rest, then the one declared first. What a dictionary calls
/// sensitive comes after everything else, so that nobody tells it who need not.
struct QuestionOrder {
  /// Rests that differ by no more are as good as equal, in thousandths of a question.
  static let nearness = 500

  private let assessor: Assessor
  private let day: CivilDate
  private let cell: PersonCell
  /// The goals, with what each can depend on and what it misses now.
  private let goals: [(goal: Goal, reach: References, missed: [MissingFact])]
  private let facts: [OpenFact]
  private let tables: TableMemory

  init(
    _ assessor: Assessor,
    on day: CivilDate,
    _ cell: PersonCell,
    _ goals: [Goal],
    _ facts: [OpenFact],
    _ tables: TableMemory
  ) {
    self.assessor = assessor
    self.day = day
    self.cell = cell
    self.facts = facts
    self.tables = tables
    let evaluator = cell.evaluator(assessor, on: day, tables)
    self.goals = goals.map { goal in
      let missing = assessor.set.result(of: goal, by: evaluator).missing
      return (goal, assessor.reach(of: goal), missing?.facts ?? [])
    }
  }

  /// The facts as questions, the one to ask first in front.
  func questions(_ goals: [MissingFact: [Goal]], after verifier: Bilingual?) -> [Question] {
    let judged = JudgedFacts(assessor.set)
    var left = facts.map { fact in
      Question(
        key: fact.key,
        name: assessor.set.name(fact.key),
        effort: Question.Effort(fact.key, assessor.set.model, judged),
        isSensitive: assessor.set.model.isSensitive(fact.key),
        goals: goals[fact.key] ?? [],
        expectedRest: expectedRest(fact)
      )
    }
    var ordered: [Question] = []
    var last = verifier
    while !left.isEmpty {
      let isLate = left.allSatisfy(\.isSensitive)
      let open = left.indices.filter { left[$0].isSensitive == isLate }
      let least = open.map { left[$0].expectedRest }.min() ?? 0
      let near = open.filter { left[$0].expectedRest <= least + QuestionOrder.nearness }
      guard let next = near.min(by: { precedes(left[$0], left[$1], after: last) }) else { break }
      last = left[next].name.verifiedBy
      ordered.append(left.remove(at: next))
    }
    return ordered
  }

  private func precedes(_ lhs: Question, _ rhs: Question, after verifier: Bilingual?) -> Bool {
    if lhs.effort != rhs.effort { return lhs.effort < rhs.effort }
    let (left, right) = (lhs.name.verifiedBy == verifier, rhs.name.verifiedBy == verifier)
    if left != right { return left }
    if lhs.expectedRest != rhs.expectedRest { return lhs.expectedRest < rhs.expectedRest }
    return lhs.key < rhs.key
  }

  /// How many facts the goals still miss after an answer, on average, in thousandths.
  private func expectedRest(_ fact: OpenFact) -> Int {
    guard !fact.samples.isEmpty else { return facts.count * 1_000 }
    var others: Set<MissingFact> = []
    for goal in goals where !goal.reach.contains(fact.key) { others.formUnion(goal.missed) }
    let touched = goals.filter { $0.reach.contains(fact.key) }.map(\.goal)
    var sum = 0
    for answer in fact.samples {
      let evaluator = cell.assuming(fact.key, answer).evaluator(assessor, on: day, tables)
      var missed = others
      for goal in touched {
        missed.formUnion(assessor.set.result(of: goal, by: evaluator).missing?.facts ?? [])
      }
      sum += missed.count
    }
    return sum * 1_000 / fact.samples.count
  }
}

extension FactModel {
  /// Whether a fact, or something of records of a kind, is sensitive.
  fileprivate func isSensitive(_ key: MissingFact) -> Bool {
    switch key {
    case .fact(let index): facts[index].isSensitive
    case .records(let kind): records[kind].attributes.contains(where: \.isSensitive)
    case .attribute(let kind, _, let attribute): records[kind].attributes[attribute].isSensitive
    }
  }
}
