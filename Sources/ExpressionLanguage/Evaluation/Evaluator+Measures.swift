extension Evaluator {
  /// A measure over the times when spells hold.
  func measure(_ measure: MeasureNode, _ frame: Frame) throws(EvaluationFault) -> Value {
    let timeline = try timeline(measure.timeline, frame)
    let from = try measure.from.map { (node) throws(EvaluationFault) in try evaluate(node, frame) }
    let to = try measure.to.map { (node) throws(EvaluationFault) in try evaluate(node, frame) }
    if let missing = Evaluator.union(from?.missing, to?.missing) {
      return .unknown(Evaluator.union(missing, timeline.missing) ?? missing)
    }
    let surely = result(measure, timeline.surely, from, to)
    guard let missing = timeline.missing else { return surely }
    let isSettled: Bool
    switch measure.kind {
    case .first:
      // Both may lie where no calendar reaches, which would make both absent: positions tell.
      isSettled = timeline.surely.intervals.first?.low == timeline.atMost.intervals.first?.low
    case .last:
      isSettled = timeline.surely.intervals.last?.high == timeline.atMost.intervals.last?.high
    default: isSettled = surely == result(measure, timeline.atMost, from, to)
    }
    return isSettled ? surely : .unknown(missing)
  }

  /// The measure of one known set of times.
  ///
  /// Every measure but `first` grows with the set, and
  /// `first` shrinks, so that equal results at both ends of what is known settle it.
  private func result(
    _ measure: MeasureNode,
    _ times: IntervalSet,
    _ from: Value?,
    _ to: Value?
  ) -> Value {
    let byMonths = measure.grain == .months || measure.counting != nil
    let grain: Grain = byMonths ? .months : .days
    let times = measure.counting.map { Evaluator.months(of: times, $0) } ?? times
    let low = from.flatMap { Evaluator.position($0, grain) } ?? IntervalSet.beginning
    let high = to.flatMap { Evaluator.position($0, grain) } ?? IntervalSet.end
    switch measure.kind {
    case .months, .days:
      return .number(Int64(times.count(from: low, to: high)))
    case .currentRun: return .number(Int64(times.currentRun(to: high, gap: measure.gap)))
    case .longestRun:
      let window = times.intersection(IntervalSet(low, high))
      return .number(Int64(window.longestRun(gap: measure.gap)))
    case .coversDay: return .truth(times.contains(low))
    case .coversWindow: return .truth(times.covers(low, high))
    case .first:
      guard let first = times.intervals.first?.low else { return .absent }
      return Evaluator.day(first, grain, last: false)
    case .last:
      guard let last = times.intervals.last?.high else { return .absent }
      return Evaluator.day(last, grain, last: true)
    }
  }

  /// The day at a position; a time that never begins or ends has none.
  static func day(_ position: Int32, _ grain: Grain, last: Bool) -> Value {
    let date: CivilDate? =
      switch grain {
      case .days: CivilDate(day: Int(position))
      case .months where position <= 0: nil
      case .months:
        last
          ? CivilMonth(ordinal: position).lastDay : CivilMonth(ordinal: position).firstDay
      }
    return date.map { .date($0) } ?? .absent
  }

  /// The months of a set of days.
  static func months(of days: IntervalSet, _ counting: MeasureNode.Counting) -> IntervalSet {
    IntervalSet(
      unionOf: days.intervals.map { interval in
        let first = CivilDate(day: Int(interval.low))
        let last = CivilDate(day: Int(interval.high))
        var low = first?.month.ordinal ?? IntervalSet.beginning
        var high = last?.month.ordinal ?? IntervalSet.end
        if counting == .wholeMonth {
          if let first, first.parts.day > 1 { low += 1 }
          if let last, last.adding(days: 1)?.parts.day != 1 { high -= 1 }
        }
        return (low, high)
      }
    )
  }
}
