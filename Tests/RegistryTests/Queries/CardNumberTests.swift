import Casework
import EventStore
import ExpressionLanguage
import Foundation
import Registry
import Testing

struct CardNumberTests {
  @Test func `a card's number is the place of the event that made it`() async throws {
    let city = try City()
    let id = try await city.settle(1)
    try await city.issue("XA-1", to: id)
    let first = try await city.places(of: "permit/issued", id)
    #expect(try await city.office.cardNumber("XA-1") == first.last)
    try await city.replaceCard(by: "XA-2", of: id)
    let second = try await city.places(of: "permit/card-replaced", id)
    #expect(first.count == 1 && second.count == 1)
    #expect(try await city.office.cardNumber("XA-2") == second.last)
    #expect(try await city.office.cardNumber("XA-1") == first.last)
    #expect(try await city.office.cardNumber("XA-3") == nil)
  }

  @Test func `every card answers under its number what it answers under its serial number`()
    async throws
  {
    let city = try City()
    let people = try await city.fourHolders()
    for day in [city.today, try city.day("2026-06-01")] {
      let statuses = try await city.statuses(on: day)
      #expect(statuses.count == 5)
      for serial in ["XA-1", "XA-1b", "XA-2", "XA-3", "XA-4"] {
        let number = try #require(try await city.office.cardNumber(serial))
        let answer = try await city.office.card(serial, on: day)
        #expect(statuses[number] == answer, "\(serial) on \(day)")
      }
    }
    let today = Set(try await city.statuses(on: city.today).values)
    #expect(today == [.valid, .cancelled])
    // What lies ahead: nobody endorses.
    let later = Set(try await city.statuses(on: try city.day("2026-06-01")).values)
    #expect(later == [.suspended, .cancelled])
    #expect(people.count == 4)
  }

  @Test func `the card of somebody whose data were destroyed is cancelled for ever`() async throws {
    let city = try City()
    let people = try await city.fourHolders()
    let number = try #require(try await city.office.cardNumber("XA-4"))
    #expect(try await city.statuses(on: city.today)[number] == .valid)
    try await city.office.destroyPerson(
      people[3],
      by: .supervisor,
      for: .dataProtection,
      reason: "retention-over"
    )
    #expect(try await city.office.cardNumber("XA-4") == nil)
    let kept = try await city.statuses(on: city.today)
    #expect(kept.count == 5 && kept[number] == .cancelled)
    _ = try await city.office.rebuild()
    #expect(try await city.statuses(on: city.today) == kept)
  }

  @Test func `histories that are taken over have numbers too`() async throws {
    let (old, new) = (try City(), try City(seed: 2))
    let id = try await old.settle(1)
    try await old.issue("XA-1", to: id)
    let view = try await old.office.file(id, by: .reviewer, for: .casework)
    try await new.office.carryOver([(id, view.entries.map(\.entry))])
    let places = try await new.places(of: "permit/issued", id)
    #expect(try await new.office.cardNumber("XA-1") == places.last)
    #expect(try await new.statuses(on: new.today).count == 1)
  }

  @Test func `cards that an older program noted are numbered from the journal`() async throws {
    let city = try City()
    _ = try await city.fourHolders()
    let kept = try await city.readModels()
    let number = try await city.office.cardNumber("XA-1b")
    try await city.change("UPDATE cards SET position = NULL")
    #expect(try await city.office.cardNumber("XA-1b") == number)
    #expect(try await city.readModels() != kept)
    #expect(try await city.statuses(on: city.today).count == 5)
    #expect(try await city.readModels() == kept)
  }

  @Test func `a journal of an older program gets the table with its cards in it`() async throws {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "cards-\(UUID().uuidString).sqlite").path
    defer {
      for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
    }
    let steps = Office.schema.prefix { $0.name != "3 card numbers" }
    #expect(steps.count == 2)
    let old = try SQLiteStore.open(path: path, keys: .demo, schema: Array(steps))
    _ = try await old.commit(CommitRequest(key: nil, digest: [], time: 1)) { transaction in
      try transaction.execute(
        "INSERT INTO permits VALUES ('XA-1', 'somebody', 1, 'valid', 1, 'active', '', '')",
        []
      )
      return []
    }
    old.close()
    let new = try SQLiteStore.open(path: path, keys: .demo, schema: Office.schema)
    defer { new.close() }
    let rows = try await new.read { try $0.rows("SELECT * FROM cards", []) }
    #expect(rows == [SQLRow([.text("XA-1"), .text("somebody"), .null])])
  }
}

extension City {
  /// Four people with permits: one with a second card, one whose permit has ended, two good ones.
  fileprivate func fourHolders() async throws -> [ResidentID] {
    var people: [ResidentID] = []
    for person in 1...4 {
      let id = try await settle(UInt64(person))
      try await issue("XA-\(person)", to: id)
      people.append(id)
    }
    try await replaceCard(by: "XA-1b", of: people[0])
    try await run(.permit(.cancel(ground: .givenUp, from: today)), on: people[1])
    return people
  }

  fileprivate func replaceCard(by serial: String, of id: ResidentID) async throws {
    try await run(.permit(.reportLoss), on: id)
    try await run(
      .permit(.replaceCard(serial: serial, isOldHandedIn: false, paidFen: 2_000)),
      on: id
    )
  }

  fileprivate func statuses(on day: CivilDate) async throws -> [Int64: CardAnswer] {
    var found: [Int64: CardAnswer] = [:]
    try await office.cardStatuses(on: day) { number, answer in
      #expect(found[number] == nil, "a card was told twice")
      found[number] = answer
    }
    return found
  }

  fileprivate func places(of type: String, _ id: ResidentID) async throws -> [Int64] {
    try await store.read { reader in
      try reader.events(of: try #require(StreamID("resident/\(id.text)")), after: 0)
        .filter { $0.type == type }.map(\.position)
    }
  }

  fileprivate func change(_ sql: String) async throws {
    _ = try await store.commit(CommitRequest(key: nil, digest: [], time: 1)) { transaction in
      try transaction.execute(sql, [])
      return []
    }
  }
}
