import ExpressionLanguage

extension SourceText {
  /// The range without the punctuation and blanks at its ends.
  func withoutPunctuation(_ range: SourceRange) -> SourceRange {
    let scalars = scalars(in: range)
    let isWord = { (scalar: Unicode.Scalar) in
      !scalar.isMarkdownPunctuation && !scalar.isMarkdownSpace
    }
    guard let first = scalars.first(where: { isWord($0.1) }),
      let last = scalars.last(where: { isWord($0.1) })
    else { return range }
    return SourceRange(first.0, last.0 + last.1.utf8.count)
  }

  /// Whether two stretches hold the same words, white space aside.
  func sameWords(_ lhs: SourceRange, _ rhs: SourceRange) -> Bool {
    let left = bytes[lhs.start..<lhs.end].lazy.filter { $0 > 0x20 }
    let right = bytes[rhs.start..<rhs.end].lazy.filter { $0 > 0x20 }
    return left.elementsEqual(right)
  }

  /// Whether the stretch, asterisks included, would print with its asterisks.
  func isNotBold(_ outer: SourceRange) -> Bool {
    let line = lineRange(line(at: outer.start))
    let opener = DelimiterRun(
      SourceRange(outer.start, outer.start + 2),
      line: line,
      in: self
    )
    let closer = DelimiterRun(
      SourceRange(outer.end - 2, outer.end),
      line: lineRange(self.line(at: outer.end - 1)),
      in: self
    )
    return !opener.canOpen || !closer.canClose
  }
}

extension BoldPhrase {
  /// Whether a limit's amount ends in punctuation that belongs outside the bold.
  func endsInPunctuation(in source: SourceText) -> Bool {
    guard case .limit(_, let literal) = meaning,
      let last = source.text(literal).unicodeScalars.last, last != "%"
    else { return false }
    return last.isMarkdownPunctuation
  }
}
