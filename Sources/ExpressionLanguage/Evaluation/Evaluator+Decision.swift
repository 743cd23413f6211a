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

    var value: Value {
      switch self {
      case .yes: .truth(true)
      case .no: .truth(false)
      case .maybe(let missing): .unknown(missing)
      }
    }
  }

  /// The result of a decision table; with unknown inputs, the result of all rows that could apply.
  func decision(_ table: DecisionNode, _ frame: Frame) throws(EvaluationFault) -> Value {
    let isSingle = table.hit == .unique || table.hit == .first
    if isSingle, table.inputs.count == 1, table.guards.isEmpty, table.hasOneOutput {
      let input = try evaluate(table.inputs[0], frame)
      if input.isKnown { return try row(of: table, accepting: input) }
      return try single(table, [input], [])
    }
    let (inputs, guards) = try asked(table, frame)
    return isSingle
      ? try single(table, inputs, guards) : try several(table, inputs, guards)
  }

  /// What the first row gives that a known value passes: most tables have one input and no guard,
  /// and nothing has to be put aside for them.
  private func row(
    of table: DecisionNode,
    accepting input: Value
  ) throws(EvaluationFault) -> Value {
    for index in table.rows.indices {
      let row = table.rows[index]
      if row.isOtherwise { return row.outputs[0] }
      var accepts = true
      for cell in row.cells where !cell.accepts(input) {
        accepts = false
        break
      }
      if accepts { return row.outputs[0] }
    }
    throw fault(.noRow)
  }

  /// The values of a table's inputs and guards.
  private func asked(
    _ table: DecisionNode,
    _ frame: Frame
  ) throws(EvaluationFault) -> (inputs: [Value], guards: [Truth]) {
    var inputs: [Value] = []
    inputs.reserveCapacity(table.inputs.count)
    for input in table.inputs { inputs.append(try evaluate(input, frame)) }
    var guards: [Truth] = []
    for condition in table.guards { guards.append(Truth(try evaluate(condition, frame))) }
    return (inputs, guards)
  }

  private func applies(
    _ row: DecisionNode.Row,
    _ table: DecisionNode,
    _ inputs: [Value],
    _ guards: [Truth]
  ) -> Truth {
    var missing: Missing?
    for index in row.cells.indices where !row.cells[index].isAny {
      let (column, cell) = (table.columns[index], row.cells[index])
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

  /// Whether each row of a table applies, for explanations: yes, no or unknown.
  ///
  /// Under U and F the rows after the one that decides are no. An `otherwise` row applies where no
  /// other does.
  package func rows(
    of table: DecisionNode,
    _ frame: Frame
  ) throws(EvaluationFault) -> [Value] {
    let (inputs, guards) = try asked(table, frame)
    let isSingle = table.hit == .unique || table.hit == .first
    var results: [Value] = []
    results.reserveCapacity(table.rows.count)
    var someApply = false
    var missing: Missing?
    for row in table.rows {
      if isSingle, someApply {
        results.append(.truth(false))
        continue
      }
      let value: Value
      if row.isOtherwise {
        value = someApply ? .truth(false) : missing.map { .unknown($0) } ?? .truth(true)
      } else {
        value = applies(row, table, inputs, guards).value
      }
      if value == .truth(true) { someApply = true }
      missing = Evaluator.union(missing, value.missing)
      results.append(value)
    }
    return results
  }

  private func single(
    _ table: DecisionNode,
    _ inputs: [Value],
    _ guards: [Truth]
  ) throws(EvaluationFault) -> Value {
    // While every row is a clear yes or no, the first yes decides and nothing is collected.
    rows: for index in table.rows.indices where table.hasOneOutput {
      let row = table.rows[index]
      switch row.isOtherwise ? .yes : applies(row, table, inputs, guards) {
      case .yes: return row.outputs[0]
      case .no: continue
      case .maybe: break rows
      }
    }
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
    if table.hit == .sum, let total = try knownSum(table, inputs, guards) { return total }
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

  /// The sum of the rows that apply, where every row is a clear yes or no and none says
  /// `otherwise`; else `nil`.
  private func knownSum(
    _ table: DecisionNode,
    _ inputs: [Value],
    _ guards: [Truth]
  ) throws(EvaluationFault) -> Value? {
    guard table.hasOneOutput else { return nil }
    var total: Int64 = 0
    for index in table.rows.indices {
      let row = table.rows[index]
      if row.isOtherwise { return nil }
      switch applies(row, table, inputs, guards) {
      case .no: continue
      case .maybe: return nil
      case .yes:
        guard let number = row.outputs[0].order else { continue }
        let (sum, overflow) = total.addingReportingOverflow(number)
        if overflow { throw fault(.overflow) }
        total = sum
      }
    }
    return .number(total)
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
