/// A half-open range of byte offsets in one source text.
package struct SourceRange: Hashable, Sendable {
  /// The offset of the first byte.
  package var start: Int
  /// The offset after the last byte; never less than `start`.
  package var end: Int

  /// Creates the range from `start` up to, but not including, `end`.
  package init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = Swift.max(start, end)
  }

  /// The number of bytes in the range.
  package var count: Int { end - start }

  /// The smallest range that holds both this range and `other`.
  package func extended(toCover other: SourceRange) -> SourceRange {
    SourceRange(Swift.min(start, other.start), Swift.max(end, other.end))
  }
}
