import GRDB
import GRDBSQLite
import Glibc

extension SQLiteStore {
  /// Copies the journal as it is at one moment into a file of its own, while it is used.
  ///
  /// The copy gets its name when it is whole and on the disk. Only its owner may read it.
  ///
  /// - Returns: Where the copied journal ends.
  /// - Throws: `StoreError.exists`, `StoreError.full`, `StoreError.readOnly`,
  ///   `StoreError.unreadable`.
  package func backup(to target: String) async throws -> JournalHead {
    try await pool.read { [connections, path] database in
      try FileCopy.write(target, replacing: false) { draft in
        try Self.copy(database, connections.connection(database), to: draft, from: path)
      }
    }
  }

  /// Copies what a reader sees into an empty file.
  static func copy(
    _ database: Database,
    _ connection: Connection,
    to draft: String,
    from path: String
  ) throws -> JournalHead {
    let view = JournalView(connection: connection) { _ in .unknown }
    let head = try view.end().head
    try StoreError.translating(draft) {
      var configuration = Configuration()
      configuration.label = "anju.copy"
      let target = try DatabaseQueue(path: draft, configuration: configuration)
      try target.writeWithoutTransaction { copy in
        try database.backup(to: copy)
        // One file, which can be read where nothing can be written.
        _ = try String.fetchOne(copy, sql: "PRAGMA journal_mode = DELETE")
      }
      try target.close()
    }
    return head
  }
}
