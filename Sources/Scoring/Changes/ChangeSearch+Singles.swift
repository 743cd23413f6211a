import ExpressionLanguage

extension ChangeSearch {
  /// What one side of a lever holds that reaches a goal, the nearest; `others` are made too.
  ///
  /// Of alternatives all that do; of an order the nearest that does.
  func nearest(
    _ side: Lever.Side,
    of lever: Int,
    for goal: ChangeGoal,
    with others: [(lever: Int, option: [Value])] = []
  ) -> LeverOptions? {
    func reaches(_ option: [Value]) -> Bool {
      verdict(goal, others + [(lever, option)]) == .reached
    }
    switch side {
    case .alternatives(let options):
      let good = options.filter(reaches)
      if good.isEmpty { return nil }
      return LeverOptions(
        lever: lever,
        options: good,
        cost: ChangeCost(steps: 1, distances: [])
      )
    case .steps(let options):
      guard let index = options.firstIndex(where: reaches) else { return nil }
      return LeverOptions(
        lever: lever,
        options: [options[index]],
        cost: ChangeCost(steps: index + 1, distances: [])
      )
    case .numbers(let kind, let nearest, let farthest):
      let found = NumberSearch(
        test: { kind.value($0).map { reaches([$0]) } ?? false },
        isPossible: { low, high in
          var narrowed: [Int: ValueSet] = [
            lever: ValueSet(.ordered(kind, NumberSet(low, high)))
          ]
          for other in others {
            narrowed[other.lever] = other.option.first.map(ValueSet.init(only:))
          }
          let isPlain = others.allSatisfy { $0.option.count == 1 }
          return !isPlain
            || isPossible(goal, by: others.map(\.lever) + [lever], narrowed: narrowed)
        }
      ).first(from: nearest, to: farthest)
      guard let found, let value = kind.value(found) else { return nil }
      return LeverOptions(
        lever: lever,
        options: [[value]],
        cost: cost(of: found, of: lever)
      )
    }
  }

  /// What a number or a day costs: how far it is from the present one.
  func cost(of position: Int64, of lever: Int) -> ChangeCost {
    let own = levers[lever].from?.order ?? position
    let (distance, over) = position.subtractingReportingOverflow(own)
    return ChangeCost(steps: 1, distances: [over ? .max : Int64(clamping: distance.magnitude)])
  }

  /// The smallest change of each fact that alone reaches a goal, in order of declaration.
  ///
  /// For each, the nearest on either side is kept, the nearer first.
  func singles(_ goal: ChangeGoal, _ relevant: [Int]) -> [Int: [LeverOptions?]] {
    var found: [Int: [LeverOptions?]] = [:]
    for lever in relevant where isPossible(goal, by: [lever]) {
      let sides = levers[lever].sides.map { nearest($0, of: lever, for: goal) }
      if sides.contains(where: { $0 != nil }) { found[lever] = sides }
    }
    return found
  }
}
