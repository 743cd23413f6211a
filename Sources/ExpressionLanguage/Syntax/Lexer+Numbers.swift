extension Lexer {
  /// A number, a percentage, a date, a month or a date with a time.
  mutating func number() {
    if calendar() { return }
    let start = position
    var hasComma = false
    scan: while position < end {
      switch byte(position) {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): position += 1
      case UInt8(ascii: ".") where isDigit(position + 1): position += 1
      case UInt8(ascii: ",") where isThousands(position):
        hasComma = true
        position += 1
      default: break scan
      }
    }
    if byte(position) == UInt8(ascii: "%") { position += 1 }
    let range = SourceRange(start, position)
    var text = source.text(range)
    if hasComma {
      text = text.split(separator: ",").joined(separator: "_")
      diagnostics.insert(.commaInNumber(source.text(range), unit: unitAfter(), at: range))
    }
    let literal = DecimalLiteral(text)
    if literal == nil { diagnostics.insert(.badNumber(text, at: range)) }
    add(.number(literal ?? DecimalLiteral(units: 0, scale: 0)), from: start)
  }

  private func isDigit(_ offset: Int) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte(offset))
  }

  /// Whether the comma at `offset` stands between digits as a thousands separator.
  private func isThousands(_ offset: Int) -> Bool {
    isDigit(offset - 1) && isDigit(offset + 1) && isDigit(offset + 2) && isDigit(offset + 3)
      && !isDigit(offset + 4)
  }

  private func unitAfter() -> String {
    guard byte(position) == UInt8(ascii: " ") else { return "" }
    var stop = position + 1
    while (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte(stop)) { stop += 1 }
    return stop > position + 1 ? source.text(SourceRange(position, stop)) : ""
  }

  /// Reads `2024-01-31`, `2024-01` or `2024-01-31 20:00`; answers whether there was one.
  private mutating func calendar() -> Bool {
    guard (0..<4).allSatisfy({ isDigit(position + $0) }), byte(position + 4) == dash,
      isDigit(position + 5), isDigit(position + 6)
    else { return false }
    let start = position
    guard byte(position + 7) == dash, isDigit(position + 8), isDigit(position + 9) else {
      guard !isDigit(position + 7) else { return false }
      position += 7
      let text = source.text(SourceRange(start, position))
      if let month = CivilMonth(text) {
        add(.month(month), from: start)
      } else {
        diagnostics.insert(.noSuchDay(text, at: SourceRange(start, position)))
        add(.month(CivilDate.earliest.month), from: start)
      }
      return true
    }
    position += 10
    let text = source.text(SourceRange(start, position))
    let date = CivilDate(text)
    if date == nil { diagnostics.insert(.noSuchDay(text, at: SourceRange(start, position))) }
    if byte(position) == UInt8(ascii: " "), isDigit(position + 1), isDigit(position + 2),
      byte(position + 3) == UInt8(ascii: ":"), isDigit(position + 4), isDigit(position + 5)
    {
      position += 6
      let full = source.text(SourceRange(start, position))
      let range = SourceRange(start, position)
      let instant = CivilInstant(full)
      if instant == nil, date != nil { diagnostics.insert(.noSuchTime(full, at: range)) }
      if let kept = instant ?? CivilInstant(.earliest, hour: 0, minute: 0) {
        add(.instant(kept), from: start)
      }
      return true
    }
    add(.date(date ?? .earliest), from: start)
    return true
  }

  private var dash: UInt8 { UInt8(ascii: "-") }
}
