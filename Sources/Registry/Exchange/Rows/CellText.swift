/// What spreadsheets and keyboards leave around a cell's text, and the text without it.
enum CellText {
  /// Whether it is a space of any kind, also one that takes no room.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B...0x200F, 0x2060, 0xFEFF, 0x00AD: true
    default: scalar.properties.isWhitespace
    }
  }

  /// The text without spaces at either end.
  static func trimmed(_ text: String) -> String {
    // Most cells begin and end with a sign or a letter, which the bytes tell.
    let signs: ClosedRange<UInt8> = 0x21...0x7E
    if let first = text.utf8.first, let last = text.utf8.last, signs ~= first, signs ~= last {
      return text
    }
    var view = text.unicodeScalars[...]
    while let first = view.first, isSpace(first) { view.removeFirst() }
    while let last = view.last, isSpace(last) { view.removeLast() }
    return String(view)
  }

  /// The text without the ways in which spreadsheets are told that a number is text: `="110"` and
  /// a leading apostrophe.
  static func unwrapped(_ text: String) -> String {
    let text = trimmed(text)
    if text.hasPrefix("=\""), text.hasSuffix("\""), text.count > 3 {
      return trimmed(String(text.dropFirst(2).dropLast()))
    }
    if let first = text.first, first == "'" || first == "’", text.count > 1 {
      return trimmed(String(text.dropFirst()))
    }
    return text
  }

  /// The text with ASCII in place of the full-width signs of input methods.
  static func halfWidth(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var narrow = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: narrow.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x3000: narrow.append(" ")
      default: narrow.append(scalar)
      }
    }
    return String(narrow)
  }

  /// The text without any space in it.
  static func withoutSpaces(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !isSpace($0) }))
  }

  /// Whether a control character is in it that no cell needs; a line end within quotes is none.
  static func hasControl(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.value < 0x20 && !"\n\r\t".unicodeScalars.contains($0) }
  }
}
