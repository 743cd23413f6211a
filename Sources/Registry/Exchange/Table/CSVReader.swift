/// Cuts a table into rows as RFC 4180 has it, one row at a time, with places.
///
/// Lines end in CRLF or LF. A quoted cell may hold commas, doubled quotes and line ends. Only one
/// row is held at a time. A line with nothing on it at the very end of the file is no row.
struct CSVReader {
  private let bytes: [UInt8]
  private let rules: ExchangeRules
  private var offset: Int
  private var line = 1

  /// Begins to read UTF-8; a byte-order mark is passed over.
  init(_ bytes: [UInt8], rules: ExchangeRules = ExchangeRules()) {
    self.bytes = bytes
    self.rules = rules
    offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The next row; `nil` at the end.
  ///
  /// - Complexity: O(*n*) in the bytes of the row.
  mutating func next() throws(CSVFault) -> CSVRow? {
    guard offset < bytes.count else { return nil }
    let start = offset
    var row = CSVRow(line: line, cells: [])
    while true {
      row.cells.append(try cell())
      if offset - start > rules.longestRow {
        throw CSVFault(kind: .longRow(most: rules.longestRow), place: place(start, row.line))
      }
      if row.cells.count > rules.mostColumns {
        throw CSVFault(kind: .manyCells(most: rules.mostColumns), place: place(start, row.line))
      }
      guard offset < bytes.count else { return row.isBlank ? nil : row }
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: ",") { continue }
      if byte == UInt8(ascii: "\r") { offset += 1 }
      line += 1
      return row.isBlank && offset == bytes.count ? nil : row
    }
  }

  /// The cell at the place; afterwards a comma, a line end or the end of the file is there.
  private mutating func cell() throws(CSVFault) -> CSVRow.Cell {
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") { return try quoted() }
    let start = offset
    var hasQuote = false
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") { break }
      if byte == UInt8(ascii: "\r") {
        try expectLineFeed()
        break
      }
      if byte == UInt8(ascii: "\"") { hasQuote = true }
      offset += 1
    }
    try checkLength(from: start, line)
    return CSVRow.Cell(text: text(start, offset), hasStrayQuote: hasQuote)
  }

  private mutating func quoted() throws(CSVFault) -> CSVRow.Cell {
    let (opening, openingLine) = (offset, line)
    offset += 1
    var text = ""
    var start = offset
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\n") { line += 1 }
      offset += 1
      if byte != UInt8(ascii: "\"") { continue }
      text += self.text(start, offset - 1)
      try checkLength(from: opening, openingLine)
      guard offset < bytes.count else { return CSVRow.Cell(text: text) }
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        // A doubled quote stands for one.
        start = offset
        offset += 1
      case UInt8(ascii: ","), UInt8(ascii: "\n"):
        return CSVRow.Cell(text: text)
      case UInt8(ascii: "\r"):
        try expectLineFeed()
        return CSVRow.Cell(text: text)
      default:
        throw CSVFault(kind: .afterQuote, place: place(offset, line))
      }
    }
    throw CSVFault(kind: .unclosedQuote, place: place(opening, openingLine))
  }

  private func expectLineFeed() throws(CSVFault) {
    guard offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "\n") else {
      throw CSVFault(kind: .loneReturn, place: place(offset, line))
    }
  }

  private func checkLength(from start: Int, _ line: Int) throws(CSVFault) {
    guard offset - start > rules.longestCell else { return }
    throw CSVFault(kind: .longCell(most: rules.longestCell), place: place(start, line))
  }

  private func text(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private func place(_ offset: Int, _ line: Int) -> TextPlace {
    var column = 1
    var back = offset
    while back > 0, bytes[back - 1] != UInt8(ascii: "\n") {
      back -= 1
      // A byte that goes on with a character, and the mark before the first, are no column.
      if bytes[back] & 0xC0 != 0x80, !(back == 0 && bytes[back] == 0xEF) { column += 1 }
    }
    return TextPlace(line: line, column: column)
  }
}
