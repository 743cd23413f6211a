import ExpressionLanguage

/// Parts an item's words into English and Chinese.
struct WordPieces {
  /// The words without a Han character.
  private(set) var english: WordPiece?
  /// The words with a Han character.
  private(set) var chinese: WordPiece?

  /// Parts `words`, which stand on `lines`, at ` · ` and at line breaks.
  init(_ words: [Inline], lines: [SourceRange], in source: SourceText) {
    var first = 0
    for line in lines {
      while first < words.count, words[first].range.end <= line.start { first += 1 }
      guard first < words.count else { return }
      var last = first
      while last + 1 < words.count, words[last + 1].range.start < line.end { last += 1 }
      let start = max(line.start, words[first].range.start)
      let range = source.trimmed(SourceRange(start, min(line.end, words[last].range.end)))
      guard range.count > 0 else { continue }
      for part in HalfSplitter.split(range, in: source) where part.count > 0 {
        while first < last, words[first].range.end <= part.start { first += 1 }
        let plain = WordPieces.plain(part, words[first...last], source)
        add(plain.text, at: part, isChinese: plain.isChinese)
      }
    }
  }

  private mutating func add(_ text: String, at range: SourceRange, isChinese: Bool) {
    if isChinese {
      WordPieces.append(text, at: range, to: &chinese, separator: "")
    } else {
      WordPieces.append(text, at: range, to: &english, separator: " ")
    }
  }

  private static func append(
    _ text: String,
    at range: SourceRange,
    to piece: inout WordPiece?,
    separator: String
  ) {
    guard piece != nil else {
      piece = WordPiece(text: text, ranges: [range])
      return
    }
    piece?.text += separator + text
    piece?.ranges.append(range)
  }

  /// The text of `part` without asterisks, and whether a Han character stands in it outside code.
  private static func plain(
    _ part: SourceRange,
    _ words: ArraySlice<Inline>,
    _ source: SourceText
  ) -> (text: String, isChinese: Bool) {
    var text = ""
    var isChinese = false
    for inline in words {
      if inline.range.start >= part.end { break }
      guard inline.range.end > part.start else { continue }
      let range: SourceRange
      switch inline {
      case .text(let whole): range = whole
      case .bold(let inner, _): range = inner
      case .code(_, let outer): range = outer
      }
      let shown = SourceRange(max(range.start, part.start), min(range.end, part.end))
      text += source.text(shown)
      if case .code = inline { continue }
      isChinese = isChinese || source.hasHan(shown)
    }
    return (text, isChinese)
  }
}
