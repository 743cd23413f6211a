/// A decision table row by row, where its inputs fall into too many classes: sound, not narrow.
struct RowBounds {
  var table: DecisionNode
  var inputs: [ValueSet]
  var guards: [ValueSet]

  /// The values that the table can give.
  ///
  /// - Complexity: O(*n*) in the number of cells.
  var results: ValueSet {
    var sure: [Value] = []
    var possible: [Value] = []
    for row in table.rows {
      let applies = row.isOtherwise ? .yes : self.applies(row)
      guard applies.canBeTrue else { continue }
      if row.isOtherwise, !sure.isEmpty { continue }
      let (values, isSettled) = outputs(of: row)
      if table.hit == .unique || table.hit == .first {
        possible += values
        if !applies.canBeFalse { break }
        continue
      }
      let isSure = isSettled && !applies.canBeFalse && !(row.isOtherwise && !possible.isEmpty)
      if isSure { sure += values } else { possible += values }
    }
    return together(sure, possible)
  }

  private func together(_ sure: [Value], _ possible: [Value]) -> ValueSet {
    let known = sure.compactMap(\.order)
    let maybe = possible.compactMap(\.order)
    switch table.hit {
    case .unique, .first: return possible.reduce(.empty) { $0.union(ValueSet(only: $1)) }
    case .collect: return possible.isEmpty ? ValueSet(only: .list(sure)) : .everything
    case .sum:
      let total = known.reduce(0 as Int128) { $0 + Int128($1) }
      let (less, more) = maybe.reduce((total, total)) { sums, number in
        (sums.0 + Int128(min(0, number)), sums.1 + Int128(max(0, number)))
      }
      return ValueSet(numbers: NumberSet(Int64(saturating: less), Int64(saturating: more)))
    case .greatest:
      let least = known.max() ?? 0
      let more = maybe.filter { known.isEmpty || $0 > least }
      return ValueSet(numbers: NumberSet([least] + more).simplified)
    case .least:
      let most = known.min() ?? 0
      let less = maybe.filter { known.isEmpty || $0 < most }
      return ValueSet(numbers: NumberSet([most] + less).simplified)
    }
  }

  private func applies(_ row: DecisionNode.Row) -> ValueSet {
    var mayFail = false
    for (column, cell) in zip(table.columns, row.cells) where !cell.isAny {
      let counts = column.guarding.map { guards[$0] } ?? .yes
      guard counts.canBeTrue else { continue }
      let passes = passes(inputs[column.input], cell)
      if !passes.canBeTrue, !counts.canBeFalse { return .no }
      if passes.canBeFalse { mayFail = true }
    }
    return ValueSet(canBeFalse: mayFail, canBeTrue: true)
  }

  private func passes(_ set: ValueSet, _ cell: CellTest) -> ValueSet {
    guard let values = set.representatives(for: [cell]) else { return .yesOrNo }
    let passing = values.count { cell.accepts($0) }
    return ValueSet(canBeFalse: passing < values.count, canBeTrue: passing > 0)
  }

  /// The outputs that a row can give, and whether it gives them all.
  private func outputs(of row: DecisionNode.Row) -> (values: [Value], isSettled: Bool) {
    var values: [Value] = []
    var isSettled = true
    let oneIsSure = table.outputGuards.contains { $0.map { !guards[$0].canBeFalse } ?? false }
    for (index, guarding) in table.outputGuards.enumerated() {
      if guarding == nil, oneIsSure { continue }
      let counts = guarding.map { guards[$0] } ?? .yes
      guard counts.canBeTrue else { continue }
      values.append(row.outputs[index])
      if guarding != nil, !counts.canBeFalse { break }
      if counts.canBeFalse { isSettled = false }
    }
    return (values, isSettled)
  }
}
