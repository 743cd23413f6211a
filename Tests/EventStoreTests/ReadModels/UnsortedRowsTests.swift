import EventStore
import Testing

struct UnsortedRowsTests {
  private struct Stop: Error {}

  private static let schema = [
    ReadModelMigration(
      "words",
      [
        "CREATE TABLE words (word TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (word))",
        "CREATE INDEX words_place ON words (place)",
        "CREATE UNIQUE INDEX words_even ON words (place) WHERE place % 2 = 0",
      ]
    )
  ]

  /// A word for each event, in no order, each word twice.
  private static func word(_ position: Int64) -> String { "w\(position % 50 * 37 % 50)" }

  private static func rebuild(
    _ store: SQLiteStore,
    failingAt last: Int64 = .max
  ) async throws {
    try await store.rebuild(
      schema,
      unsorted: ["words"],
      supply: { reader, last in
        let events = try reader.events(after: last?.last?.position ?? 0, limit: 7)
        return events.isEmpty ? nil : events
      },
      prepare: { $0 },
      project: { (events: [StoredEvent], transaction) in
        for event in events {
          if event.position > last { throw Stop() }
          try transaction.execute(
            "INSERT INTO \(UnsortedRows.table(of: "words")) (word, place) VALUES (?, ?)",
            [.text(word(event.position)), .integer(event.position)]
          )
        }
      }
    )
  }

  private static func store(_ scratch: Scratch) async throws -> SQLiteStore {
    let store = try SQLiteStore.open(path: scratch.path(), keys: try testKeys(), schema: schema)
    for number in 0..<100 { _ = try await store.append(["a"], to: "s\(number)") }
    return store
  }

  @Test func `rows that came in any order stand in that of their keys`() async throws {
    let scratch = try Scratch()
    let store = try await Self.store(scratch)
    defer { store.close() }
    try await Self.rebuild(store)
    let rows = try await store.read {
      try $0.rows("SELECT word, place FROM words ORDER BY rowid", [])
    }
    let words = rows.compactMap { $0[0].text }
    #expect(words == (0..<50).map { "w\($0)" }.sorted())
    // The first of two with one key.
    #expect(rows.allSatisfy { $0[1].integer.map { $0 <= 50 } == true })
    for row in rows { #expect(Self.word(try #require(row[1].integer)) == row[0].text) }
  }

  @Test func `the indexes that were put off are there again`() async throws {
    let scratch = try Scratch()
    let store = try await Self.store(scratch)
    defer { store.close() }
    try await Self.rebuild(store)
    // SQLite refuses a statement that names an index which is not there.
    for index in ["words_place", "words_even"] {
      let found = try await store.read {
        try $0.rows(
          "SELECT word FROM words INDEXED BY \(index) WHERE place = 8 AND place % 2 = 0",
          []
        )
      }
      #expect(found.count == 1)
    }
  }

  @Test func `a rebuild that failed leaves nothing in the way of the next`() async throws {
    let scratch = try Scratch()
    let store = try await Self.store(scratch)
    defer { store.close() }
    await #expect(throws: Stop.self) { try await Self.rebuild(store, failingAt: 40) }
    try await Self.rebuild(store)
    let count = try await store.read { try $0.rows("SELECT count(*) FROM words", []) }
    #expect(count.first?[0].integer == 50)
  }
}
