import Dispatch
import Synchronization
import Testing

@testable import EventStore

struct LateBodyTests {
  /// What a body notes.
  final class Note: Sendable {
    let error = Mutex<StoreError?>(nil)
  }

  @Test func `a body that never returns holds up nobody for ever`() async throws {
    let scratch = try Scratch()
    let store = try SQLiteStore.open(
      path: scratch.path(),
      keys: try testKeys(),
      schema: noteSchema,
      options: StoreOptions(bodyLimit: .milliseconds(200))
    )
    defer { store.close() }
    let stuck = DispatchSemaphore(value: 0)
    let isOver = DispatchSemaphore(value: 0)
    let late = Note()
    let stream = try StreamID.named("stuck")
    let event = NewEvent(type: "e", payload: [], subject: nil)
    let error = await failure {
      async let others: Void = {
        for number in 0..<5 { _ = try await store.append(["e"], to: "s\(number)") }
      }()
      async let one = store.commit(.once()) { transaction in
        _ = try transaction.append([event], to: stream, expecting: 0)
        stuck.wait()
        do { _ = try transaction.append([event], to: stream, expecting: 1) } catch {
          late.error.withLock { $0 = error as? StoreError }
        }
        isOver.signal()
        return []
      }
      try await others
      return try await one
    }
    #expect(error == .overdue(milliseconds: 200))
    stuck.signal()
    isOver.wait()
    #expect(late.error.withLock { $0 } == .overdue(milliseconds: 0))
    #expect(try await store.append(["e"], to: "after").position == 6)
    #expect(try await store.everything().allSatisfy { $0.stream.text != "stuck" })
  }

  @Test func `several that never return hold up nobody, one after another`() async throws {
    let scratch = try Scratch()
    let store = try SQLiteStore.open(
      path: scratch.path(),
      keys: try testKeys(),
      schema: noteSchema,
      options: StoreOptions(bodyLimit: .milliseconds(50))
    )
    defer { store.close() }
    let stuck = DispatchSemaphore(value: 0)
    let errors = await withTaskGroup(of: StoreError?.self) { group in
      for _ in 0..<3 {
        group.addTask {
          await failure {
            try await store.commit(.once()) { _ in
              stuck.wait()
              return []
            }
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(errors == Array(repeating: .overdue(milliseconds: 50), count: 3))
    // Who wants the writer for itself gets it, while the three still stand.
    #expect(try await store.alone { $0.connection.isInTransaction } == false)
    #expect(try await store.append(["e"], to: "after").position == 1)
    for _ in 0..<3 { stuck.signal() }
    #expect(try await store.append(["e"], to: "later").position == 2)
  }

  @Test func `an endless statement is ended, and the others are committed`() async throws {
    let scratch = try Scratch()
    let store = try SQLiteStore.open(
      path: scratch.path(),
      keys: try testKeys(),
      schema: noteSchema,
      options: StoreOptions(bodyLimit: .milliseconds(200))
    )
    defer { store.close() }
    let results = await withTaskGroup(of: StoreError?.self) { group in
      for number in 0..<6 {
        group.addTask {
          await failure {
            if number != 3 { return try await store.append(["e"], to: "s\(number)") }
            return try await store.commit(.once()) { transaction in
              try transaction.execute(
                """
                WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)
                INSERT INTO notes (id) SELECT x FROM n WHERE x < 0
                """,
                []
              )
              return []
            }
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(results.compactMap { $0 } == [.overdue(milliseconds: 200)])
    #expect(try await store.everything().count == 5)
  }

  @Test func `a commit is on the disk before it is acknowledged`() async throws {
    let scratch = try Scratch()
    let store = try SQLiteStore.open(path: scratch.path(), keys: try testKeys())
    defer { store.close() }
    // 2 is FULL: the log is synchronised at every commit.
    let level = try await store.alone { session in
      try session.connection.value("PRAGMA synchronous")
    }
    #expect(level == .integer(2))
  }
}
