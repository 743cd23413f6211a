import Casework
import EventStore
import ExpressionLanguage
import Registry
import Testing

struct AccessLogTests {
  @Test func `every reading is in the log, for the person and for the auditor`() async throws {
    let city = try City()
    let (one, other) = (try await city.register(1), try await city.register(2))
    _ = try await city.office.file(one, by: .clerk, for: .casework)
    city.pass(days: 1)
    _ = try await city.office.file(one, by: .resident(one), for: .ownAffairs)
    _ = try await city.office.file(other, by: .clerk, for: .casework)
    let mine = try await city.office.accesses(to: one, by: .resident(one), for: .ownAffairs)
    #expect(mine.map(\.by.account) == ["resident-\(one.text)", "clerk-1"])
    #expect(mine.map(\.purpose) == [.ownAffairs, .casework])
    #expect(mine.map(\.action) == [.readOwnFile, .readFile])
    #expect(mine.map(\.on.description) == ["2024-03-02", "2024-03-01"])
    let clerks = try await city.office.accesses(ofAccount: "clerk-1", by: .auditor)
    #expect(clerks.map(\.resident) == [other, one])
    await #expect(throws: Rejection.self) {
      try await city.office.accesses(ofAccount: "clerk-1", by: .clerk, for: .casework)
    }
    await #expect(throws: Rejection.self) {
      try await city.office.accesses(to: one, by: .resident(other), for: .ownAffairs)
    }
  }

  @Test func `who is refused reads nothing, and the log stays as it was`() async throws {
    let city = try City()
    let id = try await city.register(1)
    let head = try await city.store.read { try $0.head() }
    for actor in [Actor.agency, .department("police"), .resident(ResidentIDs.system.next())] {
      await #expect(throws: Rejection.self) {
        try await city.office.file(id, by: actor, for: .usual(of: actor.role, for: .readFile))
      }
    }
    #expect(try await city.store.read { try $0.head() } == head)
  }

  @Test func `an agency that asks for a service is in the log too`() async throws {
    let city = try City()
    let id = try await city.settle(1)
    try await city.issue("XA-1", to: id)
    let service = try #require(
      try await city.office.file(id, by: .reviewer, for: .casework).entitlements.first
    )
    let answer = try await city.office.entitlement(of: id, to: service.service, by: .agency)
    #expect(answer == service)
    let log = try await city.office.accesses(to: id, by: .resident(id), for: .ownAffairs)
    #expect(log.first?.action == .askEntitlement && log.first?.by.account == "agency-1")
    try await city.expectRejection("no-such-service") {
      try await city.office.entitlement(of: id, to: "no-such", by: .agency)
    }
  }
}
