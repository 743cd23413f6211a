import ExpressionLanguage
import TestSupport
import Testing

/// Sets of numbers against sets that list every number.
@Suite struct NumberSetTests {
  private let universe: ClosedRange<Int64> = -16...16

  private func random(_ random: inout SplitMix64) -> (set: NumberSet, numbers: Set<Int64>) {
    var spans: [NumberSet.Span] = []
    var numbers: Set<Int64> = []
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let low = Int64.random(in: -9...9, using: &random)
      let high = low + Int64.random(in: -1...4, using: &random)
      spans.append(NumberSet.Span(low: low, high: high))
      if low <= high { numbers.formUnion(low...high) }
    }
    return (NumberSet(spans: spans), numbers)
  }

  private func expect(_ set: NumberSet, _ numbers: Set<Int64>, _ what: Comment) {
    #expect(universe.filter(set.contains) == numbers.sorted(), what)
    #expect(set.numbers(atMost: 100) == numbers.sorted(), what)
    #expect(set.isEmpty == numbers.isEmpty, what)
    #expect(set.only == (numbers.count == 1 ? numbers.first : nil), what)
    let spans = set.spans
    #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.high + 1 < $1.low }, what)
  }

  @Test(arguments: 0..<300) func `sets join, meet and map as lists of numbers do`(seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed))
    let (one, first) = random(&generator)
    let (other, second) = random(&generator)
    let what: Comment = "seed \(seed): \(one.spans), \(other.spans)"
    expect(one, first, what)
    expect(one.union(other), first.union(second), what)
    expect(one.intersection(other), first.intersection(second), what)
    #expect(one.isSubset(of: other) == first.isSubset(of: second), what)
    let end = Int64.random(in: -10...10, using: &generator)
    expect(one.below(end, included: false), first.filter { $0 < end }, what)
    expect(one.above(end, included: true), first.filter { $0 >= end }, what)
    expect(one.mapMonotone { 0 - $0 }, Set(first.map { 0 - $0 }), what)
    let sums = one.combined(with: other) { $0 + $1 }
    for left in first {
      #expect(second.allSatisfy { sums.contains(left + $0) }, what)
    }
    #expect(sums.isEmpty == (first.isEmpty || second.isEmpty), what)
  }

  @Test func `the ends of 64 bits are numbers like others`() {
    let all = NumberSet.everything
    #expect(all.below(0, included: false).union(all.above(0, included: true)) == all)
    #expect(all.above(.max, included: false).isEmpty)
    #expect(all.below(.min, included: false).isEmpty)
    #expect(all.numbers(atMost: 1_000) == nil)
    #expect(NumberSet([.max, .min]).spans.count == 2)
  }

  @Test func `a simpler set keeps the widest gaps and leaves nothing out`() {
    let squares = (0..<100).map { Int64($0 * $0) }
    let simple = NumberSet(squares).simplified
    #expect(simple.spans.count == NumberSet.mostSpans)
    #expect(squares.allSatisfy(simple.contains))
    #expect(!simple.contains(99 * 99 - 1))
    #expect(simple.contains(5))
  }
}
