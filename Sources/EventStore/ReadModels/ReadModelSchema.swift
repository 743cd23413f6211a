import Crypto

/// The steps that made the tables of the read models, compared with those that the program wants.
struct ReadModelSchema {
  let steps: [ReadModelMigration]

  /// Whether the steps that were taken are the first of those wanted.
  func fits(_ connection: Connection) throws -> Bool {
    let taken = try taken(connection)
    guard taken.count <= steps.count else { return false }
    return zip(taken, steps).allSatisfy { $0.name == $1.name && $0.digest == digest($1) }
  }

  /// Takes the steps that were not taken yet, each with its note, in the caller's transaction.
  func migrate(_ connection: Connection) throws {
    let count = try taken(connection).count
    for (index, step) in steps.enumerated().dropFirst(count) {
      for sql in step.statements {
        try StatementGuard.checkSchema(sql)
        try connection.statement(sql).run()
      }
      let note = try connection.statement("INSERT INTO journal_migrations VALUES (?, ?, ?)")
      try note.bind([.integer(Int64(index + 1)), .text(step.name), .bytes(digest(step))])
      try note.run()
    }
    connection.finish()
  }

  /// Takes away every table that is not the journal's.
  func dropAll(_ connection: Connection) throws {
    connection.finish()
    // Tables of full-text search take their own with them, so those go first, and views before.
    for kind in ["type = 'view'", "sql LIKE 'CREATE VIRTUAL TABLE%'", "type = 'table'"] {
      for name in try names(kind, connection) {
        let what = kind == "type = 'view'" ? "VIEW" : "TABLE"
        try connection.run("DROP \(what) IF EXISTS \(ReadModelErasure.quoted(name))")
      }
    }
    try connection.run("DELETE FROM journal_migrations")
  }

  private func names(_ kind: String, _ connection: Connection) throws -> [String] {
    let statement = try connection.statement(
      """
      SELECT name FROM sqlite_schema WHERE \(kind) AND name NOT LIKE 'journal\\_%' ESCAPE '\\'
        AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid DESC
      """
    )
    defer { statement.reset() }
    var names: [String] = []
    while try statement.step() { names.append(statement.text(0)) }
    return names
  }

  private func taken(_ connection: Connection) throws -> [(name: String, digest: [UInt8])] {
    let statement = try connection.statement(
      "SELECT name, digest FROM journal_migrations ORDER BY number"
    )
    defer { statement.reset() }
    var taken: [(String, [UInt8])] = []
    while try statement.step() { taken.append((statement.text(0), statement.bytes(1))) }
    return taken
  }

  private func digest(_ step: ReadModelMigration) -> [UInt8] {
    var text = ByteString()
    for sql in step.statements { text.write(sql) }
    return Array(SHA256.hash(data: text.bytes))
  }
}
