import EventStore
import Synchronization
import Testing

struct ReadModelTests {
  /// The positions that a rebuild has told.
  final class Progress: Sendable {
    let reached = Mutex<[Int64]>([])
  }

  static let schema = [
    ReadModelMigration(
      "counts",
      [
        "CREATE TABLE kinds (kind TEXT PRIMARY KEY, n INTEGER NOT NULL)",
        "CREATE TABLE said (position INTEGER PRIMARY KEY, kind TEXT REFERENCES kinds, text TEXT)",
        "CREATE VIRTUAL TABLE search USING fts5 (text)",
        "CREATE VIEW loud AS SELECT * FROM said WHERE text > ''",
      ]
    )
  ]

  @Sendable static func project(_ event: StoredEvent, _ transaction: any JournalTransaction) throws
  {
    try transaction.execute(
      "INSERT INTO kinds VALUES (?, 1) ON CONFLICT (kind) DO UPDATE SET n = n + 1",
      [.text(event.type)]
    )
    guard case .bytes(let payload) = event.payload else { return }
    let text = SQLValue.text(String(decoding: payload, as: UTF8.self))
    try transaction.execute(
      "INSERT INTO said VALUES (?, ?, ?)",
      [.integer(event.position), .text(event.type), text]
    )
    try transaction.execute("INSERT INTO search VALUES (?)", [text])
  }

  static func rows(_ store: SQLiteStore) async throws -> [[SQLRow]] {
    try await store.read { reader in
      try [
        "SELECT * FROM kinds ORDER BY kind", "SELECT * FROM said ORDER BY position",
        "SELECT rowid, text FROM search ORDER BY rowid", "SELECT count(*) FROM loud",
      ].map { try reader.rows($0, []) }
    }
  }

  static func fill(_ store: SQLiteStore, streams: Int = 200) async throws {
    for number in 0..<streams {
      let stream = try StreamID.named("s\(number)")
      _ = try await store.commit(.once()) { transaction in
        try transaction.createSubject("p\(number)")
        let events = (0..<30).map {
          NewEvent(
            type: "t\($0 % 7)",
            payload: bytes("text \($0)"),
            subject: $0 % 4 == 0 ? nil : "p\(number)"
          )
        }
        for event in try transaction.append(events, to: stream, expecting: 0) {
          try project(event, transaction)
        }
        return []
      }
    }
  }

  @Test func `read models rebuilt are those that were kept`() async throws {
    let scratch = try Scratch()
    let store = try SQLiteStore.open(
      path: scratch.path(),
      keys: try testKeys(),
      schema: Self.schema
    )
    defer { store.close() }
    try await Self.fill(store)
    let kept = try await Self.rows(store)
    let progress = Progress()
    try await store.rebuild(Self.schema, project: Self.project) { position in
      progress.reached.withLock { $0.append(position) }
    }
    #expect(try await Self.rows(store) == kept)
    #expect(progress.reached.withLock { $0.last } == 6_000)
    // And the journal goes on.
    try await Self.fill(store, streams: 0)
    #expect(try await store.append(["x"], to: "more").position == 6_001)
    #expect(try await store.verify().faults.isEmpty)
  }

  @Test func `other steps want a rebuild, and get one`() async throws {
    let scratch = try Scratch()
    let keys = try testKeys()
    let store = try SQLiteStore.open(path: scratch.path(), keys: keys, schema: Self.schema)
    try await Self.fill(store, streams: 3)
    let kept = try await Self.rows(store)
    store.close()
    var changed = Self.schema
    changed[0].statements.append("CREATE INDEX said_by_kind ON said (kind)")
    let again = try SQLiteStore.open(path: scratch.path(), keys: keys, schema: changed)
    defer { again.close() }
    #expect(again.needsRebuild)
    try await again.rebuild(changed, project: Self.project)
    #expect(!again.needsRebuild)
    #expect(try await Self.rows(again) == kept)
  }

  @Test func `a further step is taken when the store is opened`() async throws {
    let scratch = try Scratch()
    let keys = try testKeys()
    try SQLiteStore.open(path: scratch.path(), keys: keys, schema: Self.schema).close()
    let more = Self.schema + [ReadModelMigration("more", ["CREATE TABLE more (x INTEGER)"])]
    let store = try SQLiteStore.open(path: scratch.path(), keys: keys, schema: more)
    defer { store.close() }
    #expect(!store.needsRebuild)
    #expect(try await store.read { try $0.rows("SELECT * FROM more", []) }.isEmpty)
  }

  @Test func `a rebuild that was broken off is noticed by the next who opens`() async throws {
    let scratch = try Scratch()
    let keys = try testKeys()
    let store = try SQLiteStore.open(path: scratch.path(), keys: keys, schema: Self.schema)
    try await Self.fill(store, streams: 3)
    struct Stop: Error {}
    await #expect(throws: Stop.self) {
      try await store.rebuild(Self.schema) { event, _ in if event.position > 50 { throw Stop() } }
    }
    #expect(store.needsRebuild)
    store.close()
    let again = try SQLiteStore.open(path: scratch.path(), keys: keys, schema: Self.schema)
    defer { again.close() }
    #expect(again.needsRebuild)
    // Nobody decides by tables that are half made.
    let path = scratch.path()
    let refused = StoreError.rebuildNeeded(path: path)
    #expect(await failure { try await again.append(["x"], to: "more") } == refused)
    #expect(await failure { try await Self.rows(again) } == refused)
    try await again.rebuild(Self.schema, project: Self.project)
    #expect(!again.needsRebuild)
    _ = try await again.append(["x"], to: "more")
  }

  @Test func `nothing is appended while read models are rebuilt`() async throws {
    let scratch = try Scratch()
    let store = try SQLiteStore.open(
      path: scratch.path(),
      keys: try testKeys(),
      schema: Self.schema
    )
    defer { store.close() }
    try await Self.fill(store, streams: 1)
    let stream = try StreamID.named("s0")
    await #expect(throws: StoreError.self) {
      try await store.rebuild(Self.schema) { event, transaction in
        let new = NewEvent(type: "x", payload: [], subject: nil)
        _ = try transaction.append([new], to: stream, expecting: 30)
      }
    }
  }

  @Test(arguments: [
    "DELETE FROM journal_events", "SELECT * FROM \"JOURNAL_subjects\"",
    "INSERT INTO kinds SELECT subject, 1 FROM [journal_subjects]", "PRAGMA synchronous = OFF",
    "COMMIT", "ROLLBACK", "SAVEPOINT body", "ATTACH 'x' AS y", "VACUUM", "DROP TABLE kinds",
    "CREATE TABLE x (y)", "", "  ", "DELETE FROM kinds; DELETE FROM said",
    "/* */ DELETE FROM kinds", "UPDATE jjournal_x SET y = 1", "EXPLAIN SELECT 1", "SELECT 0.5",
    "SELECT * FROM nowhere", "INSERT INTO kinds VALUES (?, 1)",
  ])
  func `a statement that is not on rows of read models is refused`(_ sql: String) async throws {
    let scratch = try Scratch()
    let store = try SQLiteStore.open(
      path: scratch.path(),
      keys: try testKeys(),
      schema: Self.schema
    )
    defer { store.close() }
    _ = try await store.append(["a"], to: "one")
    let error = await failure {
      try await store.commit(.once()) { transaction in
        if sql.hasPrefix("SELECT") || sql.hasPrefix("EXPLAIN") {
          _ = try transaction.rows(sql, [])
        } else {
          try transaction.execute(sql, [])
        }
        return []
      }
    }
    guard case .statement = error else {
      Issue.record("it was run: \(String(describing: error))")
      return
    }
    #expect(try await store.append(["b"], to: "one", at: 1).position == 2)
  }
}
