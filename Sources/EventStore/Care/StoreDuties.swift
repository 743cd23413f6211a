import Synchronization

extension SQLiteStore {
  /// Runs something alone on the writer's connection, away from the threads that tasks run on.
  func alone<Answer: Sendable>(
    _ work: @escaping @Sendable (WriteSession) throws -> Answer
  ) async throws -> Answer {
    guard let session, let queue else { throw StoreError.readOnly(path: path) }
    let path = path
    let slot = Mutex<(@Sendable (WriteSession) throws -> Answer)?>(work)
    // What is done may hold the store, whose end waits for the writer's thread: it is let go of
    // before the caller goes on.
    let run: @Sendable () -> Result<Answer, any Error> = {
      let work = slot.withLock { work in
        defer { work = nil }
        return work
      }
      return Result {
        guard let work else { throw StoreError.closed }
        return try StoreError.translating(path) { try work(session) }
      }
    }
    return try await withCheckedThrowingContinuation { continuation in
      let isOpen = queue.add { continuation.resume(with: run()) }
      if !isOpen { continuation.resume(throwing: StoreError.closed) }
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
