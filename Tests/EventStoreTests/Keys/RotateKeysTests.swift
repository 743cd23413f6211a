import EventStore
import Testing

struct RotateKeysTests {
  @Test func `after a change of the master key the old one opens nothing`() async throws {
    let scratch = try Scratch()
    let (old, new) = (try testKeys(), try testKeys(99))
    let store = try SQLiteStore.open(path: scratch.path(), keys: old, schema: noteSchema)
    let stream = try StreamID.named("one")
    let sealed = try await store.commit(.once()) { transaction in
      for number in 0..<1_500 { try transaction.createSubject("p\(number)") }
      let event = NewEvent(type: "a", payload: bytes("secret"), subject: "p7")
      _ = try transaction.append([event], to: stream, expecting: 0)
      return try transaction.seal(bytes("column"), for: "p1400")
    }.response
    let index = try await store.read { $0.blindIndex("x", purpose: "number") }
    let head = try await store.read { try $0.head() }
    try await store.rotateKeys(to: new)
    _ = try await store.append(["b"], to: "two")
    store.close()
    #expect(throws: StoreError.self) { try SQLiteStore.open(path: scratch.path(), keys: old) }
    let again = try SQLiteStore.open(path: scratch.path(), keys: new)
    defer { again.close() }
    #expect(try await again.everything().first?.payload == .bytes(bytes("secret")))
    #expect(try await again.read { try $0.unseal(sealed, of: "p1400") } == bytes("column"))
    #expect(try await again.read { $0.blindIndex("x", purpose: "number") } == index)
    let report = try JournalVerifier.verify(path: scratch.path(), keys: new)
    #expect(report.faults.isEmpty && report.subjects == 1_500)
    #expect(report.head.position == head.position + 1)
  }

  @Test func `the same key, or a demonstration's, is no new key`() async throws {
    let scratch = try Scratch()
    let store = try SQLiteStore.open(path: scratch.path(), keys: try testKeys())
    defer { store.close() }
    await #expect(throws: StoreError.self) { try await store.rotateKeys(to: try testKeys()) }
    await #expect(throws: StoreError.self) { try await store.rotateKeys(to: .demo) }
    #expect(try await store.append(["a"], to: "one").position == 1)
  }
}
