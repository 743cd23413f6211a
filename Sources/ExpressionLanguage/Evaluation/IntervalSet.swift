/// A set of whole numbers (days or months) as disjoint closed intervals in order.
package struct IntervalSet: Hashable, Sendable {
  /// One interval, both ends in.
  package struct Interval: Hashable, Sendable {
    /// The first number.
    package var low: Int32
    /// The last number.
    package var high: Int32

    /// How many numbers it holds.
    package var count: Int { Int(high) - Int(low) + 1 }
  }

  /// Stands for the beginning of time.
  package static let beginning: Int32 = -100_000_000
  /// Stands for the end of time.
  package static let end: Int32 = 100_000_000

  /// The intervals, in order, none touching the next.
  package private(set) var intervals: [Interval] = []

  /// Creates the empty set.
  package init() {}

  /// Creates the set of the numbers from `low` to `high`; empty where `high` is less.
  package init(_ low: Int32, _ high: Int32) {
    if low <= high { intervals = [Interval(low: low, high: high)] }
  }

  /// Creates the union of intervals in any order.
  ///
  /// - Complexity: O(*n* log *n*).
  package init(unionOf pieces: [(low: Int32, high: Int32)]) {
    // Spells mostly come in order.
    let isInOrder = !zip(pieces, pieces.dropFirst()).contains { $0.low > $1.low }
    let ordered = isInOrder ? pieces : pieces.sorted { $0.low < $1.low }
    intervals.reserveCapacity(ordered.count)
    for piece in ordered where piece.low <= piece.high {
      if let last = intervals.last, piece.low <= last.high + 1 {
        intervals[intervals.count - 1].high = max(last.high, piece.high)
      } else {
        intervals.append(Interval(low: piece.low, high: piece.high))
      }
    }
  }

  /// Everything.
  package static let everything = IntervalSet(beginning, end)

  /// The numbers in either set.
  package func union(_ other: IntervalSet) -> IntervalSet {
    IntervalSet(unionOf: (intervals + other.intervals).map { ($0.low, $0.high) })
  }

  /// The numbers in both sets.
  ///
  /// - Complexity: O(*n* + *m*).
  package func intersection(_ other: IntervalSet) -> IntervalSet {
    var result = IntervalSet()
    var (left, right) = (0, 0)
    while left < intervals.count, right < other.intervals.count {
      let (lhs, rhs) = (intervals[left], other.intervals[right])
      let (low, high) = (max(lhs.low, rhs.low), min(lhs.high, rhs.high))
      if low <= high { result.intervals.append(Interval(low: low, high: high)) }
      if lhs.high < rhs.high { left += 1 } else { right += 1 }
    }
    return result
  }

  /// The numbers that are not in the set.
  package var complement: IntervalSet {
    var result = IntervalSet()
    var next = IntervalSet.beginning
    for interval in intervals {
      if interval.low > next {
        result.intervals.append(Interval(low: next, high: interval.low - 1))
      }
      next = interval.high + 1
    }
    if next <= IntervalSet.end {
      result.intervals.append(Interval(low: next, high: IntervalSet.end))
    }
    return result
  }

  /// How many numbers the set holds.
  package var count: Int { intervals.reduce(0) { $0 + $1.count } }

  /// How many numbers from `low` to `high` the set holds.
  package func count(from low: Int32, to high: Int32) -> Int {
    intervals.reduce(0) { sum, interval in
      sum + max(0, Int(min(high, interval.high)) - Int(max(low, interval.low)) + 1)
    }
  }

  /// Whether `number` is in the set.
  package func contains(_ number: Int32) -> Bool {
    intervals.contains { $0.low <= number && number <= $0.high }
  }

  /// Whether every number from `low` to `high` is in the set; true for an empty window.
  package func covers(_ low: Int32, _ high: Int32) -> Bool {
    low > high || intervals.contains { $0.low <= low && high <= $0.high }
  }

  /// How many numbers the longest run holds, where gaps of up to `gap` do not break one.
  package func longestRun(gap: Int32) -> Int {
    var longest = 0
    runs(gap: gap, to: IntervalSet.end) { longest = max(longest, $0.held) }
    return longest
  }

  /// How many numbers the run that holds on `day` holds, with gaps of up to `gap` tolerated.
  ///
  /// Nothing after `day` counts. A gap that is still open on `day` is tolerated like any other.
  package func currentRun(to day: Int32, gap: Int32) -> Int {
    var last = (high: Int32.min, held: 0)
    runs(gap: gap, to: day) { last = $0 }
    return last.held > 0 && last.high >= day - gap ? last.held : 0
  }

  /// Each run as it grows, up to `day`: its last number so far and how many it holds.
  private func runs(
    gap: Int32,
    to day: Int32,
    _ take: ((high: Int32, held: Int)) -> Void
  ) {
    var run: (high: Int32, held: Int)?
    for interval in intervals where interval.low <= day {
      let piece = Interval(low: interval.low, high: min(interval.high, day))
      let goesOn = run.map { piece.low - $0.high - 1 <= gap } ?? false
      let next = (piece.high, piece.count + (goesOn ? run?.held ?? 0 : 0))
      run = next
      take(next)
    }
  }
}
