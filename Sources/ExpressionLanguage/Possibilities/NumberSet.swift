/// A set of whole numbers as disjoint closed spans in order.
package struct NumberSet: Hashable, Sendable {
  /// One span, both ends in.
  package struct Span: Hashable, Sendable {
    /// The first number.
    package var low: Int64
    /// The last number.
    package var high: Int64

    /// Creates a span; one that ends before it begins holds nothing.
    package init(low: Int64, high: Int64) {
      self.low = low
      self.high = high
    }
  }

  /// The most spans that arithmetic keeps.
  package static let mostSpans = 32

  /// The first number; more than `high` in the empty set.
  package private(set) var low: Int64
  /// The last number; less than `low` in the empty set.
  package private(set) var high: Int64
  /// What lies between `low` and `high` and isn't in the set, in order; most sets have no gap.
  private var gaps: [Span] = []

  /// Creates the set of the numbers from `low` to `high`; empty where `high` is less.
  package init(_ low: Int64, _ high: Int64) {
    (self.low, self.high) = low <= high ? (low, high) : (1, 0)
  }

  /// Creates the set of one number.
  package init(_ number: Int64) { (low, high) = (number, number) }

  /// Creates the set of some numbers, in any order.
  ///
  /// - Complexity: O(*n* log *n*).
  package init(_ numbers: some Sequence<Int64>) {
    self.init(spans: numbers.map { Span(low: $0, high: $0) })
  }

  /// Creates the union of spans in any order; spans that end before they begin hold nothing.
  ///
  /// - Complexity: O(*n* log *n*).
  package init(spans: [Span]) {
    self = .empty
    var last: Span?
    for span in spans.sorted(by: { $0.low < $1.low }) where span.low <= span.high {
      guard let open = last else {
        (low, high, last) = (span.low, span.high, span)
        continue
      }
      // Spans that touch are one.
      if open.high == .max || span.low <= open.high + 1 {
        last?.high = max(open.high, span.high)
      } else {
        gaps.append(Span(low: open.high + 1, high: span.low - 1))
        last = span
      }
      high = max(high, span.high)
    }
  }

  /// The set with only its widest gaps, so that it has `mostSpans` spans at most: it may hold more
  /// than before, never less.
  ///
  /// - Complexity: O(*n* log *n*) in the number of spans.
  package var simplified: NumberSet {
    let excess = gaps.count - (NumberSet.mostSpans - 1)
    if excess <= 0 { return self }
    var simple = self
    let widths = gaps.map { UInt64(bitPattern: $0.high &- $0.low) }
    let widest = widths.sorted()[excess - 1]
    var fill = excess
    var index = -1
    simple.gaps.removeAll { _ in
      index += 1
      guard fill > 0, widths[index] <= widest else { return false }
      fill -= 1
      return true
    }
    return simple
  }

  /// The set without numbers.
  package static let empty = NumberSet(1, 0)
  /// Every number.
  package static let everything = NumberSet(.min, .max)

  /// Whether there are no numbers.
  package var isEmpty: Bool { low > high }

  /// The only number, where there is just one.
  package var only: Int64? { low == high ? low : nil }

  /// Whether no number is missing between the first and the last.
  package var isOneSpan: Bool { !isEmpty && gaps.isEmpty }

  /// The spans, in order, none touching the next.
  package var spans: [Span] {
    if isEmpty { return [] }
    var spans: [Span] = []
    spans.reserveCapacity(gaps.count + 1)
    var next = low
    for gap in gaps {
      spans.append(Span(low: next, high: gap.low - 1))
      next = gap.high + 1
    }
    spans.append(Span(low: next, high: high))
    return spans
  }

  /// The numbers in order, where there are at most `most` of them.
  ///
  /// - Complexity: O(`most`).
  package func numbers(atMost most: Int) -> [Int64]? {
    var numbers: [Int64] = []
    for span in spans {
      let (width, over) = span.high.subtractingReportingOverflow(span.low)
      guard !over, width < Int64(most - numbers.count) else { return nil }
      numbers += span.low...span.high
    }
    return numbers
  }

  /// Whether `number` is in the set.
  ///
  /// - Complexity: O(*n*) in the number of spans.
  package func contains(_ number: Int64) -> Bool {
    low <= number && number <= high
      && !gaps.contains { $0.low <= number && number <= $0.high }
  }

  /// The numbers in either set.
  package func union(_ other: NumberSet) -> NumberSet {
    if isEmpty { return other }
    if other.isEmpty || other == self { return self }
    if gaps.isEmpty, other.gaps.isEmpty, max(low, other.low) <= min(high, other.high) {
      return NumberSet(min(low, other.low), max(high, other.high))
    }
    return NumberSet(spans: spans + other.spans)
  }

  /// The numbers in both sets.
  ///
  /// - Complexity: O(*n* + *m*) in the number of spans.
  package func intersection(_ other: NumberSet) -> NumberSet {
    let (first, last) = (max(low, other.low), min(high, other.high))
    if isEmpty || other.isEmpty || first > last { return .empty }
    if gaps.isEmpty, other.gaps.isEmpty { return NumberSet(first, last) }
    var common: [Span] = []
    let (left, right) = (spans, other.spans)
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      let (low, high) = (max(left[i].low, right[j].low), min(left[i].high, right[j].high))
      if low <= high { common.append(Span(low: low, high: high)) }
      if left[i].high < right[j].high { i += 1 } else { j += 1 }
    }
    return NumberSet(spans: common)
  }

  /// The numbers from `low` to `high` of the set.
  package func clamped(_ low: Int64, _ high: Int64) -> NumberSet {
    intersection(NumberSet(low, high))
  }

  /// Whether every number of the set is in `other`.
  package func isSubset(of other: NumberSet) -> Bool {
    if isEmpty { return true }
    if other.gaps.isEmpty { return other.low <= low && high <= other.high }
    return intersection(other) == self
  }

  /// What a function that never decreases, or never increases, makes of each number.
  ///
  /// Few numbers are mapped one by one, so that the result has their gaps.
  package func mapMonotone(_ transform: (Int64) -> Int64) -> NumberSet {
    if isEmpty { return self }
    if let only { return NumberSet(transform(only)) }
    if let few = numbers(atMost: NumberSet.mostSpans) { return NumberSet(few.map(transform)) }
    return NumberSet(
      spans: spans.map { span in
        let (one, other) = (transform(span.low), transform(span.high))
        return Span(low: min(one, other), high: max(one, other))
      }
    )
  }

  /// What a function of two numbers, monotone in each, makes of each pair.
  ///
  /// - Complexity: O(*n* · *m*) in the number of spans.
  package func combined(
    with other: NumberSet,
    _ transform: (Int64, Int64) -> Int64
  ) -> NumberSet {
    if isEmpty || other.isEmpty { return .empty }
    if let only { return other.mapMonotone { transform(only, $0) } }
    if let only = other.only { return mapMonotone { transform($0, only) } }
    var (left, right) = (spans, other.spans)
    if left.count * right.count > 4 * NumberSet.mostSpans {
      (left, right) = ([Span(low: low, high: high)], [Span(low: other.low, high: other.high)])
    }
    var all: [Span] = []
    for one in left {
      for two in right {
        let corners = [
          transform(one.low, two.low), transform(one.low, two.high),
          transform(one.high, two.low), transform(one.high, two.high),
        ]
        all.append(Span(low: corners.min() ?? .min, high: corners.max() ?? .max))
      }
    }
    return NumberSet(spans: all).simplified
  }
}
