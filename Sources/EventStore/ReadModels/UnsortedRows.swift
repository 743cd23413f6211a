/// Rows of read models on the way to their tables, in the order in which they came.
///
/// A table whose key is drawn at random, such as a digest, would be read and written all over for
/// every few rows once it no longer fits the memory. Here rows are only added at the end, and put in
/// order once. They stand in SQLite's temporary file, which has no name and ends with the connection.
package struct UnsortedRows {
  let tables: [String]
  let connection: Connection

  /// Where rows of a table are written while the read models are made anew.
  package static func table(of name: String) -> String { "unsorted_\(name)" }

  func makeTables() throws {
    for table in tables {
      try connection.run(
        """
        CREATE TEMP TABLE \(quoted(Self.table(of: table))) AS
        SELECT * FROM main.\(quoted(table)) WHERE false
        """
      )
    }
  }

  /// Puts the rows of a table where they belong.
  ///
  /// - Complexity: O(*n* log *n*) in the rows.
  func sort(into table: String) throws {
    let rows = "temp.\(quoted(Self.table(of: table)))"
    let keys = try keys(of: table).map { "\(quoted($0)), " }.joined()
    try connection.run(
      """
      INSERT INTO main.\(quoted(table)) SELECT * FROM \(rows) WHERE true ORDER BY \(keys)rowid
      ON CONFLICT DO NOTHING
      """
    )
    // Before the next is sorted, so that the two need no room at once.
    connection.finish()
    try connection.run("DROP TABLE \(rows)")
  }

  /// Takes away what is still on the way.
  func drop() {
    connection.finish()
    for table in tables {
      try? connection.run("DROP TABLE IF EXISTS temp.\(quoted(Self.table(of: table)))")
    }
  }

  /// The columns of a table's key, in order.
  private func keys(of table: String) throws -> [String] {
    let statement = try connection.statement(
      "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk"
    )
    defer { statement.reset() }
    try statement.bind(table, at: 1)
    var keys: [String] = []
    while try statement.step() { keys.append(statement.text(0)) }
    return keys
  }

  private func quoted(_ name: String) -> String { ReadModelErasure.quoted(name) }
}
