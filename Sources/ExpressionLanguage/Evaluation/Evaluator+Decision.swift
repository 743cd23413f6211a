extension Evaluator {
  /// Yes, no, or maybe: for want of these facts.
  private enum Truth {
    case yes, no
    case maybe(Missing)

    init(_ value: Value) {
      switch value {
      case .truth(true): self = .yes
      case .unknown(let missing): self = .maybe(missing)
      default: self = .no
      }
    }
  }

  /// The result of a decision table; with unknown inputs, the result of all rows that could apply.
  func decision(_ table: DecisionNode, _ frame: Frame) throws(EvaluationFault) -> Value {
    var inputs: [Value] = []
    for input in table.inputs { inputs.append(try evaluate(input, frame)) }
    var guards: [Truth] = []
    for condition in table.guards { guards.append(Truth(try evaluate(condition, frame))) }
    switch table.hit {
    case .unique, .first: return try single(table, inputs, guards)
    case .collect, .sum, .greatest, .least: return try several(table, inputs, guards)
    }
  }

  private func applies(
    _ row: DecisionNode.Row,
    _ table: DecisionNode,
    _ inputs: [Value],
    _ guards: [Truth]
  ) -> Truth {
    var missing: Missing?
    for (column, cell) in zip(table.columns, row.cells) where !cell.isAny {
      var guardMissing: Missing?
      if let guarding = column.guarding {
        switch guards[guarding] {
        case .no: continue
        case .maybe(let more): guardMissing = more
        case .yes: break
        }
      }
      let value = inputs[column.input]
      if let more = value.missing {
        let all = guardMissing.map(more.union) ?? more
        missing = missing?.union(all) ?? all
      } else if !cell.accepts(value) {
        guard let guardMissing else { return .no }
        missing = missing?.union(guardMissing) ?? guardMissing
      }
    }
    return missing.map { .maybe($0) } ?? .yes
  }

  /// The outputs of a row that could count, with what they wait for.
  private func outputs(
    of row: DecisionNode.Row,
    _ table: DecisionNode,
    _ guards: [Truth]
  ) -> (values: [Value], missing: Missing?) {
    var values: [Value] = []
    var missing: Missing?
    for (index, guarding) in table.outputGuards.enumerated() {
      guard let guarding else {
        values.append(row.outputs[index])
        continue
      }
      switch guards[guarding] {
      case .no: continue
      case .yes: return ([row.outputs[index]], nil)
      case .maybe(let more):
        values.append(row.outputs[index])
        missing = missing?.union(more) ?? more
      }
    }
    return (values, missing)
  }

  private func single(
    _ table: DecisionNode,
    _ inputs: [Value],
    _ guards: [Truth]
  ) throws(EvaluationFault) -> Value {
    var possible: [Value] = []
    var missing: Missing?
    for row in table.rows {
      let truth = row.isOtherwise ? .yes : applies(row, table, inputs, guards)
      if case .no = truth { continue }
      let (values, more) = outputs(of: row, table, guards)
      for value in values where !possible.contains(value) { possible.append(value) }
      missing = Evaluator.union(missing, more)
      guard case .maybe(let more) = truth else { break }
      missing = missing?.union(more) ?? more
    }
    if let missing, possible.count != 1 { return .unknown(missing) }
    guard let value = possible.first else { throw fault(.noRow) }
    return value
  }

  private func several(
    _ table: DecisionNode,
    _ inputs: [Value],
    _ guards: [Truth]
  ) throws(EvaluationFault) -> Value {
    var sure: [Value] = []
    var possible: [(value: Value, missing: Missing)] = []
    for row in table.rows {
      let truth = row.isOtherwise ? .yes : applies(row, table, inputs, guards)
      if case .no = truth { continue }
      if row.isOtherwise, !sure.isEmpty { continue }
      let (values, more) = outputs(of: row, table, guards)
      var reason = more
      if case .maybe(let missing) = truth { reason = Evaluator.union(reason, missing) }
      if row.isOtherwise {
        for candidate in possible { reason = Evaluator.union(reason, candidate.missing) }
      }
      for value in values {
        if let reason { possible.append((value, reason)) } else { sure.append(value) }
      }
    }
    return try collected(table.hit, sure, possible)
  }

  private func collected(
    _ hit: HitPolicy,
    _ sure: [Value],
    _ possible: [(value: Value, missing: Missing)]
  ) throws(EvaluationFault) -> Value {
    let numbers = sure.compactMap(\.order)
    let known: Int64?
    switch hit {
    case .collect:
      if let missing = possible.map(\.missing).reduce(nil, Evaluator.union) {
        return .unknown(missing)
      }
      return .list(sure)
    case .sum:
      var total: Int64 = 0
      for number in numbers {
        let (sum, overflow) = total.addingReportingOverflow(number)
        if overflow { throw fault(.overflow) }
        total = sum
      }
      known = total
    case .greatest: known = numbers.max()
    case .least: known = numbers.min()
    case .unique, .first: preconditionFailure("one row, not several")
    }
    var missing: Missing?
    for (value, reason) in possible {
      guard let number = value.order else { continue }
      let changes: Bool =
        switch hit {
        case .sum: number != 0
        case .greatest: known.map { number > $0 } ?? (number != 0)
        default: known.map { number < $0 } ?? (number != 0)
        }
      if changes { missing = missing?.union(reason) ?? reason }
    }
    if let missing { return .unknown(missing) }
    return .number(known ?? 0)
  }
}
