import Dispatch
import Foundation
import GRDB
import Synchronization

extension SQLiteStore {
  /// Makes the read models anew from the journal, while no command runs.
  ///
  /// Readers see them growing meanwhile. If the process ends on the way, the next one is told by
  /// `needsRebuild`. Indexes are made when all rows are there. Events are read and decrypted on one core while the other projects.
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
    try await rebuild(
      schema,
      supply: { reader, last in
        let events = try reader.events(after: last?.last?.position ?? 0, limit: 4_096)
        return events.isEmpty ? nil : events
      },
      project: { (events: [StoredEvent], transaction) in
        for event in events { try project(event, transaction) }
        if let last = events.last { progress(last.position) }
      }
    )
  }

  /// Makes the read models anew from batches of whatever the caller makes of the journal.
  ///
  /// - Parameters:
  ///   - schema: The steps that make the tables.
  ///   - unsorted: The tables whose rows do not come in the order of their keys. `project` writes
  ///     those rows to `UnsortedRows.table(of:)`, by `INSERT` alone; they are put in order at the
  ///     end. Of rows with one key the first stays.
  ///   - supply: Gives the batch after one, `nil` after the last; it runs ahead on a core of its
  ///     own.
  ///   - project: Brings one batch into the tables, in one transaction; it cannot append.
  /// - Throws: What `supply` and `project` throw; `StoreError`. The store then `needsRebuild`.
  package func rebuild<Batch: Sendable>(
    _ schema: [ReadModelMigration],
    unsorted: [String] = [],
    supply: @escaping @Sendable (any JournalReader, Batch?) throws -> Batch?,
    project: @escaping @Sendable (Batch, any JournalTransaction) throws -> Void
  ) async throws {
    let (pool, connections, ring, path) = (pool, connections, ring, path)
    let readModels = readModels
    try await alone { session in
      var isDone = false
      readModels.set(.beingMade)
      // Before the next who writes gets a turn.
      defer { readModels.set(isDone ? .sound : .broken) }
      let connection = session.connection
      // What is written is nothing until all of it is, and a sort takes all the memory it is given.
      // The new tables take the place of the old, page by page, so that overwriting those first would
      // write everything twice; whoever is destroyed later is, by writing the whole file anew.
      try connection.run(
        """
        PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -262144;
        PRAGMA wal_autocheckpoint = 0; PRAGMA threads = 2; PRAGMA secure_delete = OFF
        """
      )
      defer {
        try? connection.run(
          """
          PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536;
          PRAGMA wal_autocheckpoint = 4000; PRAGMA threads = 0; PRAGMA secure_delete = ON;
          PRAGMA shrink_memory
          """
        )
      }
      let rows = UnsortedRows(tables: unsorted, connection: connection)
      defer { rows.drop() }
      var indexes: [DeferredIndex] = []
      try session.inTransaction {
        try JournalNotes.write("rebuilding", .integer(1), connection)
        let steps = ReadModelSchema(steps: schema)
        try steps.dropAll(connection)
        try steps.migrate(connection)
        indexes = try DeferredIndex.putOff(connection)
        try rows.makeTables()
      }
      try connection.run("PRAGMA foreign_keys = ON")
      // Held by whoever reads, and by who empties the log.
      let log = Mutex(())
      let supply = BatchSupply { last in
        try log.withLock { _ in
          try StoreError.translating(path) {
            try pool.read { database in
              try supply(SQLiteReader(connections.connection(database), ring), last)
            }
          }
        }
      }
      supply.start()
      defer { supply.stop() }
      var isOver = false
      while !isOver {
        try session.inTransaction {
          // Many to a transaction, for a page that many change is then written once.
          for _ in 0..<16 where !isOver {
            guard let batch = try supply.next() else {
              isOver = true
              break
            }
            let transaction = SQLiteTransaction(
              session: session,
              lease: Lease(),
              time: 0,
              canAppend: false
            )
            try project(batch, transaction)
          }
        }
        // The log begins anew only while nobody reads it, and somebody would nearly always: it would
        // grow past all bounds, and every reading look through all of it.
        try log.withLock { _ in try connection.run("PRAGMA wal_checkpoint(RESTART)") }
      }
      let last =
        unsorted.map { table in { try rows.sort(into: table) } }
        + indexes.map { index in { try index.make(connection) } }
      for work in last {
        try session.inTransaction(work)
        try connection.run("PRAGMA wal_checkpoint(RESTART)")
      }
      try connection.run("PRAGMA synchronous = FULL")
      try session.inTransaction {
        try connection.run("DELETE FROM journal_notes WHERE name = 'rebuilding'")
      }
      isDone = true
    }
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

/// Reads batches ahead of those who need them, on a thread of its own.
///
/// Unchecked: what both threads touch is under the condition.
private final class BatchSupply<Batch: Sendable>: @unchecked Sendable {
  private let condition = NSCondition()
  private var ready: [Result<Batch?, any Error>] = []
  private var isStopped = false
  private let read: @Sendable (Batch?) throws -> Batch?

  init(_ read: @escaping @Sendable (Batch?) throws -> Batch?) { self.read = read }

  func start() {
    DispatchQueue(label: "anju.supply").async { [self] in
      var last: Batch?
      while true {
        let batch = Result { try read(last) }
        guard put(batch), case .success(let made?) = batch else { return }
        last = made
      }
    }
  }

  /// The next batch; `nil` after the last.
  func next() throws -> Batch? {
    condition.lock()
    defer { condition.unlock() }
    while ready.isEmpty { condition.wait() }
    let batch = ready.removeFirst()
    condition.broadcast()
    return try batch.get()
  }

  func stop() {
    condition.lock()
    isStopped = true
    condition.broadcast()
    condition.unlock()
  }

  private func put(_ batch: Result<Batch?, any Error>) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    while ready.count >= 4, !isStopped { condition.wait() }
    if isStopped { return false }
    ready.append(batch)
    condition.broadcast()
    return true
  }
}
