package import ExpressionLanguage
import Policy

/// Which facts still matter to a person's goals, in the order worth asking, and which do not.
package struct Inquiry: Sendable {
  /// The facts that can still change a goal, the one to ask first in front.
  package var questions: [Question]
  /// The unknown facts that can change no goal any more, in order of declaration.
  package var idle: [MissingFact]
  /// The goals that nothing can change any more, though they were not known before, with the result:
  /// every completion comes to it.
  package var settled: [Goal: Value]

  /// The facts that can still change one goal, in the order worth asking.
  package func questions(for goal: Goal) -> [Question] {
    questions.filter { $0.goals.contains(goal) }
  }
}

extension Assessor {
  /// What there is to ask of a person on one day so that the goals are decided.
  ///
  /// `after` is who verifies what was asked last; the order stays with him where that costs nothing.
  ///
  /// - Complexity: O(*g* · *n* · *s*) evaluations of a goal for *g* goals, *n* unknown facts and a
  ///   search of at most *s* evaluations; most facts take a handful.
  package func inquire(
    _ facts: Facts,
    on day: CivilDate,
    goals: [Goal],
    after verifier: Bilingual? = nil
  ) -> Inquiry {
    let whole = PersonCell(facts)
    let tables = TableMemory()
    let evaluator = whole.evaluator(self, on: day, tables)
    let undecided = goals.filter { self.set.result(of: $0, by: evaluator).value == nil }
    var goalsOfFact: [MissingFact: [Goal]] = [:]
    var openFacts: [MissingFact: OpenFact] = [:]
    var settled: [Goal: Value] = [:]
    for goal in undecided {
      let reach = reach(of: goal)
      let open = facts.open(reach.contains).map { key -> OpenFact in
        let fact = openFacts[key] ?? OpenFact(key, self.set.model, on: day)
        openFacts[key] = fact
        return fact
      }
      var search = RelevanceSearch(self, on: day, goal, open, tables)
      // What the total does not use changes where a channel stands only by whether it is open,
      // which is far less to look through.
      let parts = goal.parts.map { (total: self.reach(of: $0.total), outcome: $0.outcome) }
      var outcomeSearch = parts.map { RelevanceSearch(self, on: day, $0.outcome, open, tables) }
      var isSettled = true
      for fact in open {
        let isIdle =
          parts?.total.contains(fact.key) == false
          ? outcomeSearch?.isIdle(fact, in: whole) ?? false : search.isIdle(fact, in: whole)
        if isIdle { continue }
        goalsOfFact[fact.key, default: []].append(goal)
        isSettled = false
      }
      if isSettled { settled[goal] = result(of: goal, completing: whole, open, on: day, tables) }
    }
    let asked = facts.open { goalsOfFact[$0] != nil }.compactMap { openFacts[$0] }
    let left = undecided.filter { settled[$0] == nil }
    let order = QuestionOrder(self, on: day, whole, left, asked, tables)
    return Inquiry(
      questions: order.questions(goalsOfFact, after: verifier),
      idle: facts.open { goalsOfFact[$0] == nil },
      settled: settled
    )
  }

  /// What a goal comes to for any completion; asked where all come to the same.
  private func result(
    of goal: Goal,
    completing cell: PersonCell,
    _ open: [OpenFact],
    on day: CivilDate,
    _ tables: TableMemory
  ) -> Value? {
    let whole = open.reduce(cell) { cell, fact in
      fact.samples.first.map { cell.assuming(fact.key, $0) } ?? cell
    }
    return self.set.result(of: goal, by: whole.evaluator(self, on: day, tables)).value
  }

  /// Everything on which a goal can depend.
  func reach(of goal: Goal) -> References {
    var reach = References()
    for node in self.set.nodes(of: goal) { reach.formUnion(self.set.program.reach(of: node)) }
    return reach
  }
}

extension References {
  /// Whether something unknown is among what is used.
  func contains(_ key: MissingFact) -> Bool {
    switch key {
    case .fact(let fact): facts.contains(fact)
    case .records(let kind), .attribute(let kind, _, _): records.contains(kind)
    }
  }
}
