import EventStore
import Testing

struct SQLiteConformanceTests {
  @Test(.timeLimit(.minutes(1)), arguments: EventStoreConformance.all)
  func `the journal in SQLite does what every engine must`(
    _ conformance: EventStoreConformance
  ) async throws {
    let scratch = try Scratch()
    let store = try SQLiteStore.open(
      path: scratch.path(),
      keys: try testKeys(),
      schema: noteSchema
    )
    defer { store.close() }
    try await conformance.check(store)
  }
}
