import Casework
import ExpressionLanguage
import Testing

@testable import Accounts

/// The accounts of people whose data the office destroyed.
@Suite struct ForgettingTests {
  @Test func `the accounts of several files go at once, and how far that went is kept`()
    async throws
  {
    let rig = try await Rig()
    let (one, two) = (try Rig.person("0000000001"), try Rig.person("0000000002"))
    let (first, second) = (try await rig.resident("first"), try await rig.resident("second"))
    let other = try await rig.resident("other")
    let ids = try [first, second].map { try #require($0.session.account?.id) }
    try await rig.store.bind(ids[0], to: one)
    try await rig.store.bind(ids[1], to: two)
    #expect(try await rig.store.destructionMark() == nil)
    #expect(try await rig.store.forget([one, two, Rig.person()], upTo: "3 9 1") == 2)
    #expect(try await rig.store.destructionMark() == "3 9 1")
    for id in ids {
      #expect(try await rig.store.account(id) == nil)
      #expect(try await rig.store.securityEvents(of: id.text).first?.kind == .forgotten)
    }
    #expect(try await rig.store.session(first.token) == nil)
    #expect(try await rig.store.session(other.token) != nil)
    let entries = try await rig.store.securityEvents(after: 0).count
    #expect(try await rig.store.forget([one, two], upTo: "3 9 1") == 0)
    #expect(try await rig.store.securityEvents(after: 0).count == entries)
    let again = try await rig.reopened()
    defer { try? again.close() }
    #expect(try await again.destructionMark() == "3 9 1")
  }
}
