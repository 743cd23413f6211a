import ExpressionLanguage
import Policy

/// Searches the changes that bring one person to goals, exactly.
///
/// Values are tried one by one by evaluating the channel anew, without reasons; where whole sets
/// of them cannot reach a goal, `PossibilityEvaluator` says so at once and they are passed over.
struct ChangeSearch {
  let set: PolicySet
  let facts: Facts
  let day: CivilDate
  /// Everything that can be changed.
  let levers: [Lever]
  /// What each rule uses.
  let uses: [NodeUses]

  init(_ set: PolicySet, facts: Facts, day: CivilDate) {
    self.set = set
    self.facts = facts
    self.day = day
    levers = LeverFinder(set: set, facts: facts, day: day).levers
    uses = set.program.uses
  }

  func test(_ goal: ChangeGoal) -> GoalTest { GoalTest(set: self.set, goal: goal) }

  /// The levers on which a goal depends, by position; what cannot be true is part of it.
  func relevant(to goal: ChangeGoal) -> [Int] {
    let channel = self.set.channels[goal.channel]
    var used = NodeUses(channel.openWhen.node) { uses[$0] }
    if goal.line != nil, let total = channel.rankedBy {
      used.formUnion(NodeUses(total.node) { uses[$0] })
    }
    var checks = self.set.model.impossible.map { NodeUses($0.node) { uses[$0] } }
    used.takeChecks(&checks, levers)
    // What opens the channel that a change goes through helps too.
    for lever in levers where lever.isUsed(by: used) {
      guard let through = lever.through else { continue }
      used.formUnion(NodeUses(self.set.channels[through].openWhen.node) { uses[$0] })
    }
    used.takeChecks(&checks, levers)
    return levers.indices.filter { levers[$0].isUsed(by: used) }
  }

  /// The facts after a choice of options; `nil` where they cannot be made.
  func making(_ choice: [(lever: Int, option: [Value])]) -> Facts? {
    facts.making(
      choice.map { Move(levers[$0.lever].target, $0.option) },
      on: day,
      model: self.set.model
    )
  }

  /// Whether the goal can be reached by anything that some levers can do, on some days.
  ///
  /// `narrowed` limits levers to some positions of their values.
  func isPossible(
    _ goal: ChangeGoal,
    by chosen: [Int],
    narrowed: [Int: ValueSet] = [:],
    on days: ClosedRange<CivilDate>? = nil
  ) -> Bool {
    let moves = chosen.compactMap { lever in
      levers[lever].sample.map { Move(levers[lever].target, $0) }
    }
    guard moves.count == chosen.count,
      let (moved, cells) = facts.makingCells(moves, on: day, model: self.set.model)
    else {
      // Several levers may not fit together where each fits alone.
      return true
    }
    let days = days ?? day...day
    var sets = sets(moved, on: days)
    var records = self.set.program.possibilities(of: moved.records)
    for (lever, places) in zip(chosen, cells) {
      for (position, cell) in places.enumerated() {
        let values = narrowed[lever] ?? levers[lever].values(at: position)
        switch cell {
        case .fact(let index): sets[index] = values
        case .record(let kind, let item, let attribute):
          guard case .known(var rows) = records[kind] else { continue }
          rows[item][attribute] = values
          records[kind] = .known(rows)
        }
      }
    }
    return test(goal).isPossible(facts: sets, records: records, on: days)
  }

  /// What each fact can be on some days: what keeps step with the year goes on.
  private func sets(_ facts: Facts, on days: ClosedRange<CivilDate>) -> [ValueSet] {
    var sets = self.set.program.possibilities(of: facts.values)
    let origin = Int64(day.parts.year)
    let first = Int64(days.lowerBound.parts.year) - origin
    let last = Int64(days.upperBound.parts.year) - origin
    for (index, fact) in self.set.model.facts.enumerated() where fact.change == .yearly {
      guard case .number(let number) = facts.values[index] else { continue }
      sets[index] = ValueSet(numbers: NumberSet(number + first, number + last))
    }
    return sets
  }

  /// Whether a choice of options reaches a goal today.
  ///
  /// A change that goes through a channel can only be made while that is open, by what else is
  /// changed.
  func verdict(_ goal: ChangeGoal, _ choice: [(lever: Int, option: [Value])]) -> GoalVerdict {
    guard let moved = making(choice) else { return .notReached }
    let verdict = test(goal).verdict(moved, on: day)
    if verdict == .notReached { return verdict }
    for (lever, _) in choice {
      guard let through = levers[lever].through else { continue }
      let others = choice.filter { $0.lever != lever }
      guard let before = making(others),
        test(ChangeGoal(channel: through)).verdict(before, on: day) == .reached
      else { return .notReached }
    }
    return verdict
  }
}

extension NodeUses {
  /// Adds the checks that some lever in use can run into; the others stay as they are whatever is
  /// changed.
  fileprivate mutating func takeChecks(_ checks: inout [NodeUses], _ levers: [Lever]) {
    while let place = checks.firstIndex(where: { check in
      levers.contains { $0.isUsed(by: self) && $0.isUsed(by: check) }
    }) {
      formUnion(checks.remove(at: place))
    }
  }
}

extension Lever {
  /// Whether an expression that uses so much can tell that it was changed.
  fileprivate func isUsed(by uses: NodeUses) -> Bool {
    switch target {
    case .fact(let fact): uses.facts.contains(fact)
    case .attribute(let records, _, _), .beginning(let records): uses.records.contains(records)
    }
  }
}
