import EventStore
import Foundation
import GRDB
import Testing

struct DestroyTests {
  static let schema =
    noteSchema + [
      ReadModelMigration(
        "people",
        [
          """
          CREATE TABLE people (subject TEXT PRIMARY KEY, name TEXT, number TEXT, phone TEXT)
          """,
          "CREATE TABLE phones (phone TEXT PRIMARY KEY, person TEXT NOT NULL)",
          "CREATE VIRTUAL TABLE search USING fts5 (name, subject UNINDEXED)",
        ]
      )
    ]
  static let marks = ["Wei-Distinctive-欧阳", "130629199901019876", "13912345678"]

  static func open(_ scratch: Scratch) throws -> SQLiteStore {
    try SQLiteStore.open(path: scratch.path(), keys: try testKeys(), schema: schema)
  }

  /// A store in which 300 others surround the one.
  static func fill(_ store: SQLiteStore) async throws {
    for number in 0..<301 {
      let isMeant = number == 150
      let subject = isMeant ? "meant" : "other-\(number)"
      let texts = isMeant ? marks : ["Name \(number)", "number-\(number)", "phone-\(number)"]
      let stream = try StreamID.named("resident/\(number)")
      _ = try await store.commit(.keyed("k\(number)")) { transaction in
        try transaction.createSubject(subject)
        let event = NewEvent(
          type: "registered",
          payload: bytes(texts.joined(separator: "|")),
          subject: subject
        )
        _ = try transaction.append([event], to: stream, expecting: 0)
        let values = texts.map { SQLValue.text($0) }
        try transaction.execute("INSERT INTO people VALUES (?, ?, ?, ?)", [.text(subject)] + values)
        try transaction.execute("INSERT INTO phones VALUES (?, ?)", [values[2], .text(subject)])
        try transaction.execute("INSERT INTO search VALUES (?, ?)", [values[0], .text(subject)])
        return []
      }
    }
  }

  @Test func `after a destruction nothing is left in any file`() async throws {
    let scratch = try Scratch()
    let keys = try testKeys()
    let store = try SQLiteStore.open(path: scratch.path(), keys: keys, schema: Self.schema)
    try await Self.fill(store)
    let before = try await store.read { try $0.events(after: 0, limit: 1_000) }
    store.close()
    let (wrapped, sealed) = try await Self.secrets(scratch.path())
    #expect(wrapped.count == 60)

    let again = try SQLiteStore.open(path: scratch.path(), keys: keys, schema: Self.schema)
    let order = Destruction(subject: "meant", reason: "retention-over", actor: "officer-7")
    try await again.destroy([order], time: 9_000) { transaction, order in
      try transaction.execute("DELETE FROM phones WHERE person = ?", [.text(order.subject)])
    }
    _ = try await again.backup(to: scratch.path("backup.db"))
    let copy = scratch.folder.appending(path: "open")
    try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: false)
    let after = try await again.everything()
    let notes = try await again.read { try $0.rows("SELECT count(*) FROM people", []) }
    #expect(notes == [SQLRow([.integer(300)])])
    // While it is open, so that the log and its index are there too.
    for name in ["journal.db", "journal.db-wal", "journal.db-shm", "backup.db"] {
      let data = try await DamageTests.read(scratch.path(name))
      for mark in Self.marks + ["欧阳", "distinctive"] {
        #expect(data.range(of: Data(mark.utf8)) == nil, "\(mark) in \(name)")
      }
      #expect(data.range(of: wrapped) == nil, "the key in \(name)")
      #expect(data.range(of: sealed) == nil, "the payload in \(name)")
    }
    again.close()

    #expect(after.count == before.count + 1)
    #expect(after[150].payload == .destroyed && after[150].subject == "meant")
    let told = try #require(after.last)
    #expect(told.stream == .destructions && told.type == Destruction.type)
    guard case .bytes(let payload) = told.payload else {
      Issue.record("the destruction is not told")
      return
    }
    #expect(Destruction(payload: payload) == order)
    for file in ["journal.db", "backup.db"] {
      let report = try JournalVerifier.verify(path: scratch.path(file), keys: keys)
      #expect(report.faults.isEmpty && report.destroyed == 1 && report.unreadable == 1)
    }
  }

  @Test func `what tables held before a rebuild goes too`() async throws {
    let scratch = try Scratch()
    let store = try Self.open(scratch)
    defer { store.close() }
    try await Self.fill(store)
    // Nothing takes the place of what was there.
    try await store.rebuild(Self.schema) { _, _ in }
    let order = Destruction(subject: "meant", reason: "retention-over", actor: "officer-7")
    try await store.destroy([order], time: 9_000) { _, _ in }
    for name in ["journal.db", "journal.db-wal"] {
      let data = try await DamageTests.read(scratch.path(name))
      for mark in Self.marks {
        #expect(data.range(of: Data(mark.utf8)) == nil, "\(mark) in \(name)")
      }
    }
  }

  @Test func `a test that finds what is there before it is destroyed`() async throws {
    let scratch = try Scratch()
    let store = try Self.open(scratch)
    try await Self.fill(store)
    store.close()
    let data = try #require(try scratch.bytes()["journal.db"])
    // In the clear in the read models, and there only.
    for mark in Self.marks { #expect(data.range(of: Data(mark.utf8)) != nil) }
    #expect(data.range(of: Data(Self.marks.joined(separator: "|").utf8)) == nil)
  }

  @Test func `nothing more is written about a destroyed subject`() async throws {
    let scratch = try Scratch()
    let store = try Self.open(scratch)
    defer { store.close() }
    let stream = try StreamID.named("one")
    let sealed = try await store.commit(.once()) { transaction in
      try transaction.createSubject("p")
      return try transaction.seal([1], for: "p")
    }.response
    let order = Destruction(subject: "p", reason: "asked", actor: "officer-1")
    try await store.destroy([order], time: 1)
    let errors = [
      await failure { try await store.destroy([order], time: 2) },
      await failure {
        try await store.commit(.once()) { transaction in
          let event = NewEvent(type: "a", payload: [], subject: "p")
          _ = try transaction.append([event], to: stream, expecting: 0)
          return []
        }
      },
      await failure {
        try await store.commit(.once()) { transaction in
          try transaction.createSubject("p")
          return []
        }
      },
    ]
    #expect(errors == [StoreError?](repeating: .subjectDestroyed("p"), count: 3))
    #expect(try await store.read { try $0.unseal(sealed, of: "p") } == nil)
    let stranger = Destruction(subject: "q", reason: "asked", actor: "officer-1")
    let error = await failure { try await store.destroy([stranger], time: 2) }
    #expect(error == .unknownSubject("q"))
  }

  @Test func `a destruction that fails destroys nothing`() async throws {
    let scratch = try Scratch()
    let keys = try testKeys()
    let store = try SQLiteStore.open(path: scratch.path(), keys: keys, schema: Self.schema)
    defer { store.close() }
    try await Self.fill(store)
    struct Stop: Error {}
    let order = Destruction(subject: "meant", reason: "asked", actor: "officer-1")
    await #expect(throws: Stop.self) {
      try await store.destroy([order], time: 1) { _, _ in throw Stop() }
    }
    let event = try await store.everything()[150]
    #expect(event.payload == .bytes(bytes(Self.marks.joined(separator: "|"))))
    #expect(try await store.read { try $0.rows("SELECT * FROM people", []) }.count == 301)
    let report = try await store.verify()
    #expect(report.faults.isEmpty && report.destroyed == 0)
  }

  /// The wrapped key of the one and the encrypted payload about it.
  static func secrets(_ path: String) async throws -> (Data, Data) {
    let file = try DatabaseQueue(path: path)
    defer { try? file.close() }
    return try await file.read { database in
      let key = try Data.fetchOne(
        database,
        sql: "SELECT key FROM journal_subjects WHERE subject = 'meant'"
      )
      let payload = try Data.fetchOne(
        database,
        sql: "SELECT payload FROM journal_events WHERE subject = 'meant'"
      )
      return (try #require(key), try #require(payload))
    }
  }
}
