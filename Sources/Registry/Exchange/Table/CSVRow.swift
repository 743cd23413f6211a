/// One row as it was written.
struct CSVRow: Hashable, Sendable {
  /// One cell.
  struct Cell: Hashable, Sendable {
    /// The text, without the quotes around it.
    var text: String
    /// Whether quotes stand in a cell that does not begin with one.
    var hasStrayQuote = false
  }

  /// The line on which it begins, from 1.
  var line: Int
  /// Its cells.
  var cells: [Cell]

  /// Whether it is a line with nothing on it.
  var isBlank: Bool { cells.count == 1 && cells[0].text.isEmpty }
}
