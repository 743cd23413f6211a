import Casework
import EventStore
import MadeUpPeople
import Registry
import Testing

struct FullOfficeTests {
  @Test func `a command for which there is no room is told and done when there is`() async throws {
    let journal = try OfficeJournal()
    var kept: [String] = []
    var failed: Request?
    try await journal.open(pages: 90) { office, store in
      for person in 1..<400 where failed == nil {
        let request = Request(
          .person(.register(identity: .madeUp(UInt64(person)), phone: "13900000001")),
          by: .clerk,
          for: .casework,
          key: "request \(person)"
        )
        do {
          _ = try await office.run(request)
        } catch let error as StoreError {
          #expect(error == .full(path: journal.path))
          failed = request
        }
      }
      kept = try await store.readModels()
    }
    let request = try #require(failed)
    try await journal.open { office, store in
      #expect(try await store.readModels() == kept)
      let receipt = try await office.run(request)
      #expect(!receipt.wasRepeated && receipt.version == 1)
      #expect(try await office.run(request).wasRepeated)
      let after = try await store.readModels()
      #expect(after.count > kept.count)
      _ = try await office.rebuild()
      #expect(try await store.readModels() == after)
      #expect(try await store.verify().faults.isEmpty)
    }
  }

  @Test func `the journal's time stands still while the clock of the office is behind`()
    async throws
  {
    let city = try City()
    let early = try await city.register(1)
    city.pass(days: -2)
    let late = try await city.register(2)
    _ = try await city.office.file(late, by: .reviewer, for: .casework)
    city.pass(days: 2)
    try await city.run(.person(.changePhone(phone: "13900000001")), on: early)
    let events = try await city.store.read { try $0.events(after: 0, limit: 100) }
    #expect(events.map(\.recordedAt) == events.map(\.recordedAt).sorted())
    #expect(try await city.store.verify().faults.isEmpty)
    let view = try await city.office.file(late, by: .reviewer, for: .casework)
    #expect(view.entries.map(\.entry.on) == [try city.day("2024-02-28")])
  }
}
