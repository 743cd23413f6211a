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
  ///
  /// - Precondition: `separator` is not empty.
  package static func split(_ text: String, at separator: String) -> [String] {
    let (bytes, wanted) = (Array(text.utf8), Array(separator.utf8))
    var pieces: [String] = []
    var isQuoted = false
    var (start, index) = (0, 0)
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, bytes[index] == wanted[0], bytes[index...].starts(with: wanted) {
        pieces.append(String(decoding: bytes[start..<index], as: UTF8.self))
        index += wanted.count
        start = index
      } else {
        index += 1
      }
    }
    pieces.append(String(decoding: bytes[start...], as: UTF8.self))
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
    // Most texts begin and end with a letter or a sign, which the bytes tell.
    let signs: ClosedRange<UInt8> = 0x21...0x7E
    if let first = utf8.first, let last = utf8.last, signs ~= first, signs ~= last { return self }
    var view = Substring(self)
    while view.first?.isWhitespace == true { view.removeFirst() }
    while view.last?.isWhitespace == true { view.removeLast() }
    return String(view)
  }
}
