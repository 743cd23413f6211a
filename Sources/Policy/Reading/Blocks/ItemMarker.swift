import ExpressionLanguage

/// The number at the head of an item, or what officers write in its place.
struct ItemMarker {
  /// What follows the number.
  enum Form: Equatable {
    /// `1. `, the only right one.
    case point
    /// `1)` or `1）`.
    case bracket
    /// `1、`.
    case enumerationComma
    /// `1．`.
    case fullWidthPoint
    /// `1.` with no space after it.
    case noSpace
    /// `- `, `* ` or `+ `.
    case bullet
  }

  /// What follows the number.
  var form: Form
  /// The number; `nil` for a bullet.
  var number: Int?
  /// Whether the number is written plainly: no zero before it, no full-width digit.
  var isPlain: Bool
  /// The number with what follows it, without the space.
  var range: SourceRange
  /// Where the item's words begin.
  var contentStart: Int

  /// The marker at the head of `line`, a line without blanks at its ends.
  init?(at line: SourceRange, in source: SourceText) {
    if let bullet = ItemMarker.bullet(at: line, in: source) {
      self = bullet
      return
    }
    var offset = line.start
    var digits = ""
    var isPlain = true
    while offset < line.end, digits.count < 9,
      let decoded = UTF8Scalar(in: source.bytes, at: offset), let digit = decoded.scalar.anyDigit
    {
      if decoded.count > 1 { isPlain = false }
      digits += String(digit)
      offset += decoded.count
    }
    guard let number = Int(digits), let form = ItemMarker.form(at: offset, of: line, in: source)
    else { return nil }
    // Years at the head of a line of prose: 2021、2022年度.
    guard form == .point || number < 100 else { return nil }
    let width = form == .point || form == .noSpace ? 1 : source.bytes[offset] < 0x80 ? 1 : 3
    range = SourceRange(line.start, offset + width)
    if digits.count > 1, digits.hasPrefix("0") { isPlain = false }
    self.form = form
    self.number = number
    self.isPlain = isPlain
    contentStart = source.trimmed(SourceRange(range.end, line.end)).start
  }

  private init(bullet range: SourceRange, contentStart: Int) {
    form = .bullet
    number = nil
    isPlain = true
    self.range = range
    self.contentStart = contentStart
  }

  private static func bullet(at line: SourceRange, in source: SourceText) -> ItemMarker? {
    guard let first = source.scalar(at: line.start, before: line.end) else { return nil }
    let width: Int
    switch first {
    case "-", "*", "+": width = 1
    case "•", "●": width = 3
    default: return nil
    }
    let end = line.start + width
    guard end == line.end || width > 1 || source.bytes[end].isBlank else { return nil }
    let start = source.trimmed(SourceRange(end, line.end)).start
    return ItemMarker(bullet: SourceRange(line.start, end), contentStart: start)
  }

  private static func form(at offset: Int, of line: SourceRange, in source: SourceText) -> Form? {
    guard let mark = source.scalar(at: offset, before: line.end) else { return nil }
    switch mark {
    case ")", "）": return .bracket
    case "、": return .enumerationComma
    case "．": return .fullWidthPoint
    case ".":
      guard let next = source.scalar(at: offset + 1, before: line.end) else { return .point }
      if next.value < 0x80, UInt8(next.value).isBlank { return .point }
      return next.anyDigit == nil ? .noSpace : nil
    default: return nil
    }
  }
}

extension Unicode.Scalar {
  /// The value of an ASCII or full-width digit.
  var anyDigit: Int? {
    switch value {
    case 0x30...0x39: Int(value - 0x30)
    case 0xFF10...0xFF19: Int(value - 0xFF10)
    default: nil
    }
  }
}
