/// Takes rows about a subject out of the read models.
enum ReadModelErasure {
  /// Deletes the rows of every table that has a column `subject`.
  static func erase(_ subject: String, _ connection: Connection) throws {
    let tables = try names(
      """
      SELECT DISTINCT t.name FROM sqlite_schema t JOIN pragma_table_xinfo(t.name) c
      WHERE t.type = 'table' AND t.name NOT LIKE 'journal\\_%' ESCAPE '\\' AND c.name = 'subject'
        AND c.hidden IN (0, 2, 3)
      """,
      connection
    )
    for table in tables {
      let statement = try connection.statement(
        "DELETE FROM \(quoted(table)) WHERE subject = ?"
      )
      try statement.bind([.text(subject)])
      try statement.run()
    }
  }

  /// Lets full-text search forget what was deleted from it: it only marks words as gone until the
  /// parts of its index are put together.
  static func compactSearch(_ connection: Connection) throws {
    let tables = try names(
      """
      SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%USING fts5%'
        AND name NOT LIKE 'journal\\_%' ESCAPE '\\'
      """,
      connection
    )
    for table in tables {
      try connection.run("INSERT INTO \(quoted(table)) (\(quoted(table))) VALUES ('optimize')")
    }
  }

  static func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  private static func names(_ sql: String, _ connection: Connection) throws -> [String] {
    let statement = try connection.statement(sql)
    defer { statement.reset() }
    var names: [String] = []
    while try statement.step() { names.append(statement.text(0)) }
    return names
  }
}
