import Casework
import ExpressionLanguage
import Testing

@testable import Accounts

@Suite struct SessionTests {
  @Test func `a session ends after half an hour without a request`() async throws {
    let rig = try await Rig()
    let token = try await rig.resident().token
    for _ in 0..<5 {
      rig.advance(29 * .minute)
      #expect(try await rig.store.session(token) != nil)
    }
    rig.advance(30 * .minute)
    #expect(try await rig.store.session(token) == nil)
  }

  @Test func `a session ends after twelve hours however busy it is`() async throws {
    let rig = try await Rig()
    let opened = try await rig.resident()
    #expect(opened.session.endsAt == rig.now + 12 * .hour)
    for _ in 0..<47 {
      rig.advance(15 * .minute)
      #expect(try await rig.store.session(opened.token) != nil)
    }
    rig.advance(15 * .minute)
    #expect(try await rig.store.session(opened.token) == nil)
  }

  @Test func `staff have a quarter of an hour and eight hours`() async throws {
    let rig = try await Rig()
    _ = try await rig.clerk()
    let opened = try #require(try await rig.signIn("clerk-7").opened)
    let enrolment = try await rig.enrol(opened.token).1
    #expect(enrolment.opened.session.endsAt == rig.now + 8 * .hour)
    rig.advance(15 * .minute)
    #expect(try await rig.store.session(enrolment.opened.token) == nil)
  }

  @Test func `looking a session up writes at most once a minute`() async throws {
    let rig = try await Rig()
    let opened = try await rig.resident()
    for _ in 0..<10 {
      rig.advance(5_999)
      #expect(try await rig.store.session(opened.token)?.seenAt == opened.session.seenAt)
    }
    rig.advance(10)
    _ = try await rig.store.session(opened.token)
    #expect(try await rig.store.session(opened.token)?.seenAt == rig.now)
  }

  @Test func `signing in gives a new token and ends the one of the form`() async throws {
    let rig = try await Rig()
    _ = try await rig.resident()
    let before = try await rig.store.openSession()
    #expect(before.session.standing == .anonymous && before.session.actor == nil)
    let answer = try await rig.store.signIn(
      name: "lin-qiu",
      password: Rig.password,
      from: Rig.home,
      replacing: before.token
    )
    let after = try #require(answer.opened)
    #expect(after.token != before.token)
    #expect(try await rig.store.session(before.token) == nil)
    #expect(try await rig.store.session(after.token)?.standing == .signedIn)
  }

  @Test func `the store keeps no token`() async throws {
    let rig = try await Rig()
    let token = try await rig.resident().token
    let columns = try await rig.store.read { transaction in
      try transaction.rows("SELECT * FROM sessions").map { "\($0)" }
    }
    #expect(columns.count == 1 && !columns[0].contains(token.text))
    #expect(SessionToken("short") == nil)
    #expect(SessionToken(String(repeating: "+", count: 43)) == nil)
    #expect(SessionToken(token.text) == token)
    #expect("\(token)" == "SessionToken(…)")
  }

  @Test func `a form's field fits its own session only, and looks another each time`() async throws
  {
    let rig = try await Rig()
    let one = try await rig.store.openSession().session
    let other = try await rig.store.openSession().session
    let token = one.makeCSRFToken()
    #expect(token != one.makeCSRFToken())
    #expect(one.accepts(csrf: token) && one.accepts(csrf: one.makeCSRFToken()))
    #expect(!other.accepts(csrf: token))
    #expect(!one.accepts(csrf: "") && !one.accepts(csrf: String(token.dropLast())))
    #expect(!one.accepts(csrf: String(repeating: "A", count: 86)))
  }

  @Test func `a field still fits at the next request, and not after the token changed`()
    async throws
  {
    let rig = try await Rig()
    let opened = try await rig.resident()
    let field = opened.session.makeCSRFToken()
    #expect(try await rig.store.session(opened.token)?.accepts(csrf: field) == true)
    let answer = try await rig.store.reauthenticate(
      password: Rig.password,
      in: opened.token,
      from: Rig.home
    )
    #expect(answer.opened?.session.accepts(csrf: field) == false)
    #expect(try await rig.store.session(opened.token) == nil)
  }

  @Test func `a person sees their sessions and ends one, or all but this one`() async throws {
    let rig = try await Rig()
    let first = try await rig.resident()
    let id = try #require(first.session.account?.id)
    rig.advance(.second)
    let second = try #require(try await rig.signIn().opened)
    let third = try #require(try await rig.signIn().opened)
    #expect(try await rig.store.sessions(of: id).count == 3)
    let stranger = try await rig.resident("someone-else")
    let other = try #require(stranger.session.account?.id)
    #expect(try await !rig.store.endSession(first.session.id, of: other))
    #expect(try await rig.store.endSession(first.session.id, of: id))
    #expect(try await rig.store.session(first.token) == nil)
    try await rig.store.endSessions(of: id, except: second.token)
    #expect(try await rig.store.session(third.token) == nil)
    #expect(try await rig.store.session(second.token) != nil)
    try await rig.store.endSession(second.token)
    #expect(try await rig.store.session(second.token) == nil)
    #expect(try await rig.store.session(stranger.token) != nil)
  }

  @Test func `a word for the next page is there once`() async throws {
    let rig = try await Rig()
    let token = try await rig.store.openSession().token
    try await rig.store.setFlash("saved 已保存", in: token)
    #expect(try await rig.store.session(token)?.flash == "saved 已保存")
    #expect(try await rig.store.takeFlash(in: token) == "saved 已保存")
    #expect(try await rig.store.takeFlash(in: token) == nil)
    rig.advance(.day)
    await #expect(throws: AccountFault.sessionEnded) {
      try await rig.store.setFlash("late", in: token)
    }
  }

  @Test func `whom somebody acts for stays with the session, and needs a sign-in`() async throws {
    let rig = try await Rig()
    let child = try Rig.person()
    let anonymous = try await rig.store.openSession()
    await #expect(throws: AccountFault.notSignedIn) {
      try await rig.store.act(for: child, in: anonymous.token)
    }
    let token = try await rig.resident().token
    try await rig.store.act(for: child, in: token)
    #expect(try await rig.store.session(token)?.actingFor == child)
    let answer = try await rig.store.reauthenticate(
      password: Rig.password,
      in: token,
      from: Rig.home
    )
    let renewed = try #require(answer.opened)
    #expect(renewed.session.actingFor == child)
    try await rig.store.act(for: nil, in: renewed.token)
    #expect(try await rig.store.session(renewed.token)?.actingFor == nil)
  }

  @Test func `freshness ends, and the password brings it back`() async throws {
    let rig = try await Rig()
    let opened = try await rig.resident()
    rig.advance(16 * .minute)
    await #expect(throws: AccountFault.mustReauthenticate) {
      _ = try await rig.store.offerSecondFactor(in: opened.token)
    }
    let wrong = try await rig.store.reauthenticate(
      password: "wrong",
      in: opened.token,
      from: Rig.home
    )
    #expect(wrong == .wrong)
    let right = try await rig.store.reauthenticate(
      password: Rig.password,
      in: opened.token,
      from: Rig.home
    )
    let session = try #require(right.opened)
    #expect(session.session.isFresh(within: .minute, at: rig.now))
    #expect(session.session.endsAt == opened.session.endsAt)
    _ = try await rig.store.offerSecondFactor(in: session.token)
  }

  @Test func `where there is an authenticator, a password alone makes nothing fresh`() async throws
  {
    let rig = try await Rig()
    let (secret, enrolment) = try await rig.enrol(rig.resident().token)
    rig.advance(16 * .minute)
    let answer = try await rig.store.reauthenticate(
      password: Rig.password,
      in: enrolment.opened.token,
      from: Rig.home
    )
    let known = try #require(answer.opened)
    #expect(!known.session.isFresh(within: 15 * .minute, at: rig.now))
    await #expect(throws: AccountFault.mustReauthenticate) {
      try await rig.store.removeSecondFactor(in: known.token)
    }
    let passed = try await rig.store.passSecondFactor(
      code: rig.code(secret),
      in: known.token,
      from: Rig.home
    )
    try await rig.store.removeSecondFactor(in: try #require(passed.opened?.token))
  }
}
