/// An index of a read model that is made when all rows of its table are there.
///
/// Row by row in the order of the journal, each would change a page of every index at random; made
/// at the end it is sorted once and written from front to back.
struct DeferredIndex {
  private let sql: String

  /// Takes away every index of the read models that a statement made, but those that refuse a row:
  /// a row may be written by what they say.
  static func putOff(_ connection: Connection) throws -> [DeferredIndex] {
    let statement = try connection.statement(
      """
      SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql NOT LIKE 'CREATE UNIQUE%'
        AND tbl_name NOT LIKE 'journal\\_%' ESCAPE '\\' ORDER BY rowid
      """
    )
    var found: [(name: String, sql: String)] = []
    while try statement.step() { found.append((statement.text(0), statement.text(1))) }
    statement.reset()
    for index in found {
      try connection.run("DROP INDEX \(ReadModelErasure.quoted(index.name))")
    }
    return found.map { DeferredIndex(sql: $0.sql) }
  }

  /// Makes it.
  ///
  /// - Complexity: O(*n* log *n*) in the rows of its table.
  func make(_ connection: Connection) throws { try connection.run(sql) }
}
