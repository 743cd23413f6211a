import ExpressionLanguage

/// The rows of a table that are returned, as a file: the columns as they came, then why in
/// Chinese and in English.
enum ReturnedTable {
  static let reasonHeader = ["退回原因", "reason"]

  /// The file; `nil` where no row is returned.
  ///
  /// - Complexity: O(*n*) in the table.
  static func file(
    _ sheet: Sheet,
    reasons: [Int: [RowReason]]
  ) throws(DeliveryRefusal) -> [UInt8]? {
    if reasons.isEmpty { return nil }
    // The reasons of an earlier return are left behind.
    let kept = sheet.header.indices.filter { index in
      !reasonHeader.contains(CellText.unwrapped(sheet.header[index]).lowercased())
    }
    var writer = CSVWriter()
    writer.write(kept.map { sheet.header[$0] } + reasonHeader)
    try sheet.forEachRow { row throws(DeliveryRefusal) in
      guard let why = reasons[row.number] else { return }
      var cells = row.cells
      let width = sheet.header.count
      if cells.count > width {
        // Nothing of a row that is too long is lost.
        cells[width - 1] = cells[(width - 1)...].joined(separator: ",")
      }
      cells += Array(repeating: "", count: max(0, width - cells.count))
      writer.write(
        kept.map { cells[$0] } + [
          why.map(\.words.chinese).joined(separator: "；"),
          why.map(\.words.english).joined(separator: "; "),
        ]
      )
    }
    return writer.bytes
  }
}
