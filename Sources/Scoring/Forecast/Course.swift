import ExpressionLanguage
import Policy

/// One person over all periods of a course of law: what turns when.
struct Course {
  let law: LawCourse
  let courses: [PersonCourse]

  init(_ facts: Facts, of model: FactModel, from start: CivilDate, under law: LawCourse) {
    self.law = law
    courses = PersonCourse.all(facts, of: model, from: start, under: law)
  }

  /// The course of the period that holds a day.
  func course(on day: CivilDate) -> PersonCourse? {
    courses.first { $0.period.days.contains(day) }
  }

  /// What an expression gives, from each day on which that changes.
  ///
  /// `node` chooses the expression of a period; `nil` where it has none. Exact to the day.
  func turns(_ node: (PersonCourse) -> Node?) -> [Turn] {
    var turns: [Turn] = []
    var next = law.first
    for course in courses {
      if course.period.days.lowerBound > next { Turn(from: next, value: nil).join(&turns) }
      if let node = node(course) {
        Course.append(node, course, course.period.days, to: &turns)
      } else {
        Turn(from: course.period.days.lowerBound, value: nil).join(&turns)
      }
      next = course.period.days.upperBound.adding(days: 1) ?? course.period.days.upperBound
    }
    if next <= law.last { Turn(from: next, value: nil).join(&turns) }
    return turns
  }

  private static func append(
    _ node: Node,
    _ course: PersonCourse,
    _ days: ClosedRange<CivilDate>,
    to turns: inout [Turn]
  ) {
    if case .always(let value) = steady(node, course, days) {
      Turn(from: days.lowerBound, value: value).join(&turns)
      return
    }
    let (first, second) = DaySplit.halves(days)
    append(node, course, first, to: &turns)
    append(node, course, second, to: &turns)
  }

  /// What an expression gives on each day of a range, where that can be told at once.
  ///
  /// For several days the parts tell what is unknown; what whatever is missing decides alike is
  /// known all the same, on all days or on those at one end.
  static func steady(
    _ node: Node,
    _ course: PersonCourse,
    _ days: ClosedRange<CivilDate>,
    _ range: RangeEvaluator? = nil
  ) -> Steady {
    let range = range ?? RangeEvaluator(course, days)
    let steady = range.steady(node)
    if !steady.isUnknown || days.lowerBound == days.upperBound { return steady }
    if let only = range.possible.values(node).only { return .always(only) }
    for end in [days.lowerBound, days.upperBound]
    where !RangeEvaluator(course, end...end).steady(node).isUnknown {
      return .varies
    }
    return steady
  }

  /// The first day from `day` through `end` on which a goal is reached.
  ///
  /// The goal is named by channel and measure, since each period has positions of its own.
  func first(
    _ goal: CourseGoal,
    from day: CivilDate,
    through end: CivilDate
  ) -> CivilDate? {
    if day > end { return nil }
    for course in courses {
      let days = course.period.days
      guard days.upperBound >= day, days.lowerBound <= end,
        let goal = goal.goal(in: course.set)
      else { continue }
      let part = max(day, days.lowerBound)...min(end, days.upperBound)
      let test = GoalTest(set: course.set, goal: goal)
      if let found = Course.first(test, course, part) { return found }
    }
    return nil
  }

  private static func first(
    _ test: GoalTest,
    _ course: PersonCourse,
    _ days: ClosedRange<CivilDate>
  ) -> CivilDate? {
    if days.lowerBound == days.upperBound {
      guard let facts = course.facts(on: days.lowerBound) else { return nil }
      return test.verdict(facts, on: days.lowerBound) == .reached ? days.lowerBound : nil
    }
    let range = RangeEvaluator(course, days)
    let channel = course.set.channels[test.goal.channel]
    guard range.possible.values(channel.openWhen.node).canBeTrue else { return nil }
    if let line = test.goal.line, let total = channel.rankedBy,
      range.possible.values(total.node).numbers.high < line
    {
      return nil
    }
    if case .always(let value) = steady(channel.openWhen.node, course, days, range),
      value != .truth(true)
    {
      return nil
    }
    let (first, second) = DaySplit.halves(days)
    return self.first(test, course, first) ?? self.first(test, course, second)
  }
}

/// From a day on, an expression gives a value; `nil` where it cannot be computed.
struct Turn: Hashable {
  var from: CivilDate
  var value: Value?

  /// Adds the turn after others, unless it says what the last one says.
  func join(_ turns: inout [Turn]) {
    if let last = turns.last, last.isSame(as: self) { return }
    turns.append(self)
  }

  /// Whether both say the same; what is missing does not count.
  private func isSame(as other: Turn) -> Bool {
    if let value, let same = other.value, !value.isKnown, !same.isKnown { return true }
    return value == other.value
  }
}

/// A goal as it is named in any version: by measure, channel and line.
struct CourseGoal: Hashable {
  var policy: String
  var channel: String
  var line: DecimalLiteral?

  /// The goal in one set; `nil` where the channel is not there, or does not rank.
  func goal(in set: PolicySet) -> ChangeGoal? {
    let index = set.channels.firstIndex { channel in
      set.measures[channel.measure].id == policy
        && NameKey.identifier(channel.name.english) == self.channel
    }
    guard let index else { return nil }
    guard let line else { return ChangeGoal(channel: index) }
    return ChangeGoal(channel: index, of: set, line: line)
  }
}
