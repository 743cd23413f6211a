extension PossibilityEvaluator {
  /// What a measure over the times when spells hold can give.
  ///
  /// What surely holds and what can hold at most bound each measure, as they do in `Evaluator`;
  /// each is monotone in the ends of its window, but for a run, which is asked at every day where
  /// it can turn.
  func measure(_ measure: MeasureNode, _ frame: Frame) -> ValueSet {
    var times = timeline(measure.timeline, frame)
    if let counting = measure.counting {
      times.surely = Evaluator.months(of: times.surely, counting)
      times.atMost = Evaluator.months(of: times.atMost, counting)
    }
    let byMonths = measure.grain == .months || measure.counting != nil
    let grain: Grain = byMonths ? .months : .days
    let from = window(measure.from, grain, open: IntervalSet.beginning, frame)
    let to = window(measure.to, grain, open: IntervalSet.end, frame)
    switch measure.kind {
    case .months, .days:
      return PossibilityEvaluator.counted(times, from, to) { $0.count }
    case .longestRun:
      return PossibilityEvaluator.counted(times, from, to) { $0.longestRun(gap: measure.gap) }
    case .currentRun:
      let least = times.surely.currentRuns(to: to, gap: measure.gap).min() ?? 0
      let most = times.atMost.currentRuns(to: to, gap: measure.gap).max() ?? 0
      return ValueSet(numbers: NumberSet(Int64(least), Int64(most)))
    case .coversDay:
      let window = IntervalSet(from.low, from.high)
      return ValueSet(
        canBeFalse: !times.surely.covers(from.low, from.high),
        canBeTrue: !times.atMost.intersection(window).intervals.isEmpty
      )
    case .coversWindow:
      return ValueSet(
        canBeFalse: !times.surely.covers(from.low, to.high),
        canBeTrue: times.atMost.covers(from.high, to.low)
      )
    case .first:
      return PossibilityEvaluator.end(
        times.atMost.intervals.first?.low,
        times.surely.intervals.first?.low ?? times.atMost.intervals.last?.high,
        isSure: !times.surely.intervals.isEmpty
      ) { Evaluator.day($0, grain, last: false) }
    case .last:
      return PossibilityEvaluator.end(
        times.surely.intervals.last?.high ?? times.atMost.intervals.first?.low,
        times.atMost.intervals.last?.high,
        isSure: !times.surely.intervals.isEmpty
      ) { Evaluator.day($0, grain, last: true) }
    }
  }

  /// The first and the last position that one end of a window can have.
  private func window(
    _ node: Node?,
    _ grain: Grain,
    open: Int32,
    _ frame: Frame
  ) -> (low: Int32, high: Int32) {
    guard let node else { return (open, open) }
    let days = values(node, frame).positions(.day)
    if days.isEmpty { return (open, open) }
    return (
      PossibilityEvaluator.position(days.low, grain),
      PossibilityEvaluator.position(days.high, grain)
    )
  }

  /// A day as a position on a timeline of months or days.
  static func position(_ day: Int64, _ grain: Grain) -> Int32 {
    let date = CivilDate(clamped: day)
    return grain == .months ? date.month.ordinal : date.day
  }

  /// A count that grows with the times and with the window.
  private static func counted(
    _ times: Timeline,
    _ from: (low: Int32, high: Int32),
    _ to: (low: Int32, high: Int32),
    _ count: (IntervalSet) -> Int
  ) -> ValueSet {
    let least = count(times.surely.intersection(IntervalSet(from.high, to.low)))
    let most = count(times.atMost.intersection(IntervalSet(from.low, to.high)))
    return ValueSet(numbers: NumberSet(Int64(least), Int64(most)))
  }

  /// The days that the first or last time can be; where no calendar reaches there is none.
  private static func end(
    _ low: Int32?,
    _ high: Int32?,
    isSure: Bool,
    _ day: (Int32) -> Value
  ) -> ValueSet {
    guard let low, let high else { return ValueSet(only: .absent) }
    let (first, last) = (day(low), day(high))
    if low == high, isSure { return ValueSet(only: first) }
    let isInside = first != .absent && last != .absent
    let days = NumberSet(
      first.order ?? Int64(CivilDate.earliest.day),
      last.order ?? Int64(CivilDate.latest.day)
    )
    return ValueSet(.ordered(.day, days), mayBeAbsent: !isSure || !isInside)
  }

  private func timeline(_ node: TimelineNode, _ frame: Frame) -> Timeline {
    switch node {
    case .spells(let records, let filter): spells(records, filter, frame)
    case .both(let lhs, let rhs): timeline(lhs, frame).and(timeline(rhs, frame))
    case .either(let lhs, let rhs): timeline(lhs, frame).or(timeline(rhs, frame))
    case .not(let operand): timeline(operand, frame).negated
    }
  }

  private func spells(_ kind: Int, _ filter: Node?, _ frame: Frame) -> Timeline {
    let grain = program.records[kind].grain ?? .days
    let rows: [[ValueSet]]
    var isKnown = true
    switch records[kind] {
    case .known(let known): rows = known
    case .unknown(let most, let attributes):
      (rows, isKnown) = (most > 0 ? [attributes] : [], false)
    }
    var surely: [(low: Int32, high: Int32)] = []
    var atMost: [(low: Int32, high: Int32)] = []
    for row in rows {
      let inner = Frame(parameters: frame.parameters, record: row)
      let passes = filter.map { values($0, inner) } ?? .yes
      guard passes.canBeTrue else { continue }
      let spell = Spell(row, grain)
      atMost.append(spell.atMost)
      if isKnown, !passes.canBeFalse, let sure = spell.surely { surely.append(sure) }
    }
    let (least, most) = (IntervalSet(unionOf: surely), IntervalSet(unionOf: atMost))
    return Timeline(surely: least, atMost: most, missing: nil, isOpen: least != most)
  }
}

/// One spell of which the ends may be open: what it holds surely, and at most.
private struct Spell {
  var surely: (low: Int32, high: Int32)?
  var atMost: (low: Int32, high: Int32)

  init(_ row: [ValueSet], _ grain: Grain) {
    let (from, to) = (row[0].positions(.day), row[1].positions(.day))
    let low = (
      first: from.isEmpty
        ? IntervalSet.beginning : PossibilityEvaluator.position(from.low, grain),
      last: from.isEmpty
        ? IntervalSet.beginning : PossibilityEvaluator.position(from.high, grain)
    )
    let high = (
      first: to.isEmpty ? IntervalSet.end : PossibilityEvaluator.position(to.low, grain),
      last: row[1].mayBeAbsent
        ? IntervalSet.end : PossibilityEvaluator.position(to.high, grain)
    )
    atMost = (low.first, high.last)
    if low.first == low.last {
      // Whatever the unknown end is, it is not before the known one.
      surely = (low.first, high.first == high.last ? high.first : max(low.first, high.first))
    } else if high.first == high.last {
      surely = (min(low.last, high.first), high.first)
    } else if low.last <= high.first {
      surely = (low.last, high.first)
    }
  }
}

extension IntervalSet {
  /// How long the run is that holds on a day, for every day from `to.low` to `to.high` where that
  /// can turn; between two of these it lies between theirs.
  ///
  /// - Complexity: O(*n*²) in the number of intervals.
  fileprivate func currentRuns(to: (low: Int32, high: Int32), gap: Int32) -> [Int] {
    var days = [to.low, to.high]
    if to.low < to.high {
      for interval in intervals {
        let turns = [
          interval.low - 1, interval.low, interval.high, interval.high + gap,
          interval.high + gap + 1,
        ]
        days += turns.filter { to.low < $0 && $0 < to.high }
      }
    }
    return days.map { currentRun(to: $0, gap: gap) }
  }
}
