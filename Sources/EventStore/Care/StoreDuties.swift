import Dispatch
import GRDB

extension SQLiteStore {
  /// Runs something alone on the writer's connection, away from the threads that tasks run on.
  func alone<Answer: Sendable>(
    _ work: @escaping @Sendable (WriteSession, Database) throws -> Answer
  ) async throws -> Answer {
    guard let session else { throw StoreError.readOnly(path: path) }
    let path = path
    return try await withCheckedThrowingContinuation { continuation in
      pool.asyncWriteWithoutTransaction { database in
        continuation.resume(
          with: Result {
            if database.sqliteConnection == nil { throw StoreError.closed }
            return try StoreError.translating(path) { try work(session, database) }
          }
        )
      }
    }
  }

  /// Brings everything from the log into the file and empties the log.
  ///
  /// - Throws: `StoreError.busy` while a reader still needs the log.
  static func emptyLog(_ connection: Connection) throws {
    // A reader that began before holds the log; it will not be long.
    for _ in 0..<12 {
      let statement = try connection.statement("PRAGMA wal_checkpoint(TRUNCATE)")
      defer { statement.reset() }
      if try statement.step(), statement.integer(0) == 0 { return }
    }
    throw StoreError.busy(path: connection.path)
  }
}
