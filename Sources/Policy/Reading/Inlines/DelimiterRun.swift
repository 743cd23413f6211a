import ExpressionLanguage

/// A run of asterisks or underscores, which may open or close bold.
struct DelimiterRun {
  /// The asterisks or underscores.
  var range: SourceRange
  /// `*` or `_`.
  var character: UInt8
  /// Whether CommonMark lets it open.
  var canOpen: Bool
  /// Whether CommonMark lets it close.
  var canClose: Bool
  /// How many of its characters are not yet used.
  var remaining: Int

  /// The run at `range` in a line that takes `line`.
  ///
  /// CommonMark: a run is left-flanking if no white space follows it, and if, should punctuation
  /// follow it, white space or punctuation stands before it. Right-flanking is the mirror of this.
  init(_ range: SourceRange, line: SourceRange, in source: SourceText) {
    self.range = range
    character = source.bytes[range.start]
    remaining = range.count
    let before = source.scalar(endingAt: range.start, after: line.start)
    let after = source.scalar(at: range.end, before: line.end)
    let spaceBefore = before?.isMarkdownSpace ?? true
    let spaceAfter = after?.isMarkdownSpace ?? true
    let punctuationBefore = before?.isMarkdownPunctuation ?? false
    let punctuationAfter = after?.isMarkdownPunctuation ?? false
    let left = !spaceAfter && (!punctuationAfter || spaceBefore || punctuationBefore)
    let right = !spaceBefore && (!punctuationBefore || spaceAfter || punctuationAfter)
    if character == .underscore {
      canOpen = left && (!right || punctuationBefore)
      canClose = right && (!left || punctuationAfter)
    } else {
      canOpen = left
      canClose = right
    }
  }

  /// How many characters the run has.
  var count: Int { range.count }
}

/// A stretch made bold: the asterisks before and after it.
struct BoldPair: Hashable {
  /// The opening asterisks.
  var opening: SourceRange
  /// The closing asterisks.
  var closing: SourceRange

  /// What stands between.
  var inner: SourceRange { SourceRange(opening.end, closing.start) }
  /// All of it.
  var outer: SourceRange { SourceRange(opening.start, closing.end) }
}
