import ExpressionLanguage

/// Finds what CommonMark makes bold among runs of asterisks and underscores.
///
/// This is the procedure "process emphasis" of the specification, with its bottoms that keep it
/// linear. We follow it to the letter because the page that a citizen reads is rendered by it: what
/// does not become bold there must not bind here.
struct EmphasisMatcher {
  /// The runs, with what of each is left over.
  private(set) var runs: [DelimiterRun]
  /// What became bold, in the order in which it closed.
  private(set) var pairs: [BoldPair] = []

  private var previous: [Int]
  private var next: [Int]
  /// For each kind of closer, the last run below which no opener stands.
  private var bottoms = [Int](repeating: -1, count: 12)

  /// Matches `runs`, which stand in order.
  ///
  /// - Complexity: O(*n*) in the number of runs and of their characters.
  init(_ runs: [DelimiterRun]) {
    self.runs = runs
    previous = runs.indices.map { $0 - 1 }
    next = runs.indices.map { $0 + 1 }
    var closer = 0
    while closer < runs.count {
      closer = self.runs[closer].canClose ? close(closer) : next[closer]
    }
  }

  /// Matches `closer` with the nearest opener; the run to look at next.
  private mutating func close(_ closer: Int) -> Int {
    let bottom = bottomIndex(of: closer)
    var opener = previous[closer]
    while opener > bottoms[bottom], !canMatch(opener, closer) { opener = previous[opener] }
    guard opener > bottoms[bottom] else {
      bottoms[bottom] = previous[closer]
      let following = next[closer]
      if !runs[closer].canOpen { remove(closer) }
      return following
    }
    let used = runs[opener].remaining >= 2 && runs[closer].remaining >= 2 ? 2 : 1
    if used == 2 { pairs.append(pair(opener, closer)) }
    next[opener] = closer
    previous[closer] = opener
    runs[opener].remaining -= used
    runs[closer].remaining -= used
    if runs[opener].remaining == 0 { remove(opener) }
    guard runs[closer].remaining == 0 else { return closer }
    let following = next[closer]
    remove(closer)
    return following
  }

  private func bottomIndex(of closer: Int) -> Int {
    let run = runs[closer]
    return (run.character == .asterisk ? 0 : 6) + (run.canOpen ? 3 : 0) + run.count % 3
  }

  private func canMatch(_ opener: Int, _ closer: Int) -> Bool {
    let (open, close) = (runs[opener], runs[closer])
    guard open.canOpen, open.character == close.character else { return false }
    guard open.canClose || close.canOpen, (open.count + close.count) % 3 == 0 else { return true }
    return open.count % 3 == 0 && close.count % 3 == 0
  }

  /// The innermost two characters that are left of both runs.
  private func pair(_ opener: Int, _ closer: Int) -> BoldPair {
    let open = runs[opener]
    let close = runs[closer]
    let end = open.range.start + open.remaining
    let start = close.range.end - close.remaining
    return BoldPair(
      opening: SourceRange(end - 2, end),
      closing: SourceRange(start, start + 2)
    )
  }

  private mutating func remove(_ run: Int) {
    let (before, after) = (previous[run], next[run])
    if before >= 0 { next[before] = after }
    if after < runs.count { previous[after] = before }
  }
}
