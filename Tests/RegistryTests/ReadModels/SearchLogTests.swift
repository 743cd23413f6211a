import Casework
import ExpressionLanguage
import EventStore
import ExpressionLanguage
import Foundation
import MadeUpPeople
import Registry
import Testing

struct SearchLogTests {
  @Test func `every search is in the log by account, without what was asked for`() async throws {
    let city = try City()
    let id = try await city.register(1, name: "欧阳志远", phone: "13812345678")
    let number = Identity.madeUp(1).number.text
    for query in ["志远", number, "13812345678", id.text, "nobodyatall"] {
      _ = try await city.office.search(query, by: .clerk, for: .casework)
    }
    city.pass(days: 1)
    _ = try await city.office.search("oyzy", by: .reviewer, for: .casework)
    let made = try await city.office.searches(ofAccount: "clerk-1", by: .auditor)
    #expect(made.map(\.way) == [.name, .file, .phone, .number, .name])
    #expect(made.map(\.hits) == [0, 1, 1, 1, 1])
    #expect(made.allSatisfy { $0.by == Actor.clerk.hand && $0.purpose == .casework })
    let other = try await city.office.searches(ofAccount: "reviewer-1", by: .auditor)
    #expect(other.map(\.on.description) == ["2024-03-02"])
    await #expect(throws: Rejection.self) {
      try await city.office.searches(ofAccount: "clerk-1", by: .clerk, for: .casework)
    }
    // The events stand in clear, so they are about nobody.
    let events = try await city.store.read { try $0.events(after: 0, limit: 100) }
    let searches = events.filter { $0.type == "search/made" }
    // Six searches, and two looks into this log.
    #expect(searches.count == 8 && searches.allSatisfy { $0.subject == nil })
    for case .bytes(let payload) in searches.map(\.payload) {
      let text = String(decoding: payload, as: UTF8.self)
      for word in ["志远", number, "13812345678", id.text, "nobody", "oyzy"] {
        #expect(!text.contains(word))
      }
    }
    _ = try await city.office.rebuild()
    #expect(try await city.office.searches(ofAccount: "clerk-1", by: .auditor) == made)
    // And the log goes on behind what was made anew.
    _ = try await city.office.search("oyzy", by: .reviewer, for: .casework)
  }

  @Test func `the auditor's own looks into the logs are in the logs`() async throws {
    let city = try City()
    let id = try await city.register(1)
    _ = try await city.office.accesses(to: id, by: .auditor, for: .audit)
    let seen = try await city.office.accesses(to: id, by: .resident(id), for: .ownAffairs)
    #expect(seen.map(\.action) == [.readAccessLog] && seen.map(\.purpose) == [.audit])
    // The person's own look at it tells nobody anything new.
    #expect(try await city.office.accesses(to: id, by: .resident(id), for: .ownAffairs) == seen)
    _ = try await city.office.accesses(ofAccount: "clerk-1", by: .auditor)
    _ = try await city.office.searches(ofAccount: "clerk-1", by: .auditor)
    let made = try await city.office.searches(ofAccount: "auditor-1", by: .auditor)
    #expect(made.map(\.way) == [.account, .account])
  }

  @Test func `who may not search finds nobody and leaves no entry`() async throws {
    let city = try City()
    _ = try await city.register(1, name: "欧阳志远")
    let head = try await city.store.read { try $0.head() }
    await #expect(throws: Rejection.self) {
      try await city.office.search("志远", by: .agency, for: .service)
    }
    #expect(try await city.store.read { try $0.head() } == head)
  }

  @Test func `of a protected person nothing is told by search or queue`() async throws {
    let city = try City()
    let id = try await city.settle(1, name: "欧阳志远", phone: "13812345678")
    try await city.apply(for: id)
    let query = QueueQuery(.clerk)
    let before = try await city.office.queue(query, by: .clerk).items
    #expect(before.contains { $0.resident == id && !$0.district.isEmpty })
    try await city.run(.person(.protect(reason: "order 7")), on: id, by: .supervisor)
    let number = Identity.madeUp(1).number.text
    for query in ["志远", "oyzy", number, "13812345678", id.text] {
      let hits = try await city.office.search(query, by: .clerk, for: .casework).hits
      #expect(hits.map(\.resident) == [id])
      #expect(hits.allSatisfy { $0.isProtected && $0.summary == nil && $0.district.isEmpty })
      #expect(hits.allSatisfy { $0.permit == nil })
    }
    let items = try await city.office.queue(query, by: .clerk).items.filter { $0.resident == id }
    #expect(!items.isEmpty && items.allSatisfy(\.district.isEmpty))
  }
}
