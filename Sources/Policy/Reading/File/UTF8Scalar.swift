import ExpressionLanguage

/// One Unicode scalar decoded from bytes.
struct UTF8Scalar {
  /// The scalar.
  var scalar: Unicode.Scalar
  /// How many bytes it takes.
  var count: Int

  /// Decodes the scalar that begins at `offset`; `nil` where the bytes are not UTF-8.
  init?(in bytes: [UInt8], at offset: Int) {
    let first = bytes[offset]
    if first < 0x80 {
      self.init(scalar: Unicode.Scalar(first), count: 1)
      return
    }
    let length: Int
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return nil
    }
    guard offset + length <= bytes.count else { return nil }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for next in bytes[(offset + 1)..<(offset + length)] {
      guard next & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(next & 0x3F)
    }
    let smallest: [UInt32] = [0, 0, 0x80, 0x800, 0x10000]
    guard value >= smallest[length], let scalar = Unicode.Scalar(value) else { return nil }
    self.init(scalar: scalar, count: length)
  }

  private init(scalar: Unicode.Scalar, count: Int) {
    self.scalar = scalar
    self.count = count
  }
}

extension SourceText {
  /// The scalar that begins at `offset`, if one does before `end`.
  func scalar(at offset: Int, before end: Int) -> Unicode.Scalar? {
    guard offset < end, offset < bytes.count else { return nil }
    return UTF8Scalar(in: bytes, at: offset)?.scalar
  }

  /// The scalar that ends at `offset`, if one does after `start`.
  func scalar(endingAt offset: Int, after start: Int) -> Unicode.Scalar? {
    var first = offset - 1
    while first > start, bytes[first] & 0xC0 == 0x80 { first -= 1 }
    guard first >= start, first >= 0 else { return nil }
    return UTF8Scalar(in: bytes, at: first)?.scalar
  }

  /// Whether a Han character stands in `range`.
  func hasHan(_ range: SourceRange) -> Bool {
    text(range).unicodeScalars.contains { $0.isHan }
  }

  /// The range without the spaces, tabs and ideographic spaces at its ends.
  func trimmed(_ range: SourceRange) -> SourceRange {
    var start = range.start
    var end = range.end
    while start < end {
      if bytes[start] == .space || bytes[start] == .tab {
        start += 1
      } else if bytes[start] == 0xE3, hasIdeographicSpace(at: start), start + 3 <= end {
        start += 3
      } else {
        break
      }
    }
    while end > start {
      if bytes[end - 1] == .space || bytes[end - 1] == .tab {
        end -= 1
      } else if end - 3 >= start, bytes[end - 3] == 0xE3, hasIdeographicSpace(at: end - 3) {
        end -= 3
      } else {
        break
      }
    }
    return SourceRange(start, end)
  }

  private func hasIdeographicSpace(at offset: Int) -> Bool {
    offset + 2 < bytes.count && bytes[offset + 1] == 0x80 && bytes[offset + 2] == 0x80
  }
}

extension UInt8 {
  static let space = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")
  static let pipe = UInt8(ascii: "|")
  static let backslash = UInt8(ascii: "\\")
  static let backtick = UInt8(ascii: "`")
  static let asterisk = UInt8(ascii: "*")
  static let underscore = UInt8(ascii: "_")
  static let tilde = UInt8(ascii: "~")
  static let hyphen = UInt8(ascii: "-")
  static let colon = UInt8(ascii: ":")
  static let hash = UInt8(ascii: "#")
  static let openBrace = UInt8(ascii: "{")
  static let closeBrace = UInt8(ascii: "}")
  static let quote = UInt8(ascii: "\"")

  /// Whether the byte is an ASCII digit.
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  /// Whether the byte is an ASCII letter.
  var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }

  /// Whether the byte is a space or a tab.
  var isBlank: Bool { self == .space || self == .tab }
}

extension Unicode.Scalar {
  /// Whether this is a Han character.
  var isHan: Bool {
    switch value {
    case 0x2E80...0x2FDF, 0x3005, 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
      0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// Whether CommonMark takes this for punctuation where it decides what becomes bold.
  var isMarkdownPunctuation: Bool {
    if isASCII { return value > 0x20 && value < 0x7F && !properties.isAlphabetic && !isASCIIDigit }
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }

  /// Whether CommonMark takes this for white space.
  var isMarkdownSpace: Bool {
    switch value {
    case 0x09, 0x0A, 0x0C, 0x0D: true
    default: properties.generalCategory == .spaceSeparator
    }
  }

  private var isASCIIDigit: Bool { (0x30...0x39).contains(value) }
}
