package import ExpressionLanguage

/// Splits words in two languages at ` · `, outside quotes.
package enum Glossed {
  /// Whether a Han character stands in `text`.
  package static func hasHan(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      (0x3400...0x9FFF).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value)
        || (0x20000...0x3FFFF).contains(scalar.value)
    }
  }

  /// The two halves of a text, whichever stands first; a half that is missing is empty.
  package static func halves(_ text: String) -> Bilingual {
    var result = Bilingual("", "")
    for part in parts(text) {
      if hasHan(part) {
        if result.chinese.isEmpty { result.chinese = part }
      } else if result.english.isEmpty {
        result.english = part
      }
    }
    return result
  }

  /// The parts of a text between ` · ` signs outside quotes, trimmed.
  package static func parts(_ text: String) -> [String] {
    split(text, at: " · ").map { $0.trimmingSpaces }
  }

  /// The pieces of a text between separators that stand outside straight quotes.
  package static func split(_ text: String, at separator: String) -> [String] {
    var pieces: [String] = [""]
    var isQuoted = false
    var rest = Substring(text)
    while let character = rest.first {
      if character == "\"" { isQuoted.toggle() }
      if !isQuoted, rest.hasPrefix(separator) {
        pieces.append("")
        rest = rest.dropFirst(separator.count)
      } else {
        pieces[pieces.count - 1].append(character)
        rest = rest.dropFirst()
      }
    }
    return pieces
  }

  /// The bytes of a cell before its gloss, and the gloss, if there is one.
  package static func ranges(
    _ range: SourceRange,
    _ source: SourceText
  ) -> (main: SourceRange, gloss: SourceRange?) {
    var isQuoted = false
    var offset = range.start
    while offset + 4 <= range.end {
      let byte = source.bytes[offset]
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, byte == 0x20, source.bytes[offset + 1] == 0xC2,
        source.bytes[offset + 2] == 0xB7, source.bytes[offset + 3] == 0x20
      {
        return (
          source.trimmed(SourceRange(range.start, offset)),
          source.trimmed(SourceRange(offset + 4, range.end))
        )
      }
      offset += 1
    }
    return (range, nil)
  }
}

extension String {
  /// The text without white space at either end.
  package var trimmingSpaces: String {
    var view = Substring(self)
    while view.first?.isWhitespace == true { view.removeFirst() }
    while view.last?.isWhitespace == true { view.removeLast() }
    return String(view)
  }
}
