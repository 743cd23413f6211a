import EventStore
import Testing

extension EventStoreConformance {
  struct Stop: Error {}

  static let appending = [
    EventStoreConformance("events have places without gaps, in the journal and their stream") {
      store in
      #expect(try await store.append(["a", "b"], to: "one").position == 2)
      #expect(try await store.append(["c"], to: "two").position == 3)
      #expect(try await store.append(["d"], to: "one", at: 2).position == 4)
      let all = try await store.everything()
      #expect(all.map(\.position) == [1, 2, 3, 4])
      #expect(all.map(\.type) == ["a", "b", "c", "d"])
      #expect(all.map(\.payload) == ["a", "b", "c", "d"].map { .bytes(bytes($0)) })
      let one = try StreamID.named("one")
      let stream = try await store.read { try $0.events(of: one, after: 0) }
      #expect(stream.map(\.version) == [1, 2, 3])
      #expect(try await store.read { try $0.events(of: one, after: 2) }.map(\.type) == ["d"])
      #expect(try await store.read { try $0.head() }.position == 4)
      #expect(try await store.read { try $0.events(after: 1, limit: 2) }.map(\.position) == [2, 3])
    },
    EventStoreConformance("a stream that has moved on refuses, and nothing is kept") { store in
      _ = try await store.append(["a"], to: "one")
      let (one, two) = (try StreamID.named("one"), try StreamID.named("two"))
      let error = await failure {
        try await store.commit(.once()) { transaction in
          let event = NewEvent(type: "b", payload: [], subject: nil)
          _ = try transaction.append([event], to: two, expecting: 0)
          _ = try transaction.append([event], to: one, expecting: 0)
          return []
        }
      }
      #expect(error == .conflict(one, expected: 0, actual: 1))
      #expect(try await store.everything().count == 1)
      #expect(try await store.append(["b"], to: "two").position == 2)
    },
    EventStoreConformance("a body sees what it has appended itself") { store in
      let one = try StreamID.named("one")
      _ = try await store.commit(.once()) { transaction in
        let event = NewEvent(type: "a", payload: [1], subject: nil)
        let stored = try transaction.append([event], to: one, expecting: 0)
        #expect(try transaction.events(of: one, after: 0) == stored)
        _ = try transaction.append([event], to: one, expecting: 1)
        return []
      }
      #expect(try await store.everything().map(\.version) == [1, 2])
    },
    EventStoreConformance("bodies that fail leave nothing and disturb none beside them") { store in
      try await withThrowingTaskGroup(of: Bool.self) { group in
        for number in 0..<60 {
          group.addTask {
            let stream = try StreamID.named("s\(number)")
            do {
              _ = try await store.commit(.once()) { transaction in
                let event = NewEvent(type: "e", payload: [], subject: nil)
                _ = try transaction.append([event], to: stream, expecting: 0)
                try transaction.execute(
                  "INSERT INTO notes (id) VALUES (?)",
                  [.text(stream.text)]
                )
                if number % 3 == 0 { throw Stop() }
                return []
              }
              return true
            } catch is Stop { return false }
          }
        }
        var done = 0
        for try await isDone in group where isDone { done += 1 }
        #expect(done == 40)
      }
      let all = try await store.everything()
      #expect(all.map(\.position) == Array(1...40))
      let notes = try await store.read { try $0.rows("SELECT id FROM notes", []) }
      #expect(Set(notes.compactMap { $0[0].text }) == Set(all.map(\.stream.text)))
    },
    EventStoreConformance("the journal's time never goes back") { store in
      _ = try await store.append(["a"], to: "one", .once(5_000))
      _ = try await store.append(["b"], to: "one", at: 1, .once(3_000))
      _ = try await store.append(["c"], to: "one", at: 2, .once(6_000))
      #expect(try await store.everything().map(\.recordedAt) == [5_000, 5_000, 6_000])
    },
    EventStoreConformance("many writers of one stream each get one version") { store in
      let one = try StreamID.named("one")
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<40 {
          group.addTask {
            _ = try await store.commit(.once()) { transaction in
              let last = try transaction.events(of: one, after: 0).last?.version ?? 0
              let event = NewEvent(type: "e", payload: [], subject: nil)
              _ = try transaction.append([event], to: one, expecting: last)
              return []
            }
          }
        }
        try await group.waitForAll()
      }
      #expect(try await store.everything().map(\.version) == Array(1...40))
    },
  ]

  static let repeating = [
    EventStoreConformance("a repeated key gives the first response and does nothing") { store in
      let first = try await store.append(["a"], to: "one", .keyed("k"))
      _ = try await store.append(["b"], to: "two")
      let second = try await store.append(["a"], to: "one", .keyed("k"))
      #expect(!first.wasRepeated && second.wasRepeated)
      #expect(second.response == bytes("done") && second.position == first.position)
      #expect(try await store.everything().count == 2)
    },
    EventStoreConformance("a key is not used for something else") { store in
      _ = try await store.append(["a"], to: "one", .keyed("k", [1]))
      let error = await failure { try await store.append(["b"], to: "two", .keyed("k", [2])) }
      #expect(error == .keyReused("k"))
      #expect(try await store.everything().count == 1)
    },
    EventStoreConformance("a key whose body failed can be used again") { store in
      await #expect(throws: Stop.self) { try await store.commit(.keyed("k")) { _ in throw Stop() } }
      let result = try await store.append(["a"], to: "one", .keyed("k"))
      #expect(!result.wasRepeated)
    },
    EventStoreConformance("one key sent many times at once takes effect once") { store in
      let results = try await withThrowingTaskGroup(of: CommitResult.self) { group in
        for _ in 0..<30 {
          group.addTask { try await store.append(["a"], to: "one", .keyed("k")) }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(results.filter { !$0.wasRepeated }.count == 1)
      #expect(try await store.everything().count == 1)
    },
  ]
}
