import Casework
import ExpressionLanguage
import Foundation
import Testing

@testable import Accounts

@Suite struct SecondFactorTests {
  @Test(
    arguments: [
      (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"),
      (1_234_567_890, "89005924"), (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ] as [(Int64, String)]
  )
  func `codes are those of RFC 6238`(second: Int64, code: String) {
    let secret = Array("12345678901234567890".utf8)
    #expect(TOTP.code(secret, step: second / 30, digits: 8) == code)
    #expect(TOTP.code(secret, step: second / 30) == String(code.suffix(6)))
  }

  @Test(
    arguments: zip(
      ["f", "fo", "foo", "foob", "fooba", "foobar"],
      [
        "MY", "MZXQ", "MZXW6", "MZXW6YQ", "MZXW6YTB", "MZXW6YTBOI",
      ]
    )
  )
  func `Base32 is that of RFC 4648`(plain: String, encoded: String) {
    #expect(TOTP.base32(Array(plain.utf8)) == encoded)
    #expect(Rig.unbase32(encoded) == Array(plain.utf8))
  }

  @Test func `the half minutes beside the present one are good, others not, and each once`() {
    let secret = Array("12345678901234567890".utf8)
    let now: Int64 = 1_000 * TOTP.step + 7_000
    for step in 995...1_005 as ClosedRange<Int64> {
      let found = TOTP.step(of: TOTP.code(secret, step: step), secret, at: now, after: -1)
      #expect(found == ((999...1_001).contains(step) ? step : nil))
    }
    let present = TOTP.code(secret, step: 1_000)
    #expect(TOTP.step(of: present, secret, at: now, after: 999) == 1_000)
    #expect(TOTP.step(of: present, secret, at: now, after: 1_000) == nil)
  }

  @Test func `an account of the office gets nowhere before it has an authenticator`() async throws {
    let rig = try await Rig()
    for role in Role.allCases where role.isStaff {
      _ = try await rig.clerk("staff-\(role.rawValue.filter { $0 != " " })", role: role)
      let name = "staff-\(role.rawValue.filter { $0 != " " })"
      let opened = try #require(try await rig.signIn(name).opened)
      #expect(opened.session.account?.mustHaveSecondFactor == true)
      #expect(opened.session.standing == .awaitingEnrolment)
      #expect(opened.session.actor == nil)
      let session = try await rig.enrol(opened.token).1.opened.session
      #expect(session.standing == .signedIn)
      #expect(session.actor?.role == role)
    }
  }

  @Test func `after the password the code is awaited, and then the token is another`() async throws
  {
    let rig = try await Rig()
    let (secret, _) = try await rig.enrol(rig.resident().token)
    let opened = try #require(try await rig.signIn().opened)
    #expect(opened.session.standing == .awaitingSecondFactor && opened.session.actor == nil)
    await #expect(throws: AccountFault.notSignedIn) {
      try await rig.store.removeSecondFactor(in: opened.token)
    }
    await #expect(throws: AccountFault.notSignedIn) {
      _ = try await rig.store.offerSecondFactor(in: opened.token)
    }
    rig.advance(TOTP.step)
    let code = rig.code(secret)
    let answer = try await rig.store.passSecondFactor(
      code: "\(code.prefix(3)) \(code.suffix(3))",
      in: opened.token,
      from: Rig.home
    )
    let passed = try #require(answer.opened)
    #expect(passed.session.standing == .signedIn)
    #expect(passed.session.secondFactorAt == rig.now)
    #expect(passed.session.endsAt == opened.session.createdAt + 12 * .hour)
    #expect(try await rig.store.session(opened.token) == nil)
  }

  @Test func `a code is good once, even for many at once`() async throws {
    let rig = try await Rig()
    let (secret, _) = try await rig.enrol(rig.resident().token)
    rig.advance(TOTP.step)
    let code = rig.code(secret)
    var tokens: [SessionToken] = []
    for _ in 0..<4 {
      if let opened = try await rig.signIn().opened { tokens.append(opened.token) }
    }
    let answers = try await withThrowingTaskGroup(of: SignInAnswer.self) { group in
      for token in tokens {
        group.addTask {
          try await rig.store.passSecondFactor(code: code, in: token, from: Rig.home)
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(tokens.count == 4)
    #expect(answers.count { $0.opened != nil } == 1)
    #expect(answers.count { $0 == .wrong } == 3)
  }

  @Test func `the code that confirmed cannot be used again`() async throws {
    let rig = try await Rig()
    let (secret, _) = try await rig.enrol(rig.resident().token)
    let opened = try #require(try await rig.signIn().opened)
    let answer = try await rig.store.passSecondFactor(
      code: rig.code(secret),
      in: opened.token,
      from: Rig.home
    )
    #expect(answer == .wrong)
  }

  @Test func `each of ten recovery codes lets in once`() async throws {
    let rig = try await Rig()
    let (_, enrolment) = try await rig.enrol(rig.resident().token)
    let id = try #require(enrolment.opened.session.account?.id)
    #expect(Set(enrolment.recoveryCodes).count == 10)
    let code = try #require(enrolment.recoveryCodes.first)
    for expected in [true, false] {
      let opened = try #require(try await rig.signIn().opened)
      let answer = try await rig.store.passSecondFactor(
        code: code.lowercased(),
        in: opened.token,
        from: Rig.home
      )
      #expect((answer.opened != nil) == expected)
    }
    #expect(try await rig.store.recoveryCodesLeft(of: id) == 9)
  }

  @Test func `new recovery codes take the place of the old`() async throws {
    let rig = try await Rig()
    let (_, enrolment) = try await rig.enrol(rig.resident().token)
    let new = try await rig.store.makeRecoveryCodes(in: enrolment.opened.token)
    #expect(Set(new).isDisjoint(with: enrolment.recoveryCodes))
    let opened = try #require(try await rig.signIn().opened)
    let old = try await rig.store.passSecondFactor(
      code: enrolment.recoveryCodes[0],
      in: opened.token,
      from: Rig.home
    )
    #expect(old == .wrong)
    let answer = try await rig.store.passSecondFactor(
      code: new[3],
      in: opened.token,
      from: Rig.home
    )
    #expect(answer.opened != nil)
  }

  @Test func `an authenticator counts from its confirming on, and ends the other sessions`()
    async throws
  {
    let rig = try await Rig()
    let opened = try await rig.resident()
    let elsewhere = try #require(try await rig.signIn().opened)
    await #expect(throws: AccountFault.secondFactor) {
      _ = try await rig.store.confirmSecondFactor(code: "1", in: opened.token, from: Rig.home)
    }
    _ = try await rig.store.offerSecondFactor(in: opened.token)
    await #expect(throws: AccountFault.wrongCode) {
      _ = try await rig.store.confirmSecondFactor(code: "12345", in: opened.token, from: Rig.home)
    }
    #expect(try await rig.store.session(elsewhere.token)?.actor != nil)
    _ = try await rig.enrol(opened.token)
    #expect(try await rig.store.session(elsewhere.token) == nil)
    #expect(try await rig.store.session(opened.token) == nil)
  }

  @Test func `a resident may go without it again, the office's people not`() async throws {
    let rig = try await Rig()
    let (_, enrolment) = try await rig.enrol(rig.resident().token)
    try await rig.store.removeSecondFactor(in: enrolment.opened.token)
    #expect(try await rig.signIn().opened?.session.standing == .signedIn)
    let clerk = try await rig.clerk()
    let token = try #require(try await rig.signIn("clerk-7").opened?.token)
    let session = try await rig.enrol(token).1.opened
    await #expect(throws: AccountFault.secondFactorNeeded) {
      try await rig.store.removeSecondFactor(in: session.token)
    }
    try await rig.store.removeSecondFactor(of: clerk.id, by: clerk.id)
    #expect(try await rig.store.session(session.token) == nil)
    let again = try #require(try await rig.signIn("clerk-7").opened)
    #expect(again.session.standing == .awaitingEnrolment)
  }

  @Test func `the address for authenticators says all that they need`() async throws {
    let rig = try await Rig()
    let offer = try await rig.store.offerSecondFactor(
      in: rig.resident("李 秋".filter { $0 != " " } + "7").token,
      issuer: "Anju 安居"
    )
    #expect(offer.secret.count == 32)
    #expect(
      offer.uri
        == "otpauth://totp/Anju%20%E5%AE%89%E5%B1%85:%E6%9D%8E%E7%A7%8B7?secret=\(offer.secret)"
        + "&issuer=Anju%20%E5%AE%89%E5%B1%85&algorithm=SHA1&digits=6&period=30"
    )
    #expect("\(offer)" == "SecondFactorOffer(…)")
  }
}
