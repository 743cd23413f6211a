extension Evaluator {
  /// A measure over the records that pass a filter.
  func aggregate(
    _ aggregate: AggregateNode,
    _ frame: Frame
  ) throws(EvaluationFault) -> Value {
    guard case .known(let rows) = records[aggregate.records] else {
      return .unknown(Missing(.records(aggregate.records)))
    }
    var missing: Missing?
    var chosen: [Value] = []
    for row in rows {
      var inner = frame
      inner.record = row
      if let filter = aggregate.filter {
        switch try evaluate(filter, inner) {
        case .truth(true): break
        case .unknown(let more):
          missing = missing?.union(more) ?? more
          continue
        default: continue
        }
      }
      guard let value = aggregate.value else {
        if aggregate.kind == .any { return .truth(true) }
        chosen.append(.truth(true))
        continue
      }
      let result = try evaluate(value, inner)
      if let more = result.missing {
        missing = missing?.union(more) ?? more
      } else if result != .absent {
        chosen.append(result)
      }
    }
    if let missing { return .unknown(missing) }
    switch aggregate.kind {
    case .any: return .truth(!chosen.isEmpty)
    case .count: return .number(Int64(chosen.count))
    case .largest: return chosen.max { ($0.order ?? 0) < ($1.order ?? 0) } ?? .absent
    case .smallest: return chosen.min { ($0.order ?? 0) < ($1.order ?? 0) } ?? .absent
    case .sum:
      var total: Int64 = 0
      for case .number(let number) in chosen {
        let (sum, overflow) = total.addingReportingOverflow(number)
        if overflow { throw fault(.overflow) }
        total = sum
      }
      return .number(total)
    }
  }
}
