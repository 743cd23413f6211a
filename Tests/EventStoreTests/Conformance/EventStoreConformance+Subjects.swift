import Dispatch
import EventStore
import Testing

extension EventStoreConformance {
  static let subjects = [
    EventStoreConformance("what is said about a subject is read back") { store in
      let one = try StreamID.named("one")
      _ = try await store.commit(.once()) { transaction in
        #expect(try !transaction.hasSubject("p"))
        try transaction.createSubject("p")
        #expect(try transaction.hasSubject("p"))
        let event = NewEvent(type: "a", payload: bytes("secret"), subject: "p")
        let stored = try transaction.append([event], to: one, expecting: 0)
        #expect(try transaction.events(of: one, after: 0) == stored)
        return []
      }
      let event = try #require(try await store.everything().first)
      #expect(event.payload == .bytes(bytes("secret")) && event.subject == "p")
    },
    EventStoreConformance("nothing is said about a subject without a key") { store in
      let one = try StreamID.named("one")
      let event = NewEvent(type: "a", payload: [1], subject: "nobody")
      let error = await failure {
        try await store.commit(.once()) { transaction in
          _ = try transaction.append([event], to: one, expecting: 0)
          return []
        }
      }
      #expect(error == .unknownSubject("nobody"))
      #expect(try await store.everything().isEmpty)
    },
    EventStoreConformance("a subject gets one key, and none if the body fails") { store in
      await #expect(throws: Stop.self) {
        try await store.commit(.once()) { transaction in
          try transaction.createSubject("p")
          throw Stop()
        }
      }
      let one = try StreamID.named("one")
      _ = try await store.commit(.once()) { transaction in
        #expect(try !transaction.hasSubject("p"))
        try transaction.createSubject("p")
        let event = NewEvent(type: "a", payload: [1], subject: "p")
        _ = try transaction.append([event], to: one, expecting: 0)
        return []
      }
      let error = await failure {
        try await store.commit(.once()) { transaction in
          try transaction.createSubject("p")
          return []
        }
      }
      #expect(error == .subjectExists("p"))
      #expect(try await store.everything().map(\.payload) == [.bytes([1])])
    },
    EventStoreConformance("a sealed column opens for its subject only") { store in
      let result = try await store.commit(.once()) { transaction in
        try transaction.createSubject("p")
        try transaction.createSubject("q")
        let sealed = try transaction.seal(bytes("secret"), for: "p")
        #expect(sealed != bytes("secret"))
        #expect(try transaction.unseal(sealed, of: "p") == bytes("secret"))
        return sealed
      }
      let sealed = result.response
      #expect(try await store.read { try $0.unseal(sealed, of: "p") } == bytes("secret"))
      await #expect(throws: StoreError.self) {
        try await store.read { try $0.unseal(sealed, of: "q") }
      }
      #expect(
        await failure { try await store.read { try $0.unseal(sealed, of: "r") } }
          == .unknownSubject("r")
      )
    },
    EventStoreConformance("a blind index tells texts and purposes apart") { store in
      let found = try await store.read { reader in
        [("1", "number"), ("2", "number"), ("1", "phone"), ("1", "number")]
          .map { reader.blindIndex($0.0, purpose: $0.1) }
      }
      #expect(found[0] == found[3] && Set(found).count == 3)
      #expect(found.allSatisfy { $0.count == 32 })
    },
  ]

  static let readModels = [
    EventStoreConformance("rows come back as they were put in") { store in
      _ = try await store.commit(.once()) { transaction in
        try transaction.execute(
          "INSERT INTO notes VALUES (?, ?, ?, ?)",
          [.text("é\u{0}x"), .null, .text(""), .bytes([])]
        )
        #expect(
          try transaction.rows("SELECT count(*) FROM notes", []) == [SQLRow([.integer(1)])]
        )
        return []
      }
      let rows = try await store.read { try $0.rows("SELECT * FROM notes", []) }
      #expect(rows == [SQLRow([.text("é\u{0}x"), .null, .text(""), .bytes([])])])
    },
    EventStoreConformance("a reader does not write") { store in
      await #expect(throws: StoreError.self) {
        try await store.read { try $0.rows("INSERT INTO notes (id) VALUES ('x')", []) }
      }
      let rows = try await store.read { try $0.rows("SELECT * FROM notes", []) }
      #expect(rows.isEmpty)
    },
    EventStoreConformance("a reader stays at one moment") { store in
      _ = try await store.append(["a"], to: "one")
      let counts = try await store.read { reader in
        let before = try reader.head()
        let semaphore = DispatchSemaphore(value: 0)
        Task.detached {
          _ = try? await store.append(["b"], to: "two")
          semaphore.signal()
        }
        semaphore.wait()
        return (before, try reader.head())
      }
      #expect(counts.0 == counts.1)
      #expect(try await store.read { try $0.head() }.position == 2)
    },
  ]

  static let following = [
    EventStoreConformance("who follows sees every event once and in order") { store in
      _ = try await store.append(["a", "b"], to: "early")
      let (begun, begin) = AsyncStream.makeStream(of: Void.self)
      let follower = Task {
        var seen: [Int64] = []
        for try await event in store.follow(after: 1) {
          seen.append(event.position)
          begin.finish()
          if seen.count == 41 { break }
        }
        return seen
      }
      for await _ in begun {}
      // Now it waits, and only a commit wakes it.
      try await Task.sleep(for: .milliseconds(30))
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<20 {
          group.addTask { _ = try await store.append(["x", "y"], to: "s\(number)") }
        }
        try await group.waitForAll()
      }
      #expect(try await follower.value == Array(2...42))
    },
    EventStoreConformance("who follows stops when cancelled") { store in
      let follower = Task {
        var count = 0
        for try await _ in store.follow(after: 0) { count += 1 }
        return count
      }
      _ = try await store.append(["a"], to: "one")
      try await Task.sleep(for: .milliseconds(50))
      follower.cancel()
      #expect(try await follower.value <= 1)
    },
    EventStoreConformance("a caller that was cancelled before does nothing") { store in
      let task = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        return try await store.append(["a"], to: "one")
      }
      await #expect(throws: CancellationError.self) { try await task.value }
      let all = try await store.everything()
      #expect(all.isEmpty)
    },
  ]
}
