/// A department's table: a header and rows, read again each time they are asked for, so that only
/// one row is held.
struct Sheet: Sendable {
  /// Where the rows are.
  enum Body: Sendable {
    /// A file, as UTF-8.
    case csv([UInt8], ExchangeRules)
    /// Rows that came as values.
    case rows([[String]])
  }

  /// The cells of the header as they came.
  let header: [String]
  /// The rows.
  let body: Body

  /// A table of values.
  init(header: [String], rows: [[String]]) {
    self.header = header
    body = .rows(rows)
  }

  /// The table in a file of UTF-8.
  init(csv bytes: [UInt8], rules: ExchangeRules) throws(DeliveryRefusal) {
    var reader = CSVReader(bytes, rules: rules)
    let first: CSVRow?
    do { first = try reader.next() } catch { throw .broken(error) }
    guard let first, !first.isBlank else { throw .emptyFile }
    header = first.cells.map(\.text)
    body = .csv(bytes, rules)
  }

  /// Gives each row in turn.
  ///
  /// - Complexity: O(*n*) in the bytes.
  func forEachRow(
    _ work: (SheetRow) throws(DeliveryRefusal) -> Void
  ) throws(DeliveryRefusal) {
    switch body {
    case .rows(let rows):
      for (index, cells) in rows.enumerated() {
        try work(SheetRow(number: index + 1, line: index + 1, cells: cells))
      }
    case .csv(let bytes, let rules):
      var reader = CSVReader(bytes, rules: rules)
      var number = 0
      while true {
        let next: CSVRow?
        do { next = try reader.next() } catch { throw .broken(error) }
        guard let row = next else { return }
        if number > 0 {
          let isMisquoted = row.cells.contains { cell in
            cell.hasStrayQuote && CellText.unwrapped(cell.text).contains("\"")
          }
          let cells = row.cells.map(\.text)
          try work(
            SheetRow(number: number, line: row.line, cells: cells, isMisquoted: isMisquoted)
          )
        }
        number += 1
      }
    }
  }
}
