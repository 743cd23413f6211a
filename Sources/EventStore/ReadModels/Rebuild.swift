import GRDB
import Synchronization

extension SQLiteStore {
  /// Makes the read models anew from the journal, while no command runs.
  ///
  /// Readers see them growing meanwhile. If the process ends on the way, the next one is told by
  /// `needsRebuild`. Indexes are made when all rows are there. Events are read and decrypted ahead of
  /// those that are projected.
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
      prepare: { $0 },
      project: { (events: [StoredEvent], transaction) in
        for event in events { try project(event, transaction) }
        if let last = events.last { progress(last.position) }
      }
    )
  }

  /// Makes the read models anew from batches of whatever the caller makes of the journal.
  ///
  /// A batch is read by one thread, prepared by as many as there are cores, and projected by another,
  /// each batch after the one before it.
  ///
  /// - Parameters:
  ///   - schema: The steps that make the tables.
  ///   - unsorted: The tables whose rows do not come in the order of their keys. `project` writes
  ///     those rows to `UnsortedRows.table(of:)`, by `INSERT` alone; they are put in order at the
  ///     end. Of rows with one key the first stays.
  ///   - supply: Reads what comes after what it read last, `nil` where nothing does.
  ///   - prepare: Makes of it what is to be projected, without the journal.
  ///   - project: Brings one batch into the tables, in one transaction; it cannot append.
  /// - Throws: What `supply`, `prepare` and `project` throw; `StoreError`. The store then
  ///   `needsRebuild`.
  package func rebuild<Source: Sendable, Batch: Sendable>(
    _ schema: [ReadModelMigration],
    unsorted: [String] = [],
    supply: @escaping @Sendable (any JournalReader, Source?) throws -> Source?,
    prepare: @escaping @Sendable (Source) throws -> Batch,
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
      // Every page of the old tables is looked at when they are dropped, and every event is read.
      connection.readThrough()
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
      let supply = BatchSupply(
        read: { last in
          try log.withLock { _ in
            try StoreError.translating(path) {
              try pool.read { database in
                try supply(SQLiteReader(connections.connection(database), ring), last)
              }
            }
          }
        },
        prepare: prepare
      )
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
      // It need not stay as long as it became; where somebody reads, it does for a while.
      try? connection.run("PRAGMA wal_checkpoint(TRUNCATE)")
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
