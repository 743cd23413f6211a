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
    for piece in pieces.sorted(by: { $0.low < $1.low }) where piece.low <= piece.high {
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
    runs(gap: gap).map(\.held).max() ?? 0
  }

  /// How many numbers the run that holds on `day` holds, with gaps of up to `gap` tolerated.
  ///
  /// Nothing after `day` counts. A gap that is still open on `day` is tolerated like any other.
  package func currentRun(to day: Int32, gap: Int32) -> Int {
    let past = intersection(IntervalSet(IntervalSet.beginning, day))
    guard let last = past.runs(gap: gap).last, last.high >= day - gap else { return 0 }
    return last.held
  }

  private func runs(gap: Int32) -> [(high: Int32, held: Int)] {
    var runs: [(high: Int32, held: Int)] = []
    for interval in intervals {
      if let last = runs.last, interval.low - last.high - 1 <= gap {
        runs[runs.count - 1] = (interval.high, last.held + interval.count)
      } else {
        runs.append((interval.high, interval.count))
      }
    }
    return runs
  }
}
