extension Lexer {
  /// What input methods write in place of an ASCII sign.
  private static let fullWidth: [Unicode.Scalar: String] = [
    "（": "(", "）": ")", "，": ",", "、": ",", "：": ":", "＜": "<", "＞": ">", "＝": "=",
    "≤": "<=", "≥": ">=", "≠": "!=", "＋": "+", "－": "-", "−": "-", "–": "-", "×": "*",
    "÷": "/", "［": "[", "］": "]", "【": "[", "】": "]", "．": ".", "。": ".", "％": "%",
    "／": "/", "＊": "*", "～": "..", "…": "..",
  ]
  private static let openingQuotes: Set<Unicode.Scalar> = ["“", "”", "„", "‘", "’", "「", "『", "＂"]
  private static let closingQuotes: Set<Unicode.Scalar> = ["”", "“", "’", "‘", "」", "』", "＂"]

  /// The character at `offset` and how many bytes it takes.
  private func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let lead = byte(offset)
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    let text = source.text(SourceRange(offset, min(end, offset + length)))
    return (text.unicodeScalars.first ?? "\u{FFFD}", min(length, end - offset))
  }

  /// Whether the character at `offset` is a sign beyond ASCII, which ends a word.
  func isPunctuation(at offset: Int) -> Bool {
    guard byte(offset) >= 0xC0 else { return false }
    let scalar = scalar(at: offset).scalar
    return Lexer.fullWidth[scalar] != nil || Lexer.openingQuotes.contains(scalar)
      || scalar.value == 0x3000 || scalar.value == 0xA0 || scalar == "·"
  }

  /// Reads whatever begins with a character beyond ASCII.
  mutating func beyondASCII() {
    let start = position
    let (scalar, length) = scalar(at: position)
    if Lexer.openingQuotes.contains(scalar) {
      curlyString(length)
    } else if Lexer.wideDigits.contains(scalar.value) {
      wideNumber()
    } else if let meant = Lexer.fullWidth[scalar] {
      position += length
      let range = SourceRange(start, position)
      diagnostics.insert(.fullWidth(String(Character(scalar)), meant: meant, at: range))
      if meant != "%" { add(.sign(meant), from: start) }
    } else if scalar.value == 0x3000 || scalar.value == 0xA0 {
      position += length
      let range = SourceRange(start, position)
      diagnostics.insert(.fullWidth(" ", meant: " ", at: range))
    } else if scalar.properties.isAlphabetic || scalar.properties.isIdeographic
      || (0xFF10...0xFF5A).contains(scalar.value)
    {
      while position < end, byte(position) >= 0x80 || isWord(byte(position)),
        !isPunctuation(at: position)
      {
        position += 1
      }
      add(.word(source.text(SourceRange(start, position))), from: start)
    } else {
      position += max(1, length)
      let range = SourceRange(start, position)
      diagnostics.insert(.strangeCharacter(source.text(range), at: range))
    }
  }

  private static let wideDigits: ClosedRange<UInt32> = 0xFF10...0xFF19

  /// Reads digits of which some are full width.
  private mutating func wideNumber() {
    let start = position
    var digits = ""
    while position < end {
      let (scalar, length) = scalar(at: position)
      if Lexer.wideDigits.contains(scalar.value) {
        digits += String(scalar.value - Lexer.wideDigits.lowerBound)
      } else if ("0"..."9").contains(Character(scalar)) {
        digits.append(Character(scalar))
      } else {
        break
      }
      position += length
    }
    let range = SourceRange(start, position)
    diagnostics.insert(.fullWidth(source.text(range), meant: digits, at: range))
    add(.number(DecimalLiteral(digits) ?? DecimalLiteral(units: 0, scale: 0)), from: start)
  }

  private func isWord(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private mutating func curlyString(_ length: Int) {
    let start = position
    position += length
    let textStart = position
    while position < end, byte(position) != 0x0A {
      let (scalar, length) = scalar(at: position)
      if Lexer.closingQuotes.contains(scalar) || scalar == "\"" {
        let text = source.text(SourceRange(textStart, position))
        position += length
        let range = SourceRange(start, position)
        diagnostics.insert(.curlyQuotes(text, at: range))
        add(.string(text), from: start)
        return
      }
      position += max(1, length)
    }
    let range = SourceRange(start, position)
    let text = source.text(SourceRange(textStart, position))
    diagnostics.insert(.curlyQuotes(text, at: range))
    add(.string(text), from: start)
  }
}
