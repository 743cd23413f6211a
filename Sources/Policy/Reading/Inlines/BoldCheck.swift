import ExpressionLanguage

/// Compares what the author meant to be bold with what CommonMark makes bold.
///
/// The author means the asterisks of a line two by two. Where CommonMark sees something else, the
/// line is at fault; the author's reading is kept so that later checks can go on.
struct BoldCheck {
  /// What the author meant to be bold.
  private(set) var pairs: [BoldPair] = []
  /// Everything found.
  private(set) var diagnostics: [Diagnostic] = []

  private let source: SourceText

  /// Checks the runs of one paragraph.
  ///
  /// - Parameters:
  ///   - matcher: What CommonMark made of the runs.
  ///   - lines: The line of each run, as an index of `ranges`.
  ///   - ranges: The lines of the paragraph.
  ///   - source: The text.
  init(_ matcher: EmphasisMatcher, lines: [Int], ranges: [SourceRange], in source: SourceText) {
    self.source = source
    let isStar = { (run: DelimiterRun) in run.character == .asterisk && run.count == 2 }
    let stars = matcher.runs.indices.filter { isStar(matcher.runs[$0]) }
    let used = Set(matcher.pairs.flatMap { [$0.opening.start, $0.closing.start] })
    let isNested = BoldCheck.isNested(matcher.pairs)
    guard isNested || stars.contains(where: { !used.contains(matcher.runs[$0].range.start) })
    else {
      pairs = matcher.pairs
      return
    }
    let byLine = Dictionary(grouping: stars) { lines[$0] }
    guard byLine.values.allSatisfy({ $0.count % 2 == 0 }) else {
      pairs = matcher.pairs
      for star in stars where !used.contains(matcher.runs[star].range.start) {
        guard diagnostics.count <= DiagnosticSet.limit else { return }
        diagnostics.append(.asterisksWithoutPartner(matcher.runs[star].range))
      }
      return
    }
    for (line, stars) in byLine.sorted(by: { $0.key < $1.key }) {
      pairUp(stars.map { matcher.runs[$0] }, line: ranges[line])
    }
    if diagnostics.isEmpty {
      for pair in Set(pairs).subtracting(matcher.pairs) {
        diagnostics.append(.boldInterfered(pair.outer))
      }
    }
  }

  private static func isNested(_ pairs: [BoldPair]) -> Bool {
    let sorted = pairs.sorted { $0.outer.start < $1.outer.start }
    return zip(sorted, sorted.dropFirst()).contains { $1.outer.start < $0.outer.end }
  }

  /// Takes the runs of a line two by two, and says why a pair did not become bold.
  private mutating func pairUp(_ runs: [DelimiterRun], line: SourceRange) {
    for index in stride(from: 0, to: runs.count - 1, by: 2) {
      let (opener, closer) = (runs[index], runs[index + 1])
      let pair = BoldPair(opening: opener.range, closing: closer.range)
      pairs.append(pair)
      guard !opener.canOpen || !closer.canClose || pair.inner.count == 0,
        diagnostics.count <= DiagnosticSet.limit
      else { continue }
      diagnostics.append(.notBold(FailedBold(pair, line: line, in: source), at: pair.outer))
    }
  }
}

/// Words between asterisks that did not become bold, and what stands in the way.
struct FailedBold {
  /// The words without the punctuation and blanks at their ends.
  var core: String
  /// The punctuation and blanks before the words.
  var before: String
  /// The punctuation and blanks after the words.
  var after: String
  /// What follows the closing asterisks on the line.
  var rest: String

  /// The words between the asterisks of `pair`.
  init(_ pair: BoldPair, line: SourceRange, in source: SourceText) {
    let scalars = Array(source.text(pair.inner).unicodeScalars)
    let isEdge = { (scalar: Unicode.Scalar) in
      scalar.isMarkdownPunctuation || scalar.isMarkdownSpace
    }
    let start = scalars.firstIndex { !isEdge($0) } ?? scalars.count
    let end = max(start, scalars.lastIndex { !isEdge($0) }.map { $0 + 1 } ?? start)
    before = FailedBold.string(scalars[..<start])
    core = FailedBold.string(scalars[start..<end])
    after = FailedBold.string(scalars[end...])
    let following = source.text(SourceRange(pair.closing.end, line.end))
    rest = following.count > 16 ? following.prefix(15) + "…" : following
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// Whether only blanks, no punctuation, are in the way.
  var isBlankOnly: Bool { (before + after).unicodeScalars.allSatisfy { $0.isMarkdownSpace } }
}
