extension PossibilityEvaluator {
  /// What a measure over records can give.
  func aggregate(_ aggregate: AggregateNode, _ frame: Frame) -> ValueSet {
    switch records[aggregate.records] {
    case .known(let rows):
      var chosen: [Chosen] = []
      for row in rows {
        if let one = choose(aggregate, row, frame) { chosen.append(one) }
      }
      return result(aggregate.kind, chosen)
    case .unknown(let most, let attributes):
      guard most > 0, var one = choose(aggregate, attributes, frame) else {
        return result(aggregate.kind, [])
      }
      one.isSure = false
      switch aggregate.kind {
      case .any, .largest, .smallest: return result(aggregate.kind, [one])
      case .count: return ValueSet(numbers: NumberSet(0, Int64(most)))
      case .sum:
        let each = one.values.numbers
        if each.isEmpty { return ValueSet(only: .number(0)) }
        return ValueSet(
          numbers: NumberSet(
            Int64(saturating: min(0, Int128(each.low) * Int128(most))),
            Int64(saturating: max(0, Int128(each.high) * Int128(most)))
          )
        )
      }
    }
  }

  /// One record that may count.
  private struct Chosen {
    /// Whether it surely counts.
    var isSure: Bool
    /// What it can give.
    var values: ValueSet
  }

  /// A record with what it gives; `nil` where it surely doesn't count.
  private func choose(
    _ aggregate: AggregateNode,
    _ row: [ValueSet],
    _ frame: Frame
  ) -> Chosen? {
    let inner = Frame(parameters: frame.parameters, record: row)
    let passes = aggregate.filter.map { self.values($0, inner) } ?? .yes
    guard passes.canBeTrue else { return nil }
    guard let value = aggregate.value else {
      return Chosen(isSure: !passes.canBeFalse, values: .yes)
    }
    let values = self.values(value, inner)
    if values.present == .nothing { return nil }
    return Chosen(isSure: !passes.canBeFalse && !values.mayBeAbsent, values: values.withoutAbsent)
  }

  private func result(_ kind: AggregateNode.Kind, _ chosen: [Chosen]) -> ValueSet {
    switch kind {
    case .any:
      return ValueSet(canBeFalse: !chosen.contains(where: \.isSure), canBeTrue: !chosen.isEmpty)
    case .count:
      let sure = chosen.count(where: \.isSure)
      return ValueSet(numbers: NumberSet(Int64(sure), Int64(chosen.count)))
    case .sum:
      var total = NumberSet(0)
      for one in chosen {
        let numbers = one.values.numbers
        total = total.combined(with: one.isSure ? numbers : numbers.union(NumberSet(0))) {
          Int64(saturating: Int128($0) + Int128($1))
        }
      }
      return ValueSet(numbers: total)
    case .largest, .smallest:
      let sure = chosen.filter(\.isSure)
      let all = chosen.reduce(ValueSet.empty) { $0.union($1.values) }
      guard case .ordered(let ordering, let positions) = all.present else {
        return ValueSet(all.present, mayBeAbsent: sure.isEmpty)
      }
      var reached = positions
      if kind == .largest, let limit = sure.map({ $0.values.positions(ordering).low }).max() {
        reached = positions.above(limit, included: true)
      } else if kind == .smallest,
        let limit = sure.map({ $0.values.positions(ordering).high }).min()
      {
        reached = positions.below(limit, included: true)
      }
      return ValueSet(.ordered(ordering, reached), mayBeAbsent: sure.isEmpty)
    }
  }
}
