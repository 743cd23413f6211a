/// Writes rows that a spreadsheet opens without running or changing anything in them.
struct CSVWriter {
  /// The bytes so far; they begin with a byte-order mark, by which spreadsheets know UTF-8.
  private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Adds a row.
  mutating func write(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += CSVWriter.written(cell).utf8
    }
    bytes += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
  }

  /// One cell as it is written.
  static func written(_ cell: String) -> String {
    let safe = harmless(cell)
    guard safe.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return safe }
    return "\""
      + safe.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  /// The text as no spreadsheet harms it or is harmed by it.
  ///
  /// An apostrophe stands before what would be run as a formula or cut as a number, and signs in
  /// place of control characters. Reading takes the apostrophe away.
  static func harmless(_ cell: String) -> String {
    var text = ""
    for scalar in cell.unicodeScalars {
      let isControl = scalar.value < 0x20 && scalar != "\n"
      let shown = isControl ? Unicode.Scalar(0x2400 + scalar.value) : scalar
      text.unicodeScalars.append(shown ?? "\u{FFFD}")
    }
    let lead = text.unicodeScalars.first { !CellText.isSpace($0) }
    let isFormula = lead.map { "=+-@＝＋－＠\u{2409}\u{240D}".unicodeScalars.contains($0) } ?? false
    let isLongNumber =
      text.utf8.count > 11 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return isFormula || isLongNumber ? "'" + text : text
  }
}
