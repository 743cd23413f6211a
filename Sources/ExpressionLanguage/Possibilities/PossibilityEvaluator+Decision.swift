extension PossibilityEvaluator {
  /// What a decision table can give.
  ///
  /// Where the inputs fall into few classes, each combination of classes is decided by itself, so
  /// that rows that exclude each other never count together; else each row is asked alone.
  func decision(_ table: DecisionNode, _ frame: Frame) -> ValueSet {
    let inputs = table.inputs.map { values($0, frame) }
    let guards = table.guards.map { values($0, frame) }
    let work = { self.combined(table, inputs, guards) }
    let results = tables.map { $0.results(of: table, inputs, guards, work) } ?? work()
    return results.isEmpty ? .everything : results
  }

  private func combined(
    _ table: DecisionNode,
    _ inputs: [ValueSet],
    _ guards: [ValueSet]
  ) -> ValueSet {
    RowClasses(table, inputs, guards)?.results
      ?? RowBounds(table: table, inputs: inputs, guards: guards).results
  }
}

extension DecisionNode {
  /// What the rows that apply give together, where it is known of each whether it does.
  ///
  /// - Returns: `nil` where no row applies under U or F, and where a sum leaves 64 bits.
  func result(applying: (Int) -> Bool, guards: (Int) -> Bool) -> Value? {
    var values: [Value] = []
    for (index, row) in rows.enumerated() where row.isOtherwise || applying(index) {
      if hit == .unique || hit == .first { return outputs(of: row, guards).first }
      if row.isOtherwise, !values.isEmpty { continue }
      values += outputs(of: row, guards)
    }
    let numbers = values.compactMap(\.order)
    switch hit {
    case .unique, .first: return nil
    case .collect: return .list(values)
    case .greatest: return .number(numbers.max() ?? 0)
    case .least: return .number(numbers.min() ?? 0)
    case .sum:
      var total: Int64 = 0
      for number in numbers {
        let (sum, overflow) = total.addingReportingOverflow(number)
        if overflow { return nil }
        total = sum
      }
      return .number(total)
    }
  }

  /// The outputs of a row that count.
  private func outputs(of row: Row, _ guards: (Int) -> Bool) -> [Value] {
    var values: [Value] = []
    for (index, guarding) in outputGuards.enumerated() {
      guard let guarding else {
        values.append(row.outputs[index])
        continue
      }
      if guards(guarding) { return [row.outputs[index]] }
    }
    return values
  }
}

extension ValueSet {
  /// A value for each class of values that no cell of some tells apart; `nil` where the set holds
  /// anything, or too much to go through.
  ///
  /// - Complexity: O(*n* log *n*) in the number of tests.
  func representatives(for cells: [CellTest]) -> [Value]? {
    let absent: [Value] = mayBeAbsent ? [.absent] : []
    switch present {
    case .nothing: return absent
    case .few(let values): return absent + values
    case .anything: return nil
    case .ordered(let kind, let numbers):
      if let only = numbers.only { return absent + (kind.value(only).map { [$0] } ?? []) }
      var cuts: Set<Int64> = []
      for test in cells.lazy.flatMap(\.tests) {
        switch test {
        case .equal(let value): value.order.map { cuts.formUnion([$0, $0 &+ 1]) }
        case .range(let low, let includesLow, let high, let includesHigh):
          if let low = low?.order { cuts.insert(includesLow ? low : low &+ 1) }
          if let high = high?.order { cuts.insert(includesHigh ? high &+ 1 : high) }
        }
      }
      cuts.insert(.min)
      let starts = cuts.sorted()
      var values = absent
      for (index, start) in starts.enumerated() {
        let end = index + 1 < starts.count ? starts[index + 1] - 1 : .max
        let region = numbers.clamped(start, end)
        if !region.isEmpty, let value = kind.value(region.low) { values.append(value) }
      }
      return values
    }
  }
}
