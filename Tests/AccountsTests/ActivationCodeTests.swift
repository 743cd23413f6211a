import Casework
import ExpressionLanguage
import Testing

@testable import Accounts

@Suite struct ActivationCodeTests {
  @Test func `every wrong character of a code is found`() {
    for _ in 0..<20 {
      let code = Crockford.randomChecked()
      #expect(Crockford.checked(code) == code)
      for place in code.indices {
        for letter in Crockford.uppercase where letter != code[place] {
          var wrong = code
          wrong.replaceSubrange(place...place, with: [letter])
          #expect(Crockford.checked(wrong) == nil)
        }
      }
    }
  }

  @Test func `a code may be typed in any case, with what looks alike`() throws {
    #expect(Crockford.plain("o0-iI lL １a") == "001111" + "1A")
    #expect(Crockford.plain("U") == nil && Crockford.plain("é") == nil)
    let code = Crockford.randomChecked()
    #expect(Crockford.checked(" \(code.lowercased().prefix(3))-\(code.dropFirst(3)) ") == code)
    #expect(!ActivationCode.isPlausible(String(repeating: "0", count: 1_000)))
  }

  private func redeem(
    _ rig: Rig,
    _ code: String,
    _ proof: String = "",
    _ token: SessionToken
  ) async throws -> OpenedSession {
    try await rig.store.redeemActivationCode(code, proof: proof, in: token, from: Rig.home)
  }

  @Test func `a code binds an account to the file, once`() async throws {
    let rig = try await Rig()
    let (person, clerk) = (try Rig.person(), try await rig.clerk())
    let code = try await rig.store.makeActivationCode(for: person, by: clerk.id)
    #expect(code.expiresAt == rig.now + 30 * .day)
    let opened = try await rig.resident()
    let after = try await redeem(rig, code.text.lowercased(), "", opened.token)
    #expect(after.session.actor?.resident == person)
    #expect(try await rig.store.session(opened.token) == nil)
    let other = try await rig.resident("someone-else")
    await #expect(throws: AccountFault.codeInvalid) {
      _ = try await redeem(rig, code.text, "", other.token)
    }
  }

  @Test func `a code goes after thirty days, or when a newer one is made`() async throws {
    let rig = try await Rig()
    let clerk = try await rig.clerk()
    let old = try await rig.store.makeActivationCode(for: Rig.person(), by: clerk.id)
    let new = try await rig.store.makeActivationCode(for: Rig.person(), by: clerk.id)
    let token = try await rig.resident().token
    await #expect(throws: AccountFault.codeInvalid) {
      _ = try await redeem(rig, old.text, "", token)
    }
    rig.advance(30 * .day)
    let later = try #require(try await rig.signIn().opened).token
    await #expect(throws: AccountFault.codeInvalid) {
      _ = try await redeem(rig, new.text, "", later)
    }
  }

  @Test func `the proof must be right, and wrong ones use the code up`() async throws {
    let rig = try await Rig()
    let clerk = try await rig.clerk()
    let number = "11010119881203123X"
    let code = try await rig.store.makeActivationCode(
      for: Rig.person(),
      proof: number,
      by: clerk.id
    )
    for name in ["one-name", "two-name"] {
      let token = try await rig.resident(name).token
      for _ in 0..<3 {
        await #expect(throws: AccountFault.codeInvalid) {
          _ = try await redeem(rig, code.text, "110101198812031240", token)
        }
      }
    }
    let token = try await rig.resident("the-owner").token
    await #expect(throws: AccountFault.codeInvalid) {
      _ = try await redeem(rig, code.text, number, token)
    }
    let again = try await rig.store.makeActivationCode(
      for: Rig.person(),
      proof: number,
      by: clerk.id
    )
    let bound = try await redeem(rig, again.text, " 110101 19881203 123x", token)
    #expect(bound.session.actor?.resident == (try Rig.person()))
  }

  @Test func `guessing makes the account wait, a slip of the hand does not`() async throws {
    let rig = try await Rig()
    let token = try await rig.resident().token
    for _ in 0..<10 {
      await #expect(throws: AccountFault.codeInvalid) { _ = try await redeem(rig, "A", "", token) }
    }
    for _ in 0..<5 {
      await #expect(throws: AccountFault.codeInvalid) {
        _ = try await redeem(rig, Crockford.randomChecked(), "", token)
      }
    }
    await #expect(throws: AccountFault.wait(until: rig.now + .minute)) {
      _ = try await redeem(rig, Crockford.randomChecked(), "", token)
    }
    #expect(try await rig.signIn().opened != nil)
  }

  @Test func `a code needs a sign-in, and an account that is bound to no file`() async throws {
    let rig = try await Rig()
    let clerk = try await rig.clerk()
    let code = try await rig.store.makeActivationCode(for: Rig.person(), by: clerk.id)
    let anonymous = try await rig.store.openSession()
    await #expect(throws: AccountFault.notSignedIn) {
      _ = try await redeem(rig, code.text, "", anonymous.token)
    }
    let opened = try await rig.resident()
    try await rig.store.bind(
      try #require(opened.session.account?.id),
      to: Rig.person("9876543210")
    )
    await #expect(throws: AccountFault.residentBound) {
      _ = try await redeem(rig, code.text, "", opened.token)
    }
  }
}
