import EventStore
import TestSupport
import Testing

struct FullDiskTests {
  @Test func `a full file refuses with its name, and keeps what was there`() async throws {
    let scratch = try Scratch()
    let (path, keys) = (scratch.path(), try testKeys())
    let small = try SQLiteStore.open(
      path: path,
      keys: keys,
      options: StoreOptions(maximumPages: 40)
    )
    let stream = try StreamID.named("one")
    var version: Int64 = 0
    var error: StoreError?
    while error == nil, version < 1_000 {
      let (last, event) = (
        version, NewEvent(type: "e", payload: Array(repeating: 7, count: 2_000), subject: nil)
      )
      error = await failure {
        try await small.commit(.once()) { transaction in
          _ = try transaction.append([event], to: stream, expecting: last)
          return []
        }
      }
      if error == nil { version += 1 }
    }
    #expect(error == .full(path: path))
    #expect(try await small.everything().count == Int(version))
    small.close()
    #expect(try JournalVerifier.verify(path: path, keys: keys).faults.isEmpty)
    let large = try SQLiteStore.open(path: path, keys: keys)
    defer { large.close() }
    #expect(try await large.append(["more"], to: "one", at: version).position == version + 1)
  }

  @Test func `one body too many for the disk does not take the others with it`() async throws {
    let scratch = try Scratch()
    let store = try SQLiteStore.open(
      path: scratch.path(),
      keys: try testKeys(),
      options: StoreOptions(maximumPages: 60)
    )
    defer { store.close() }
    let big = NewEvent(type: "big", payload: Array(repeating: 7, count: 400_000), subject: nil)
    let results = await withTaskGroup(of: StoreError?.self) { group in
      for number in 0..<20 {
        group.addTask {
          await failure {
            let stream = try StreamID.named("s\(number)")
            let event = number == 7 ? big : NewEvent(type: "small", payload: [1], subject: nil)
            return try await store.commit(.once()) { transaction in
              _ = try transaction.append([event], to: stream, expecting: 0)
              return []
            }
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(results.compactMap { $0 } == [.full(path: scratch.path())])
    let all = try await store.everything()
    #expect(all.map(\.position) == Array(1...19) && all.allSatisfy { $0.type == "small" })
  }

  @Test func `a limit of the system on files loses nothing that was acknowledged`() async throws {
    let scratch = try Scratch()
    let crasher = try Crasher("limit", scratch.path(), writers: 4, fileBlocks: 600)
    let said = try await crasher.end()
    #expect(try crasher.lines().last == "stopped")
    let keys = try MasterKeys((0..<32).map { UInt8($0) &+ 1 })
    #expect(try JournalVerifier.verify(path: scratch.path(), keys: keys).faults.isEmpty)
    let store = try SQLiteStore.open(path: scratch.path(), keys: keys)
    defer { store.close() }
    let types = try await store.everything().map(\.type)
    #expect(!said.isEmpty && Set(said).isSubset(of: types) && types.count == 2 * Set(types).count)
  }
}
