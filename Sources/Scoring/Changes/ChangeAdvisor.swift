package import ExpressionLanguage
import Policy

/// Says what would change the answers of one person: searches, then checks by assessing.
package struct ChangeAdvisor {
  /// The most combinations, and the most changes that only bring a day nearer, offered for a goal.
  package static let mostOffered = 3

  let assessor: Assessor
  let facts: Facts
  let day: CivilDate
  let law: LawCourse
  let search: ChangeSearch
  let today: Decision
  let now: Course

  /// Prepares advice for one person on a day, under the law as it will go on.
  ///
  /// - Throws: A fault that names the rule, where the person cannot be decided today.
  package init(
    _ assessor: Assessor,
    _ facts: Facts,
    on day: CivilDate,
    under law: LawCourse
  ) throws(EvaluationFault) {
    self.assessor = assessor
    self.facts = facts
    self.day = day
    self.law = law
    search = ChangeSearch(assessor.set, facts: facts, day: day)
    today = try assessor.decide(facts, on: day)
    now = Course(facts, of: assessor.set.model, from: day, under: law)
  }

  var set: PolicySet { assessor.set }

  /// What would open each channel, and what would reach a line in those that rank.
  ///
  /// `channel`, a position in the set, limits it to one.
  package func changes(
    line: DecimalLiteral?,
    channel only: Int? = nil
  ) throws(EvaluationFault) -> Changes {
    var goals: [GoalChanges] = []
    for index in ChannelOrder.of(self.set, today) where only == nil || only == index {
      let isOpen = today.channels[index].outcome == .open
      let lineGoal = line.flatMap { ChangeGoal(channel: index, of: self.set, line: $0) }
      if !isOpen || lineGoal == nil {
        goals.append(try changes(ChangeGoal(channel: index), line: nil))
      }
      guard let lineGoal else { continue }
      let reaching = try changes(lineGoal, line: line)
      // What opens the channel may reach the line at once; it is told once.
      if !isOpen, let opening = goals.last, opening.isAlike(reaching) { goals.removeLast() }
      goals.append(reaching)
    }
    return Changes(
      on: day,
      through: law.last,
      brokenFrom: law.brokenFrom,
      goals: goals
    )
  }

  private func changes(
    _ goal: ChangeGoal,
    line: DecimalLiteral?
  ) throws(EvaluationFault) -> GoalChanges {
    let channel = self.set.channels[goal.channel]
    let before = try explained(facts, goal, on: day)
    let verdict = search.test(goal).verdict(facts, on: day)
    var result = GoalChanges(
      id: NameKey.identifier(channel.name.english),
      name: channel.name,
      policy: self.set.measures[channel.measure].id,
      place: channel.place,
      outcome: before.outcome,
      total: before.total?.text,
      line: goal.line.map {
        DecimalLiteral(units: $0, scale: before.total?.scale ?? 0).description
      },
      isReached: verdict == .reached,
      single: [],
      combined: [],
      more: 0,
      missing: [],
      waiting: nil,
      sooner: [],
      nextOutcome: goal.line == nil ? nextOutcome(channel, before) : nil
    )
    if result.isReached { return result }
    let named = CourseGoal(policy: result.policy, channel: result.id, line: line)
    let relevant = search.relevant(to: goal)
    if search.isPossible(goal, by: relevant) {
      let singles = search.singles(goal, relevant)
      result.single = try offered(SingleOrder.changes(singles), goal, before)
      let pairs = best(search.pairs(goal, relevant, singles: singles))
      let combined = try offered(pairs, goal, before)
      result.combined = Array(combined.prefix(ChangeAdvisor.mostOffered))
      result.more = combined.count - result.combined.count
    }
    try addDays(to: &result, named, goal, relevant, before)
    if result.single.isEmpty, result.combined.isEmpty, result.waiting == nil {
      result.missing = missing(goal, verdict, relevant)
    }
    return result
  }

  /// Changes by fewest steps, then fewest who verify, then in order of declaration.
  func best(_ changes: [FoundChange]) -> [FoundChange] {
    func key(_ change: FoundChange) -> (Int, Int, Int) {
      let offices = Set(change.parts.map { search.levers[$0.lever].verifiedBy })
      return (change.cost.steps, offices.count, 0)
    }
    return changes.enumerated().sorted { left, right in
      let (first, second) = (key(left.element), key(right.element))
      return (first.0, first.1, left.offset) < (second.0, second.1, right.offset)
    }.map(\.element)
  }

  /// Found changes as people read them; what assessing does not confirm is never offered.
  private func offered(
    _ changes: [FoundChange],
    _ goal: ChangeGoal,
    _ before: ChannelResult
  ) throws(EvaluationFault) -> [Suggestion] {
    var offered: [Suggestion] = []
    for change in best(changes) {
      if let suggestion = try suggestion(change, goal, before) { offered.append(suggestion) }
    }
    return offered
  }

  /// What is missing for a goal that nothing reaches: today, or after the first change with which
  /// nothing but missing facts is in the way.
  private func missing(
    _ goal: ChangeGoal,
    _ verdict: GoalVerdict,
    _ relevant: [Int]
  ) -> [MissingName] {
    let explainer = Explainer(assessor.book, facts: facts, evaluator: evaluator(facts, on: day))
    if let missing = verdict.missing { return explainer.names(missing) }
    for lever in relevant {
      for side in search.levers[lever].sides {
        for option in side.few {
          let after = search.verdict(goal, [(lever, option)])
          if let missing = after.missing { return explainer.names(missing) }
        }
      }
    }
    return []
  }

  func evaluator(_ facts: Facts, on day: CivilDate) -> Evaluator {
    Evaluator(
      program: self.set.program,
      facts: facts.values,
      records: facts.records,
      legalDate: day
    )
  }

  /// A channel with its reasons, for facts on a day of the first period.
  func explained(
    _ facts: Facts,
    _ goal: ChangeGoal,
    on day: CivilDate
  ) throws(EvaluationFault) -> ChannelResult {
    try Explainer(assessor.book, facts: facts, evaluator: evaluator(facts, on: day))
      .channel(assessor.book.channels[goal.channel], families: [:])
  }
}

extension Lever.Side {
  /// The options where they are listed one by one.
  var few: [[Value]] {
    switch self {
    case .alternatives(let options), .steps(let options): options
    case .numbers: []
    }
  }
}

/// The changes of one fact each, from what each side of the levers gave.
enum SingleOrder {
  /// One change for each lever: what costs least, the other sides left out, unless they cost the
  /// same.
  static func changes(_ singles: [Int: [LeverOptions?]]) -> [FoundChange] {
    singles.keys.sorted().flatMap { lever -> [FoundChange] in
      let found = (singles[lever] ?? []).compactMap(\.self)
      guard let least = found.map(\.cost).min(),
        var first = found.first(where: { $0.cost == least })
      else { return [] }
      for other in found where other.cost == least && other != first {
        first.options += other.options
      }
      return [FoundChange(parts: [first])]
    }
  }
}

extension GoalChanges {
  /// Whether two goals of one channel are reached by the same changes on the same days.
  fileprivate func isAlike(_ other: GoalChanges) -> Bool {
    func key(_ suggestions: [Suggestion]) -> [String] {
      suggestions.map { suggestion in
        "\(suggestion.on) "
          + suggestion.steps.map { "\($0.id)=\($0.canonical)" }.joined(separator: " ")
      }
    }
    return key(single) == key(other.single) && key(combined) == key(other.combined)
      && key(sooner) == key(other.sooner) && waiting?.on == other.waiting?.on
      && more == other.more && missing == other.missing
  }
}
