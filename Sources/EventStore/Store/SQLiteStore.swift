import Crypto
import GRDB
import Synchronization

/// A journal in one file of SQLite.
///
/// Everything is written by one process at a time, through one queue (`CommitQueue`), and read by
/// any number.
package final class SQLiteStore: EventStore {
  /// The file.
  package let path: String
  /// Whether the tables of the read models were made by other steps than the program's, or a
  /// rebuild was broken off; then `rebuild` comes first, and until then nothing is committed here.
  package var needsRebuild: Bool { !readModels.isSound }

  let options: StoreOptions
  let pool: DatabasePool
  let connections: Connections
  let ring: KeyRing
  let signal = CommitSignal()
  let session: WriteSession?
  let readModels: ReadModelStanding
  let queue: CommitQueue?
  private let quick: QuickReader
  private let lock: Mutex<WriterLock?>

  var isWriter: Bool { queue != nil }

  private init(
    path: String,
    opened: OpenedFile,
    lock: WriterLock?,
    options: StoreOptions
  ) {
    self.path = path
    self.options = options
    pool = opened.pool
    connections = opened.connections
    ring = opened.ring
    session = opened.session
    readModels = ReadModelStanding(isBroken: opened.needsRebuild)
    quick = QuickReader(path: path, ring: opened.ring)
    self.lock = Mutex(lock)
    let signal = signal
    queue = opened.session.map {
      CommitQueue($0, options) { signal.announce() }
    }
  }

  deinit { close() }

  /// Opens a journal, or makes one where there is none.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - keys: The master key; a store made as a demonstration stays one.
  ///   - schema: The steps that make the tables of the read models; those not taken yet are taken.
  ///     `nil` leaves them as they are.
  ///   - options: How it is opened.
  /// - Returns: The open journal.
  /// - Throws: `StoreError.busy` at once if another process writes; `StoreError.masterKey`,
  ///   `StoreError.readOnly`, `StoreError.full`, `StoreError.unreadable`.
  package static func open(
    path: String,
    keys: MasterKeys,
    schema: [ReadModelMigration]? = nil,
    options: StoreOptions = StoreOptions()
  ) throws -> SQLiteStore {
    if case .seeded = options.keySource, !keys.isDemo {
      throw StoreError.masterKey(.seeded)
    }
    if options.access != .writing, !FileFault.exists(path) {
      throw StoreError.unreadable(path: path, why: .missing)
    }
    let lock = options.access == .reading ? nil : try WriterLock(path)
    let opened = try OpenedFile(path: path, keys: keys, schema: schema, options: options)
    return SQLiteStore(path: path, opened: opened, lock: lock, options: options)
  }

  /// Runs `body` in a transaction shared with those that wait at the same time.
  package func commit(
    _ request: CommitRequest,
    _ body: @escaping @Sendable (any JournalTransaction) throws -> [UInt8]
  ) async throws -> CommitResult {
    guard let queue else { throw StoreError.readOnly(path: path) }
    let (readModels, path) = (readModels, path)
    // Once before, for what comes again with its key, and once when its turn has come.
    try readModels.check(path)
    let slot = Mutex<Waiter?>(nil)
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let guarded: Waiter.Body = { transaction in
          try readModels.check(path)
          return try body(transaction)
        }
        let waiter = Waiter(request, guarded, continuation)
        slot.withLock { $0 = waiter }
        if Task.isCancelled {
          waiter.resume(.failure(CancellationError()))
        } else {
          queue.add(waiter)
          // The task may have been cancelled before the body stood in the queue.
          if Task.isCancelled { queue.cancel { $0 === waiter } }
        }
      }
    } onCancel: {
      if let waiter = slot.withLock({ $0 }) { queue.cancel { $0 === waiter } }
    }
  }

  /// Whether a commit would begin at once: none runs and none waits.
  package var isIdle: Bool { queue?.isIdle ?? false }

  /// A keyed digest under which a text is found again, without telling it: 32 bytes.
  package func blindIndex(_ text: String, purpose: String) -> [UInt8] {
    ring.vault.blindIndex(text, purpose: purpose)
  }

  /// Looks into the read models and streams, at one moment of the journal.
  package func read<Answer: Sendable>(
    _ body: @escaping @Sendable (any JournalReader) throws -> Answer
  ) async throws -> Answer {
    // A reader beside another's writer cannot know when that one has made them anew.
    if isWriter { try readModels.check(path) }
    let (connections, ring) = (connections, ring)
    do {
      return try await pool.read { database in
        try body(SQLiteReader(connections.connection(database), ring))
      }
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }

  /// The rows that one statement finds by a key, such as a card by its number.
  ///
  /// Read on the thread of the caller where that is free to be done, so that it is for a row or two
  /// only.
  ///
  /// - Parameters:
  ///   - sql: One statement that reads rows of read models.
  ///   - arguments: What stands for its question marks.
  /// - Returns: The rows, in the statement's order.
  /// - Throws: As `read`.
  package func find(_ sql: String, _ arguments: [SQLValue]) async throws -> [SQLRow] {
    if isWriter { try readModels.check(path) }
    if let rows = quick.rows(sql, arguments) { return rows }
    return try await read { try $0.rows(sql, arguments) }
  }

  /// Events after a position, as they are committed here or, for a reader, elsewhere.
  package func follow(after position: Int64) -> AsyncThrowingStream<StoredEvent, any Error> {
    let follower = Follower(self, after: position)
    return AsyncThrowingStream { try await follower.next() }
  }

  /// Ends all work and lets another process write; what waits is still committed.
  package func close() {
    queue?.close()
    quick.close()
    connections.finish()
    try? pool.close()
    lock.withLock { $0 = nil }
  }
}
