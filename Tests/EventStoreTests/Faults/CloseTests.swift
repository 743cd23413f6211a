import EventStore
import Testing

struct CloseTests {
  @Test func `closing commits what waited and refuses what comes`() async throws {
    let scratch = try Scratch()
    let keys = try testKeys()
    let store = try SQLiteStore.open(
      path: scratch.path(),
      keys: keys,
      options: StoreOptions(batchLimit: 3)
    )
    let done = await withTaskGroup(of: Bool.self) { group in
      for number in 0..<200 {
        group.addTask {
          await failure { try await store.append(["e"], to: "s\(number)") } == nil
        }
      }
      group.addTask {
        store.close()
        return false
      }
      return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(await failure { try await store.append(["e"], to: "late") } == .closed)
    let order = Destruction(subject: "p", reason: "asked", actor: "officer-1")
    #expect(await failure { try await store.destroy([order], time: 1) } == .closed)
    let again = try SQLiteStore.open(path: scratch.path(), keys: keys)
    defer { again.close() }
    #expect(try await again.everything().count == done)
  }
}
