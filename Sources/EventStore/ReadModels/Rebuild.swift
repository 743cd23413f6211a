import Dispatch
import Foundation
import GRDB
import Synchronization

extension SQLiteStore {
  /// Makes the read models anew from the journal, while no command runs.
  ///
  /// Readers see them growing meanwhile. If the process ends on the way, the next one is told by
  /// `needsRebuild`. Events are read and decrypted on one core while the other projects.
  ///
  /// - Parameters:
  ///   - schema: The steps that make the tables.
  ///   - project: Brings one event into the tables; it cannot append. A destroyed subject's event
  ///     has no payload.
  ///   - progress: Called after each batch with the position reached.
  /// - Throws: What `project` throws, after which `needsRebuild` holds, also for whoever opens it next.
  /// - Complexity: O(*n*) in the events.
  package func rebuild(
    _ schema: [ReadModelMigration],
    project: @escaping @Sendable (StoredEvent, any JournalTransaction) throws -> Void,
    progress: @escaping @Sendable (Int64) -> Void = { _ in }
  ) async throws {
    let (pool, connections, ring, path) = (pool, connections, ring, path)
    rebuildState.withLock { $0 = true }
    try await alone { session, _ in
      let connection = session.connection
      try connection.run("PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = OFF")
      defer { try? connection.run("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON") }
      try session.inTransaction {
        try JournalNotes.write("rebuilding", .integer(1), connection)
        let steps = ReadModelSchema(steps: schema)
        try steps.dropAll(connection)
        try steps.migrate(connection)
      }
      try connection.run("PRAGMA foreign_keys = ON")
      let supply = EventSupply(pool, connections, ring, path)
      supply.start()
      defer { supply.stop() }
      while let events = try supply.next() {
        try session.inTransaction {
          let transaction = SQLiteTransaction(
            session: session,
            lease: Lease(),
            time: 0,
            canAppend: false
          )
          for event in events { try project(event, transaction) }
        }
        if let last = events.last { progress(last.position) }
      }
      try connection.run("PRAGMA synchronous = FULL")
      try session.inTransaction {
        try connection.run("DELETE FROM journal_notes WHERE name = 'rebuilding'")
      }
    }
    rebuildState.withLock { $0 = false }
  }
}

extension WriteSession {
  /// Runs something in a transaction of its own.
  fileprivate func inTransaction(_ work: () throws -> Void) throws {
    try begin()
    do {
      try work()
      try commit()
    } catch {
      rollback()
      throw error
    }
  }
}

/// Reads and decrypts events ahead of those who need them, on a thread of its own.
///
/// Unchecked: what both threads touch is under the condition.
private final class EventSupply: @unchecked Sendable {
  private static let batch = 4_096
  private static let ahead = 4

  private let condition = NSCondition()
  private var ready: [Result<[StoredEvent], any Error>] = []
  private var isStopped = false
  private let read: (Int64) throws -> [StoredEvent]

  init(_ pool: DatabasePool, _ connections: Connections, _ ring: KeyRing, _ path: String) {
    read = { position in
      try StoreError.translating(path) {
        try pool.read { database in
          try SQLiteReader(connections.connection(database), ring)
            .events(after: position, limit: Self.batch)
        }
      }
    }
  }

  func start() {
    DispatchQueue(label: "anju.supply").async { [self] in
      var position: Int64 = 0
      while true {
        let events = Result { try read(position) }
        if case .success(let events) = events, let last = events.last { position = last.position }
        guard put(events) else { return }
        guard case .success(let events) = events, !events.isEmpty else { return }
      }
    }
  }

  /// The next events; `nil` after the last.
  func next() throws -> [StoredEvent]? {
    condition.lock()
    defer { condition.unlock() }
    while ready.isEmpty { condition.wait() }
    let events = try ready.removeFirst().get()
    condition.broadcast()
    return events.isEmpty ? nil : events
  }

  func stop() {
    condition.lock()
    isStopped = true
    condition.broadcast()
    condition.unlock()
  }

  private func put(_ events: Result<[StoredEvent], any Error>) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    while ready.count >= Self.ahead, !isStopped { condition.wait() }
    if isStopped { return false }
    ready.append(events)
    condition.broadcast()
    return true
  }
}
