import ExpressionLanguage
import TestSupport
import Testing

/// Sets of intervals against plain sets of numbers.
@Suite struct IntervalSetTests {
  private static let universe = 0...39

  private static func random(
    _ random: inout SplitMix64
  ) -> (intervals: IntervalSet, plain: Set<Int>) {
    var pieces: [(low: Int32, high: Int32)] = []
    var plain: Set<Int> = []
    for _ in 0..<Int.random(in: 0...5, using: &random) {
      let low = Int.random(in: universe, using: &random)
      let high = min(39, low + Int.random(in: -2...8, using: &random))
      pieces.append((Int32(low), Int32(high)))
      if low <= high { plain.formUnion(low...high) }
    }
    return (IntervalSet(unionOf: pieces), plain)
  }

  private static func numbers(_ set: IntervalSet) -> Set<Int> {
    Set(universe.filter { set.contains(Int32($0)) })
  }

  @Test(arguments: 0..<200) func `the algebra is that of sets`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let (left, leftPlain) = IntervalSetTests.random(&random)
    let (right, rightPlain) = IntervalSetTests.random(&random)
    #expect(IntervalSetTests.numbers(left) == leftPlain)
    #expect(left.count == leftPlain.count)
    #expect(IntervalSetTests.numbers(left.union(right)) == leftPlain.union(rightPlain))
    let both = left.intersection(right)
    #expect(IntervalSetTests.numbers(both) == leftPlain.intersection(rightPlain))
    #expect(both == right.intersection(left))
    let rest = left.complement
    #expect(
      IntervalSetTests.numbers(rest) == Set(IntervalSetTests.universe).subtracting(leftPlain)
    )
    #expect(rest.complement == left)
    #expect(left.union(rest) == .everything)
    #expect(left.intersection(rest) == IntervalSet())
    for set in [left, right, both, rest] {
      for (one, next) in zip(set.intervals, set.intervals.dropFirst()) {
        #expect(one.low <= one.high && one.high + 1 < next.low, "intervals never touch")
      }
    }
    let (low, high) = (
      Int.random(in: IntervalSetTests.universe, using: &random),
      Int.random(in: IntervalSetTests.universe, using: &random)
    )
    #expect(
      left.covers(Int32(low), Int32(high))
        == (low > high || (low...high).allSatisfy(leftPlain.contains))
    )
    #expect(
      left.count(from: Int32(low), to: Int32(high))
        == leftPlain.count { low <= $0 && $0 <= high }
    )
  }

  /// The runs, counted month by month.
  private static func runs(
    _ plain: Set<Int>,
    gap: Int,
    to last: Int
  ) -> (longest: Int, current: Int) {
    var (held, away, longest) = (0, 0, 0)
    for number in 0...last {
      if plain.contains(number) {
        held = away <= gap ? held + 1 : 1
        away = 0
        longest = max(longest, held)
      } else {
        away += 1
      }
    }
    return (longest, away <= gap ? held : 0)
  }

  @Test(arguments: 0..<200) func `runs are those counted month by month`(seed: Int) {
    var random = SplitMix64(seed: UInt64(1_000 + seed))
    let (set, plain) = IntervalSetTests.random(&random)
    for gap in 0...6 {
      for day in [0, 5, 17, 39] {
        let (longest, current) = IntervalSetTests.runs(plain, gap: gap, to: day)
        #expect(set.currentRun(to: Int32(day), gap: Int32(gap)) == current, "gap \(gap) to \(day)")
        let past = set.intersection(IntervalSet(IntervalSet.beginning, Int32(day)))
        #expect(past.longestRun(gap: Int32(gap)) == longest, "gap \(gap) to \(day)")
      }
    }
  }
}
