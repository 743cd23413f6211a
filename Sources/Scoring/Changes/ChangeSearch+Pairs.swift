import ExpressionLanguage

extension ChangeSearch {
  /// The best combination of each two facts, in order of declaration.
  ///
  /// Neither of the two changes reaches the goal alone, nor does a smaller one on the same side of
  /// either: nobody is told of two things where one is enough. Of two numbers the first declared
  /// goes the least way, then the second.
  func pairs(
    _ goal: ChangeGoal,
    _ relevant: [Int],
    singles: [Int: [LeverOptions?]]
  ) -> [FoundChange] {
    var found: [FoundChange] = []
    for (index, first) in relevant.enumerated() {
      let firstSides = short(first, singles)
      if firstSides.isEmpty { continue }
      for second in relevant[(index + 1)...] {
        let secondSides = short(second, singles)
        if secondSides.isEmpty || !isPossible(goal, by: [first, second]) { continue }
        if let best = best(goal, (first, firstSides), (second, secondSides)) { found.append(best) }
      }
    }
    return found
  }

  /// The sides of a lever without what reaches the goal alone, and what lies beyond that.
  private func short(_ lever: Int, _ singles: [Int: [LeverOptions?]]) -> [Lever.Side] {
    guard let enough = singles[lever] else { return levers[lever].sides }
    return zip(levers[lever].sides, enough).compactMap { side, enough in
      guard let enough else { return side }
      switch side {
      case .alternatives(let options):
        let rest = options.filter { !enough.options.contains($0) }
        return rest.isEmpty ? nil : .alternatives(rest)
      case .steps(let options):
        let rest = Array(options.prefix(enough.cost.steps - 1))
        return rest.isEmpty ? nil : .steps(rest)
      case .numbers(let kind, let nearest, let farthest):
        guard let position = enough.options.first?.first?.order, position != nearest else {
          return nil
        }
        return .numbers(
          kind,
          nearest: nearest,
          farthest: nearest < farthest ? position - 1 : position + 1
        )
      }
    }
  }

  private typealias Side = (lever: Int, sides: [Lever.Side])

  /// The best combination of two levers; `nil` where none reaches the goal.
  private func best(_ goal: ChangeGoal, _ first: Side, _ second: Side) -> FoundChange? {
    var best: FoundChange?
    func offer(_ change: FoundChange?) {
      guard let change else { return }
      if let known = best, known.cost <= change.cost { return }
      best = change
    }
    for side in first.sides {
      for other in second.sides {
        switch (side, other) {
        case (.numbers(let kind, let near, let far), .numbers):
          offer(numbers(goal, first.lever, kind, near, far, second.lever, other))
        case (.numbers, _):
          for option in options(other, of: second.lever) {
            guard let found = nearest(side, of: first.lever, for: goal, with: [option.choice])
            else { continue }
            offer(FoundChange(parts: [found, option.made]))
          }
        default:
          for option in options(side, of: first.lever) {
            guard let found = nearest(other, of: second.lever, for: goal, with: [option.choice])
            else { continue }
            offer(FoundChange(parts: [option.made, found]))
          }
        }
      }
    }
    return best.map { widened($0, goal, first, second) }
  }

  /// Each option of a side with what it costs.
  private func options(
    _ side: Lever.Side,
    of lever: Int
  ) -> [(choice: (lever: Int, option: [Value]), made: LeverOptions)] {
    let all: [(option: [Value], steps: Int)] =
      switch side {
      case .alternatives(let options): options.map { ($0, 1) }
      case .steps(let options): options.enumerated().map { ($1, $0 + 1) }
      case .numbers: []
      }
    return all.map { option, steps in
      let cost = ChangeCost(steps: steps, distances: [])
      return ((lever, option), LeverOptions(lever: lever, options: [option], cost: cost))
    }
  }

  /// Of two numbers: the first the least way with which any second does, then the second.
  private func numbers(
    _ goal: ChangeGoal,
    _ first: Int,
    _ kind: ValueSet.Kind,
    _ near: Int64,
    _ far: Int64,
    _ second: Int,
    _ side: Lever.Side
  ) -> FoundChange? {
    guard case .numbers(let otherKind, let otherNear, let otherFar) = side else { return nil }
    let (low, high) = (min(otherNear, otherFar), max(otherNear, otherFar))
    let rest = ValueSet(.ordered(otherKind, NumberSet(low, high)))
    var partner: LeverOptions?
    let position = NumberSearch(
      test: { position in
        guard let value = kind.value(position) else { return false }
        partner = nearest(side, of: second, for: goal, with: [(first, [value])])
        return partner != nil
      },
      isPossible: { low, high in
        isPossible(
          goal,
          by: [first, second],
          narrowed: [first: ValueSet(.ordered(kind, NumberSet(low, high))), second: rest]
        )
      }
    ).first(from: near, to: far)
    guard let position, let value = kind.value(position), let partner else { return nil }
    let own = LeverOptions(
      lever: first,
      options: [[value]],
      cost: cost(of: position, of: first)
    )
    return FoundChange(parts: [own, partner])
  }

  /// A combination with the alternatives of its first part that do as well as the one found.
  private func widened(
    _ change: FoundChange,
    _ goal: ChangeGoal,
    _ first: Side,
    _ second: Side
  ) -> FoundChange {
    let (one, two) = (change.parts[0], change.parts[1])
    for case .alternatives(let options) in first.sides {
      guard let chosen = one.options.first, options.contains(chosen) else { continue }
      let good = options.filter { option in
        two.options.allSatisfy {
          verdict(goal, [(one.lever, option), (two.lever, $0)]) == .reached
        }
      }
      var wide = change
      wide.parts[0].options = good
      return wide
    }
    return change
  }
}
