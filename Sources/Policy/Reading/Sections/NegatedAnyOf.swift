import ExpressionLanguage

/// A sentence that says 不得 and makes 之一 bold: its words refuse what its bold would require.
struct NegatedAnyOf {
  /// The sentence with the bold where it belongs, where that is plain.
  var fixed: String?

  /// The sentence around the bold words at `outer`; `nil` where it has no 不得.
  init?(_ outer: SourceRange, within inlines: [Inline], in source: SourceText) {
    guard let first = inlines.first?.range, let last = inlines.last?.range else { return nil }
    let before = source.text(SourceRange(first.start, outer.start))
    let after = source.text(SourceRange(outer.end, last.end))
    let ends: Set<Character> = ["。", "；", "！", "？", ";"]
    let left = before.suffix(
      from: before.lastIndex(where: ends.contains).map(before.index(after:))
        ?? before.startIndex
    )
    let right = after.prefix { !ends.contains($0) }
    guard left.contains("不得") || right.contains("不得") else { return nil }
    let plain = left.filter { $0 != "*" }
    guard let start = plain.range(of: "不得有") else { return }
    let sentence = "**不得有**" + plain[start.upperBound...] + "之一"
    if !sentence.contains(where: \.isNewline) { fixed = sentence }
  }
}

extension StringProtocol {
  /// Where `word` first stands; the standard library has this only for regular expressions.
  fileprivate func range(of word: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(word) { return start..<index(start, offsetBy: word.count) }
      start = index(after: start)
    }
    return nil
  }
}
