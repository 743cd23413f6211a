package import ExpressionLanguage

/// A table; every row has as many cells as the header.
package struct Table: Sendable {
  /// The cells of the first row.
  package var header: [Cell]
  /// The rows below the delimiter row.
  package var rows: [[Cell]]
  /// All lines of the table.
  package var range: SourceRange
  /// The first line.
  package var headerRange: SourceRange

  /// Creates a table from its cells.
  package init(header: [Cell], rows: [[Cell]], range: SourceRange, headerRange: SourceRange) {
    self.header = header
    self.rows = rows
    self.range = range
    self.headerRange = headerRange
  }
}

/// One cell of a table.
package struct Cell: Hashable, Sendable {
  /// The cell's text, trimmed, with `|` for `\|`.
  package var text: String
  /// Where the trimmed text stands, as written; empty for an empty cell.
  package var range: SourceRange

  /// Creates a cell.
  package init(text: String, range: SourceRange) {
    self.text = text
    self.range = range
  }
}
