import Casework
import ExpressionLanguage
import Testing

@testable import Accounts

@Suite struct DraftTests {
  private let key = DraftKey(kind: "permit application", subject: "0123456789")

  private func rig() async throws -> (Rig, AccountID) {
    let rig = try await Rig()
    return (rig, try #require(try await rig.resident().session.account?.id))
  }

  @Test func `a draft outlives signing out and is there on another device`() async throws {
    let (rig, id) = try await rig()
    let saved = try await rig.store.saveDraft(key, body: [1, 2, 3], expecting: 0, of: id)
    #expect(saved.version == 1 && saved.expiresAt == rig.now + 90 * .day)
    try await rig.store.endSessions(of: id)
    let elsewhere = try #require(try await rig.signIn().opened?.session.account?.id)
    #expect(try await rig.store.draft(key, of: elsewhere) == saved)
  }

  @Test func `of two that saved at once, one is told`() async throws {
    let (rig, id) = try await rig()
    _ = try await rig.store.saveDraft(key, body: [1], expecting: 0, of: id)
    _ = try await rig.store.saveDraft(key, body: [2], expecting: 1, of: id)
    await #expect(throws: AccountFault.draftChanged(version: 2)) {
      _ = try await rig.store.saveDraft(key, body: [3], expecting: 1, of: id)
    }
    await #expect(throws: AccountFault.draftChanged(version: 2)) {
      _ = try await rig.store.saveDraft(key, body: [3], expecting: 0, of: id)
    }
    #expect(try await rig.store.draft(key, of: id)?.body == [2])
    #expect(try await rig.store.deleteDraft(key, of: id))
    #expect(try await !rig.store.deleteDraft(key, of: id))
    await #expect(throws: AccountFault.draftChanged(version: 0)) {
      _ = try await rig.store.saveDraft(key, body: [3], expecting: 2, of: id)
    }
  }

  @Test func `drafts are apart by account, kind and subject`() async throws {
    let (rig, id) = try await rig()
    let other = try #require(try await rig.resident("someone-else").session.account?.id)
    let keys = [
      key, DraftKey(kind: "permit application"), DraftKey(kind: "dispute", subject: "0123456789"),
      DraftKey(kind: "permit applicatio", subject: "n0123456789"),
    ]
    for (number, key) in keys.enumerated() {
      rig.advance(.second)
      _ = try await rig.store.saveDraft(key, body: [UInt8(number)], expecting: 0, of: id)
    }
    #expect(try await rig.store.drafts(of: id).map(\.key) == keys.reversed())
    #expect(try await rig.store.drafts(of: id).map(\.body) == [[3], [2], [1], [0]])
    #expect(try await rig.store.drafts(of: other).isEmpty)
    #expect(try await rig.store.draft(key, of: other) == nil)
  }

  @Test func `a draft goes ninety days after the last saving`() async throws {
    let (rig, id) = try await rig()
    _ = try await rig.store.saveDraft(key, body: [1], expecting: 0, of: id)
    rig.advance(80 * .day)
    _ = try await rig.store.saveDraft(key, body: [2], expecting: 1, of: id)
    rig.advance(90 * .day - 1)
    #expect(try await rig.store.draft(key, of: id) != nil)
    rig.advance(1)
    #expect(try await rig.store.draft(key, of: id) == nil)
    #expect(try await rig.store.drafts(of: id).isEmpty)
    let again = try await rig.store.saveDraft(key, body: [3], expecting: 0, of: id)
    #expect(again.version == 1)
  }

  @Test func `drafts have a size and a number`() async throws {
    let (rig, id) = try await rig()
    let most = [UInt8](repeating: 7, count: Draft.mostBytes)
    #expect(try await rig.store.saveDraft(key, body: most, expecting: 0, of: id).body == most)
    await #expect(throws: AccountFault.draftTooLarge) {
      _ = try await rig.store.saveDraft(key, body: most + [7], expecting: 1, of: id)
    }
    for number in 1..<Draft.mostOfAccount {
      let key = DraftKey(kind: "dispute", subject: "\(number)")
      _ = try await rig.store.saveDraft(key, body: [], expecting: 0, of: id)
    }
    await #expect(throws: AccountFault.draftTooLarge) {
      _ = try await rig.store.saveDraft(DraftKey(kind: "one more"), body: [], expecting: 0, of: id)
    }
  }
}
