import EventStore
import Testing

struct QuickReaderTests {
  private static let question = "SELECT text FROM notes WHERE id = ?"

  private static func note(_ text: String, _ store: SQLiteStore) async throws {
    _ = try await store.commit(.once()) { transaction in
      try transaction.execute(
        "INSERT INTO notes VALUES ('a', NULL, ?, NULL) ON CONFLICT DO UPDATE SET text = excluded.text",
        [.text(text)]
      )
      return []
    }
  }

  @Test func `what was committed is found at once, also after a rebuild`() async throws {
    let scratch = try Scratch()
    let store = try SQLiteStore.open(path: scratch.path(), keys: try testKeys(), schema: noteSchema)
    defer { store.close() }
    #expect(try await store.find(Self.question, [.text("a")]).isEmpty)
    for number in 0..<20 {
      try await Self.note("text \(number)", store)
      let found = try await store.find(Self.question, [.text("a")])
      #expect(found.map { $0[0].text } == ["text \(number)"])
    }
    try await store.rebuild(noteSchema) { _, _ in }
    #expect(try await store.find(Self.question, [.text("a")]).isEmpty)
    try await Self.note("again", store)
    #expect(try await store.find(Self.question, [.text("a")])[0][0].text == "again")
  }

  @Test func `many who look at once all find it, while others write`() async throws {
    let scratch = try Scratch()
    let store = try SQLiteStore.open(path: scratch.path(), keys: try testKeys(), schema: noteSchema)
    defer { store.close() }
    try await Self.note("text", store)
    let found = try await withThrowingTaskGroup(of: Int.self) { group in
      for turn in 0..<300 {
        group.addTask {
          if turn.isMultiple(of: 10) { try await Self.note("text", store) }
          return try await store.find(Self.question, [.text("a")]).count
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(found == 300)
  }

  @Test func `what is wrong is told as everywhere`() async throws {
    let scratch = try Scratch()
    let store = try SQLiteStore.open(path: scratch.path(), keys: try testKeys(), schema: noteSchema)
    await #expect(throws: StoreError.self) { _ = try await store.find("SELECT nothing", []) }
    // No more may be seen by this door than by the other.
    await #expect(throws: StoreError.self) {
      _ = try await store.find("SELECT key FROM journal_subjects", [])
    }
    store.close()
    await #expect(throws: (any Error).self) {
      _ = try await store.find(Self.question, [.text("a")])
    }
  }
}
