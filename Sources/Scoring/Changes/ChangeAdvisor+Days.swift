import ExpressionLanguage
import Policy

extension ChangeAdvisor {
  /// A change that brings a day nearer: the day, from when the change can be made, the change, and
  /// how the person goes on with it.
  private typealias Nearer = (
    on: CivilDate, from: CivilDate, part: LeverOptions, course: Course
  )

  private var tomorrow: CivilDate { day.adding(days: 1) ?? day }

  /// The first day on which the outcome of a channel is another, if facts go on as they are.
  func nextOutcome(_ channel: Channel, _ before: ChannelResult) -> NextOutcome? {
    let named = CourseGoal(
      policy: self.set.measures[channel.measure].id,
      channel: NameKey.identifier(channel.name.english),
      line: nil
    )
    guard let turn = now.firstOther(than: before.outcome, named) else { return nil }
    guard let outcome = turn.outcome, let after = result(now, named, on: turn.on) else {
      return NextOutcome(on: turn.on, outcome: turn.outcome, turned: [])
    }
    let turned =
      outcome == .open || before.outcome == .closed
      ? ResultDifference.met(before.conditions, after.conditions)
      : ResultDifference.lost(before.conditions, after.conditions)
    return NextOutcome(on: turn.on, outcome: outcome, turned: turned)
  }

  /// Adds the day that comes by itself, and the changes that bring it nearer.
  func addDays(
    to result: inout GoalChanges,
    _ named: CourseGoal,
    _ goal: ChangeGoal,
    _ relevant: [Int],
    _ before: ChannelResult
  ) throws(EvaluationFault) {
    let waiting = now.first(named, from: tomorrow, through: law.last)
    if let waiting, let after = self.result(now, named, on: waiting) {
      result.waiting = Waiting(
        on: waiting,
        outcome: after.outcome,
        total: after.total?.text,
        met: ResultDifference.met(before.conditions, after.conditions)
      )
    }
    // What is enough today needs no day.
    let enough = Set(result.single.flatMap { $0.steps.map(\.id) })
    let last = waiting.flatMap { $0.adding(days: -1) } ?? law.last
    var found: [Nearer] = []
    if tomorrow <= last, mayReach(goal, by: relevant, from: tomorrow, through: last) {
      for lever in relevant where mayReach(goal, by: [lever], from: tomorrow, through: last) {
        if let best = earliest(named, lever, through: last), !enough.contains(step(best.part).id) {
          found.append(best)
        }
      }
    }
    found.sort { left, right in
      (left.on, left.part.cost.steps, left.part.lever)
        < (right.on, right.part.cost.steps, right.part.lever)
    }
    for (on, from, part, course) in found.prefix(ChangeAdvisor.mostOffered) {
      guard let after = self.result(course, named, on: on) else { continue }
      var step = step(part)
      step.possibleFrom = from
      let moved = search.making([(part.lever, part.options[0])]) ?? facts
      result.sooner.append(
        Suggestion(
          steps: [step],
          cost: part.cost.steps,
          on: on,
          outcome: after.outcome,
          total: after.total?.text,
          met: ResultDifference.met(before.conditions, after.conditions),
          lines: ResultDifference.lines(before.total, after.total),
          closes: closed(by: try assessor.decide(moved, on: day), but: [part])
        )
      )
    }
  }

  /// Whether levers could reach a goal on any of the days; no is certain.
  private func mayReach(
    _ goal: ChangeGoal,
    by levers: [Int],
    from first: CivilDate,
    through last: CivilDate
  ) -> Bool {
    // Later versions have positions of their own: there only the search itself tells.
    if law.periods.count > 1 { return true }
    return search.isPossible(goal, by: levers, on: first...last)
  }

  /// The earliest day that one lever brings, by the option with the fewest steps that does.
  ///
  /// Values are taken one by one, so that numbers and days of long ranges are left out.
  private func earliest(
    _ goal: CourseGoal,
    _ lever: Int,
    through last: CivilDate
  ) -> Nearer? {
    guard let from = possibleFrom(lever, through: last) else { return nil }
    var best: Nearer?
    for side in search.levers[lever].sides {
      for (index, option) in side.few.enumerated() {
        guard let moved = search.making([(lever, option)]) else { continue }
        let course = Course(moved, of: self.set.model, from: day, under: law)
        guard let on = course.first(goal, from: max(tomorrow, from), through: best?.on ?? last)
        else {
          continue
        }
        let isSame = best.map { $0.on == on } ?? false
        if isSame, case .alternatives = side {
          best?.part.options.append(option)
        } else if !isSame {
          let steps = if case .steps = side { index + 1 } else { 1 }
          let part = LeverOptions(
            lever: lever,
            options: [option],
            cost: ChangeCost(steps: steps, distances: [])
          )
          best = (on, from, part, course)
        }
      }
    }
    return best
  }

  /// The first day on which a lever can be used; `nil` where it cannot in time.
  private func possibleFrom(_ lever: Int, through last: CivilDate) -> CivilDate? {
    guard let through = search.levers[lever].through else { return day }
    let channel = self.set.channels[through]
    let named = CourseGoal(
      policy: self.set.measures[channel.measure].id,
      channel: NameKey.identifier(channel.name.english)
    )
    return now.first(named, from: day, through: last)
  }

  /// A channel with its reasons on a day to come, by the law of that day.
  func result(_ course: Course, _ goal: CourseGoal, on day: CivilDate) -> ChannelResult? {
    guard let person = course.course(on: day), let facts = person.facts(on: day),
      let index = CourseGoal(policy: goal.policy, channel: goal.channel).goal(in: person.set)
    else { return nil }
    let evaluator = Evaluator(
      program: person.set.program,
      facts: facts.values,
      records: facts.records,
      legalDate: day
    )
    return try? Explainer(person.assessor.book, facts: facts, evaluator: evaluator)
      .channel(person.assessor.book.channels[index.channel], families: [:])
  }
}

extension Course {
  /// The first day on which a channel's outcome is another than `outcome`; `nil` as an outcome says
  /// that the channel is gone, or cannot be computed.
  func firstOther(
    than outcome: Outcome,
    _ goal: CourseGoal
  ) -> (on: CivilDate, outcome: Outcome?)? {
    for course in courses {
      guard let index = goal.goal(in: course.set) else {
        return (course.period.days.lowerBound, nil)
      }
      let node = course.set.channels[index.channel].openWhen.node
      if let day = Course.firstOther(than: outcome, node, course, course.period.days) {
        let value = RangeEvaluator(course, day...day).steady(node)
        guard case .always(let value?) = value else { return (day, nil) }
        return (day, Outcome(value))
      }
    }
    return nil
  }

  private static func firstOther(
    than outcome: Outcome,
    _ node: Node,
    _ course: PersonCourse,
    _ days: ClosedRange<CivilDate>
  ) -> CivilDate? {
    if case .always(let value) = Course.steady(node, course, days) {
      return value.map { Outcome($0) } == outcome ? nil : days.lowerBound
    }
    let (first, second) = DaySplit.halves(days)
    return firstOther(than: outcome, node, course, first)
      ?? firstOther(than: outcome, node, course, second)
  }
}
