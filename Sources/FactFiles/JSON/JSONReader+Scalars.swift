import ExpressionLanguage
import Scoring

/// Strings and numbers.
extension JSONReader {
  /// The string at the place, its escapes resolved.
  mutating func string() throws(Stop) -> JSONText {
    let start = offset
    var text: [UInt8] = []
    var isWhole = true
    offset += 1
    while !sees("\"") {
      guard offset < bytes.count, !sees("\n"), !sees("\r") else {
        throw stop(.unclosedQuote(at: start, bytes: bytes))
      }
      if sees("\\") {
        if let scalar = try escape(opening: start) {
          text.append(contentsOf: String(Character(scalar)).utf8)
        } else {
          isWhole = false
        }
        continue
      }
      if sees("\t") {
        try report(.jsonTabInString(at: SourceRange(offset, offset + 1)))
        isWhole = false
      }
      text.append(byte)
      offset += 1
    }
    offset += 1
    let range = SourceRange(start, offset)
    guard isWhole else { return JSONText(content: nil, range: range) }
    let content = String(decoding: text, as: UTF8.self)
    if let (scalar, kind) = HiddenCharacter.first(in: content) {
      try report(.hiddenCharacter(scalar, kind: kind, at: range))
      return JSONText(content: nil, range: range)
    }
    return JSONText(content: content, range: range)
  }

  /// The scalar that an escape stands for; `nil` where it is refused.
  private mutating func escape(opening start: Int) throws(Stop) -> Unicode.Scalar? {
    let begin = offset
    offset += 1
    let letter = Unicode.Scalar(byte)
    guard offset < bytes.count, letter != "\n", letter != "\r" else {
      throw stop(.unclosedQuote(at: start, bytes: bytes))
    }
    offset += here.count
    switch letter {
    case "\"", "\\", "/": return letter
    case "b": return "\u{08}"
    case "f": return "\u{0C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "u": break
    default:
      try report(.jsonBadEscape(at: SourceRange(begin, offset)))
      return nil
    }
    guard let first = hexadecimal() else {
      try report(.jsonBadEscape(at: SourceRange(begin, offset)))
      return nil
    }
    if let scalar = Unicode.Scalar(first) { return scalar }
    let end = offset
    if first < 0xDC00, sees("\\"), offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "u")
    {
      offset += 2
      if let second = hexadecimal(), (0xDC00...0xDFFF).contains(second) {
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      }
      offset = end
    }
    try report(.jsonLoneSurrogate(at: SourceRange(begin, end)))
    return nil
  }

  /// The number of the four hexadecimal digits at the place.
  private mutating func hexadecimal() -> UInt32? {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
      offset += 1
    }
    return value
  }

  /// The number at the place, as it was written.
  mutating func number() throws(Stop) -> FactTree? {
    let range = takeWord()
    let text = source.text(range)
    switch JSONNumber(text) {
    case .plain: return .scalar(text: text, quoted: false, range: range)
    case .exponent(let meant): try report(.jsonExponent(text, meant: meant, at: range))
    case .malformed(let meant): try report(.jsonNumber(text, meant: meant, at: range))
    }
    return nil
  }
}
