/// When something holds, as far as is known: surely, and at most.
///
/// `surely` is part of `atMost`; they differ only where a fact is missing. A measure that comes
/// out the same on both does not depend on what is missing.
struct Timeline {
  var surely: IntervalSet
  var atMost: IntervalSet
  var missing: Missing?
  /// Whether `atMost` holds more although nothing is named as missing: over sets of values.
  var isOpen = false

  /// Whether both are the same, so that only one has to be worked out.
  private var isExact: Bool { missing == nil && !isOpen }

  func and(_ other: Timeline) -> Timeline {
    combined(with: other) { $0.intersection($1) }
  }

  func or(_ other: Timeline) -> Timeline {
    combined(with: other) { $0.union($1) }
  }

  var negated: Timeline {
    let complement = atMost.complement
    return Timeline(
      surely: complement,
      atMost: isExact ? complement : surely.complement,
      missing: missing,
      isOpen: isOpen
    )
  }

  private func combined(
    with other: Timeline,
    _ operation: (IntervalSet, IntervalSet) -> IntervalSet
  ) -> Timeline {
    let sure = operation(surely, other.surely)
    return Timeline(
      surely: sure,
      atMost: isExact && other.isExact ? sure : operation(atMost, other.atMost),
      missing: Evaluator.union(missing, other.missing),
      isOpen: isOpen || other.isOpen
    )
  }
}

extension Evaluator {
  func timeline(_ node: TimelineNode, _ frame: Frame) throws(EvaluationFault) -> Timeline {
    switch node {
    case .spells(let records, let filter): return try spells(records, filter, frame)
    case .both(let lhs, let rhs): return try timeline(lhs, frame).and(timeline(rhs, frame))
    case .either(let lhs, let rhs): return try timeline(lhs, frame).or(timeline(rhs, frame))
    case .not(let operand): return try timeline(operand, frame).negated
    }
  }

  private func spells(
    _ kind: Int,
    _ filter: Node?,
    _ frame: Frame
  ) throws(EvaluationFault) -> Timeline {
    guard case .known(let rows) = records[kind] else {
      return Timeline(
        surely: IntervalSet(),
        atMost: .everything,
        missing: Missing(.records(kind))
      )
    }
    let grain = program.records[kind].grain ?? .days
    var surely: [(low: Int32, high: Int32)] = []
    surely.reserveCapacity(rows.count)
    // The same as `surely` until something is unknown.
    var atMost: [(low: Int32, high: Int32)]?
    var missing: Missing?
    var inner = frame
    for row in rows {
      inner.record = row
      let passes = try filter.map { (filter) throws(EvaluationFault) in try evaluate(filter, inner)
      }
      if passes == .truth(false) { continue }
      let low = Evaluator.position(row[0], grain)
      let high = row[1] == .absent ? IntervalSet.end : Evaluator.position(row[1], grain)
      let widest = (low ?? IntervalSet.beginning, high ?? IntervalSet.end)
      let unknown = Evaluator.union(
        passes?.missing,
        Evaluator.union(row[0].missing, row[1].missing)
      )
      if let unknown {
        if atMost == nil { atMost = surely }
        atMost?.append(widest)
        missing = missing?.union(unknown) ?? unknown
        // Whatever the unknown end is, it is not before the known one.
        if passes?.missing == nil, let only = low ?? high { surely.append((only, only)) }
      } else {
        surely.append(widest)
        atMost?.append(widest)
      }
    }
    let sure = IntervalSet(unionOf: surely)
    return Timeline(
      surely: sure,
      atMost: atMost.map(IntervalSet.init(unionOf:)) ?? sure,
      missing: missing
    )
  }

  /// A day as a position on a timeline of months or days.
  static func position(_ value: Value, _ grain: Grain) -> Int32? {
    guard case .date(let date) = value else { return nil }
    return grain == .months ? date.month.ordinal : date.day
  }
}
