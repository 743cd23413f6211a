import EventStore
import Foundation
import Testing

struct ChainTests {
  /// A history with a subject, without one, and with a destruction.
  static func head(seed: UInt64, destroying: Bool = false) async throws -> JournalHead {
    let scratch = try Scratch()
    let store = try SQLiteStore.open(
      path: scratch.path(),
      keys: .demo,
      options: StoreOptions(keySource: .seeded(seed))
    )
    defer { store.close() }
    let stream = try StreamID.named("resident/1")
    _ = try await store.commit(.once(1_000)) { transaction in
      try transaction.createSubject("p")
      let events = [
        NewEvent(type: "registered", payload: bytes("secret"), subject: "p"),
        NewEvent(type: "counted", payload: [], subject: nil),
      ]
      _ = try transaction.append(events, to: stream, expecting: 0)
      return []
    }
    if destroying {
      let order = Destruction(subject: "p", reason: "asked", actor: "officer-1")
      try await store.destroy([order], time: 2_000)
    }
    return try await store.read { try $0.head() }
  }

  @Test func `the same events under the same keys end alike`() async throws {
    let first = try await Self.head(seed: 1)
    #expect(try await Self.head(seed: 1) == first)
    #expect(try await Self.head(seed: 2) != first)
  }

  /// The journals of today must verify for ever: what enters the chain never changes.
  @Test func `the encoding of the chain is pinned`() async throws {
    func hexadecimal(_ head: JournalHead) -> String {
      head.hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
    let (first, second) = (
      hexadecimal(try await Self.head(seed: 1)),
      hexadecimal(try await Self.head(seed: 1, destroying: true))
    )
    #expect(first == "7c091b9cb7bb2187bb0733bfa15c8bc5fea77214f2294b68a3fadc3bbf246d81")
    #expect(second == "2273cd510d69093968454851df5867cef88f6f3a28b1801db579a1b1aeb366be")
  }

  @Test func `the end of an empty journal is position 0 and zeros`() async throws {
    let scratch = try Scratch()
    let store = try SQLiteStore.open(path: scratch.path(), keys: try testKeys())
    defer { store.close() }
    let head = try await store.read { try $0.head() }
    #expect(head == JournalHead(position: 0, hash: Array(repeating: 0, count: 32)))
    #expect(try await store.verify().faults.isEmpty)
  }

  @Test func `payloads stand encrypted in the file, the same one never twice alike`() async throws {
    let scratch = try Scratch()
    let store = try SQLiteStore.open(path: scratch.path(), keys: try testKeys())
    let stream = try StreamID.named("one")
    let event = NewEvent(type: "a", payload: bytes("a very distinctive secret"), subject: "p")
    _ = try await store.commit(.once()) { transaction in
      try transaction.createSubject("p")
      _ = try transaction.append([event, event], to: stream, expecting: 0)
      return []
    }
    store.close()
    let data = try #require(try scratch.bytes()["journal.db"])
    #expect(data.range(of: Data(bytes("distinctive"))) == nil)
  }
}
