import Casework
import EventStore
import ExpressionLanguage
import MadeUpPeople
import Registry
import Testing

struct CommandRunnerTests {
  @Test func `a request that is sent again with its key is carried out once`() async throws {
    let city = try City()
    let register = Command.person(.register(identity: .madeUp(1), phone: nil))
    let first = try await city.run(register, key: "request-1")
    let again = try await city.run(register, key: "request-1")
    #expect(!first.wasRepeated && again.wasRepeated)
    #expect(again.resident == first.resident && again.events == first.events)
    #expect(again.version == 1 && again.position == first.position)
    await #expect(throws: StoreError.self) {
      try await city.run(.person(.register(identity: .madeUp(2), phone: nil)), key: "request-1")
    }
    #expect(try await city.office.population(by: .reviewer).count == 1)
  }

  @Test func `a rejection leaves nothing behind`() async throws {
    let city = try City()
    let id = try await city.settle(1)
    let before = try await city.readModels()
    let head = try await city.store.read { try $0.head() }
    try await city.expectRejection("no-such-file") {
      try await city.run(.permit(.endorse), on: ResidentIDs.system.next())
    }
    for command in [
      Command.permit(.endorse), .application(.approve(number: 1)), .permit(.restore(reason: "x")),
    ] {
      await #expect(throws: Rejection.self) {
        try await city.run(command, on: id, by: .supervisor, key: "a key")
      }
    }
    #expect(try await city.readModels() == before)
    #expect(try await city.store.read { try $0.head() } == head)
    // A key that was rejected is free: what it was for may become possible.
    try await city.run(.person(.changePhone(phone: "13900000002")), on: id, key: "a key")
  }

  @Test func `a number is registered once, also by many at once`() async throws {
    let city = try City()
    let register = Command.person(.register(identity: .madeUp(1), phone: nil))
    let outcomes = await withTaskGroup(of: Result<Receipt, any Error>.self) { group in
      for _ in 0..<8 {
        group.addTask {
          do { return .success(try await city.run(register)) } catch { return .failure(error) }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    let made = outcomes.compactMap { try? $0.get() }
    #expect(made.count == 1)
    let holder = try #require(made.first?.resident)
    for case .failure(let error) in outcomes {
      let rejection = try #require(error as? Rejection)
      #expect(rejection.id == "already-registered")
      #expect(rejection.reason.english.contains(holder.text))
    }
    #expect(try await city.office.find(Identity.madeUp(1).number) == holder)
  }

  @Test func `a person who opens a file alone learns of a taken number nothing but where to go`()
    async throws
  {
    let city = try City()
    let holder = try await city.register(1)
    let newcomer = Actor(account: "newcomer", role: .resident)
    func register(_ seed: UInt64) -> Request {
      Request(
        .person(.register(identity: .madeUp(seed), phone: nil)),
        by: newcomer,
        for: .ownAffairs
      )
    }
    let rejection = try await city.expectRejection("already-registered") {
      try await city.office.run(register(1))
    }
    for text in [rejection.reason, rejection.remedy] {
      #expect(!text.english.contains(holder.text) && !text.chinese.contains(holder.text))
    }
    let receipt = try await city.office.run(register(2))
    #expect(receipt.events == ["person/registered"])
  }

  @Test func `a correction may not take another's number`() async throws {
    let city = try City()
    let first = try await city.register(1)
    let second = try await city.register(2)
    let correct = Command.person(.correctIdentity(identity: .madeUp(1), reason: "misread"))
    let rejection = try await city.expectRejection("already-registered") {
      try await city.run(correct, on: second)
    }
    #expect(rejection.reason.english.contains(first.text))
    try await city.run(
      .person(.correctIdentity(identity: .madeUp(3), reason: "misread")),
      on: second
    )
    #expect(try await city.office.find(Identity.madeUp(2).number) == nil)
    #expect(try await city.office.find(Identity.madeUp(3).number) == second)
  }

  @Test func `a card's number is used once`() async throws {
    let city = try City()
    let (one, other) = (try await city.settle(1), try await city.settle(2))
    try await city.issue("XA-1", to: one)
    try await city.expectRejection("serial-in-use") { try await city.issue("XA-1", to: other) }
    try await city.run(.permit(.issue(application: 1, serial: "XA-2")), on: other)
    #expect(try await city.office.card("XA-2") == .valid)
  }

  @Test func `commands at once on one file and on many lose nothing`() async throws {
    let city = try City()
    var ids: [ResidentID] = []
    for person in 1...4 { ids.append(try await city.register(UInt64(person))) }
    let files = ids
    let receipts = try await withThrowingTaskGroup(of: Receipt.self) { group in
      for number in 0..<80 {
        group.addTask {
          let phone = "1390000\(1_000 + number)"
          let id = files[number % 2 == 0 ? 0 : number / 2 % 4]
          return try await city.run(.person(.changePhone(phone: phone)), on: id)
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(receipts.map(\.position)).count == 80)
    for id in files {
      let versions = receipts.filter { $0.resident == id }.map(\.version).sorted()
      #expect(versions == Array(2..<2 + versions.count))
      let view = try await city.office.file(id, by: .reviewer, for: .casework)
      #expect(view.entries.count == versions.count + 1)
      let phone = try #require(view.file.person.phone)
      let hits = try await city.office.search(phone, by: .clerk, for: .casework).hits
      #expect(hits.map(\.resident) == [id])
    }
  }

  @Test func `no entry lies before one that is there already`() async throws {
    let city = try City()
    let id = try await city.register(1)
    city.pass(days: -1)
    let rejection = try await city.expectRejection("clock-went-back") {
      try await city.run(.person(.changePhone(phone: "13900000001")), on: id)
    }
    #expect(rejection.reason.english.contains("1 March 2024"))
    city.pass(days: 1)
    try await city.run(.person(.changePhone(phone: "13900000001")), on: id)
  }

  @Test func `two files that one command names change together`() async throws {
    let city = try City()
    let (one, other) = (try await city.register(1), try await city.register(2))
    try await city.run(.person(.linkRelative(relative: other, relation: .spouse)), on: one)
    for (id, relative) in [(one, other), (other, one)] {
      let view = try await city.office.file(id, by: .reviewer, for: .casework)
      #expect(view.file.person.relatives == [relative: .spouse])
    }
  }

  @Test func `a merged file gives way and its number leads nowhere else`() async throws {
    let city = try City()
    let (one, other) = (
      try await city.register(1), try await city.register(2, phone: "13900000002")
    )
    try await city.run(.person(.merge(duplicate: other)), on: one, by: .supervisor)
    #expect(try await city.office.find(Identity.madeUp(2).number) == nil)
    #expect(try await city.office.population(by: .reviewer).count == 1)
    try await city.run(
      .person(.correctIdentity(identity: .madeUp(2), reason: "this one is right")),
      on: one
    )
    #expect(try await city.office.find(Identity.madeUp(2).number) == one)
  }
}
