/// How many terminal columns text takes: a Han character is two wide, a combining mark none.
///
/// The ranges are those of Unicode's East Asian Wide and Fullwidth classes that occur in official
/// Chinese, Japanese and Korean text, with emoji.
package enum DisplayWidth {
  /// The columns that `text` takes.
  ///
  /// - Complexity: O(*n*) in the number of scalars.
  package static func of(_ text: String) -> Int {
    text.reduce(0) { $0 + of($1) }
  }

  /// The columns that one character takes: 0, 1 or 2.
  package static func of(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    if character.unicodeScalars.contains(where: { $0.value == 0xFE0F }) { return 2 }
    return of(first)
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x20 || (0x7F..<0xA0).contains(value) { return 0 }
    if value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    for range in wide where range.contains(value) { return 2 }
    return 1
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
    0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]

  /// `text` followed by as many spaces as make it `width` columns wide.
  package static func pad(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - of(text)))
  }

  /// `text` preceded by as many spaces as make it `width` columns wide.
  package static func padLeft(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - of(text))) + text
  }

  /// `text` broken into lines of at most `width` columns, between words and between Han characters.
  ///
  /// A word longer than a line stands on a line of its own. Chinese closing punctuation never
  /// begins a line.
  package static func wrap(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var lineWidth = 0
    for piece in pieces(of: text) {
      let pieceWidth = of(piece)
      let trimmed = piece == " " && line.isEmpty
      if trimmed { continue }
      if lineWidth + pieceWidth > width, !line.isEmpty, !closing.contains(piece) {
        while line.last == " " { line.removeLast() }
        lines.append(line)
        line = piece == " " ? "" : piece
        lineWidth = piece == " " ? 0 : pieceWidth
      } else {
        line += piece
        lineWidth += pieceWidth
      }
    }
    while line.last == " " { line.removeLast() }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  private static let closing: Set<String> = ["，", "。", "；", "：", "、", "）", "》", "”", "！", "？"]

  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var word = ""
    func flush() {
      if !word.isEmpty { pieces.append(word) }
      word = ""
    }
    for character in text {
      if character == " " || character == "\n" {
        flush()
        pieces.append(" ")
      } else if of(character) == 2 {
        flush()
        pieces.append(String(character))
      } else {
        word.append(character)
      }
    }
    flush()
    return pieces
  }
}
