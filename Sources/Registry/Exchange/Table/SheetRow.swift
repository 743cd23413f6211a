/// One row of a department's table, however it came.
struct SheetRow: Hashable, Sendable {
  /// Its number among the rows, from 1.
  var number: Int
  /// The line on which it begins; its number where the table did not come as lines.
  var line: Int
  /// Its cells as they came.
  var cells: [String]
  /// Whether quotes stand where they do not belong.
  var isMisquoted = false
}
