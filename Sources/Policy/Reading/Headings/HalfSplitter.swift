import ExpressionLanguage

/// Splits words at ` · `, outside quotes.
enum HalfSplitter {
  /// The ranges between the separators, trimmed.
  ///
  /// - Complexity: O(*n*) in the length of the range.
  static func split(_ range: SourceRange, in source: SourceText) -> [SourceRange] {
    var parts: [SourceRange] = []
    var start = range.start
    let heedsQuotes = source.hasPairedQuotes(range)
    var isQuoted = false
    var offset = range.start
    while offset < range.end {
      if source.bytes[offset] == .quote, heedsQuotes { isQuoted.toggle() }
      if !isQuoted, isSeparator(at: offset, in: range, source) {
        parts.append(source.trimmed(SourceRange(start, offset)))
        start = offset + 2
        offset = start
      } else {
        offset += 1
      }
    }
    return parts + [source.trimmed(SourceRange(start, range.end))]
  }

  /// Whether a middle dot stands at `offset` with a blank, or the end of the text, on both sides.
  private static func isSeparator(
    at offset: Int,
    in range: SourceRange,
    _ source: SourceText
  ) -> Bool {
    let bytes = source.bytes
    guard bytes[offset] == 0xC2, offset + 1 < range.end, bytes[offset + 1] == 0xB7 else {
      return false
    }
    let hasLeft = offset == range.start || bytes[offset - 1].isBlank
    let hasRight = offset + 2 == range.end || bytes[offset + 2].isBlank
    return hasLeft && hasRight
  }

  /// The dots that input methods write, the right one first.
  static let dots: Set<Unicode.Scalar> = ["·", "・", "•", "‧", "⋅", "∙", "●", "･"]
}

extension SourceText {
  /// The scalars in `range` with their offsets.
  func scalars(in range: SourceRange) -> [(Int, Unicode.Scalar)] {
    var offset = range.start
    return text(range).unicodeScalars.map { scalar in
      defer { offset += scalar.utf8.count }
      return (offset, scalar)
    }
  }

  /// Whether quotes stand in pairs in `range`; a single one, as of inches, quotes nothing.
  func hasPairedQuotes(_ range: SourceRange) -> Bool {
    bytes[range.start..<range.end].reduce(0) { $0 + ($1 == .quote ? 1 : 0) } % 2 == 0
  }

  /// Whether an ASCII letter stands in `range`.
  func hasLetter(_ range: SourceRange) -> Bool {
    bytes[range.start..<range.end].contains { $0.isLetter }
  }

  /// The first two asterisks side by side in `range`.
  func firstDoubleAsterisk(in range: SourceRange) -> SourceRange? {
    first("**", in: range)
  }

  /// The first `<!--` in `range`.
  func firstComment(in range: SourceRange) -> SourceRange? {
    first("<!--", in: range)
  }

  /// Where `word` first stands in `range`.
  func first(_ word: StaticString, in range: SourceRange) -> SourceRange? {
    let wanted = Array("\(word)".utf8)
    guard range.count >= wanted.count else { return nil }
    for start in range.start...(range.end - wanted.count)
    where bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
      return SourceRange(start, start + wanted.count)
    }
    return nil
  }
}
