import Casework
import ExpressionLanguage
import Testing

@testable import Accounts

@Suite struct AccountTests {
  @Test(arguments: [
    ("lin-qiu", "LIN-QIU "), ("139 1234 5678", "+86 139-1234-5678"), ("１３９12345678", "13912345678"),
    ("caf\u{e9}", "CAFE\u{301}"), ("李秋雨", " 李秋雨"), ("0086 13912345678", "13912345678"),
  ])
  func `names that look the same are the same`(one: String, other: String) async throws {
    let rig = try await Rig()
    _ = try await rig.resident(one)
    #expect(try await rig.signIn(other).opened != nil)
    await #expect(throws: AccountFault.nameTaken) { _ = try await rig.resident(other) }
  }

  @Test(arguments: [
    ("ab", SignInName.Fault.length), (String(repeating: "n", count: 65), .length),
    ("lin qiu", .character), ("lin\u{200b}qiu", .character),
    ("110101198812031234", .identityNumber),
    ("11010119881203123X", .identityNumber), ("", .length),
  ])
  func `a name that cannot be used is refused with its reason`(
    name: String,
    fault: SignInName.Fault
  ) async throws {
    let rig = try await Rig()
    await #expect(throws: AccountFault.name(fault)) { _ = try await rig.resident(name) }
    #expect(!fault.text.english.isEmpty && !fault.text.chinese.isEmpty)
  }

  @Test func `a wrong password and an unknown name are answered alike`() async throws {
    let rig = try await Rig()
    _ = try await rig.resident()
    #expect(try await rig.signIn("lin-qiu", "wrong") == .wrong)
    #expect(try await rig.signIn("lin-qiv", Rig.password) == .wrong)
    #expect(try await rig.signIn("", "") == .wrong)
  }

  @Test func `an account says who asks`() async throws {
    let rig = try await Rig()
    let opened = try await rig.resident()
    let account = try #require(opened.session.account)
    #expect(account.actor == Actor(account: account.id.text, role: .resident))
    try await rig.store.bind(account.id, to: Rig.person())
    let bound = try #require(try await rig.store.session(opened.token)?.actor)
    #expect(bound.resident == (try Rig.person()))
    let clerk = try await rig.clerk()
    #expect(clerk.actor == Actor(account: clerk.id.text, role: .clerk, office: "window 3"))
    #expect("\(account)" == "Account(\(account.id.text))")
    #expect(!String(reflecting: account).contains("lin-qiu"))
  }

  @Test func `no account is there to begin with`() async throws {
    let rig = try await Rig()
    #expect(try await rig.store.staff().isEmpty)
    for name in ["admin", "root", "anju", "clerk"] {
      #expect(try await rig.signIn(name, name) == .wrong)
    }
  }

  @Test(arguments: [Role.agency, .system, .resident])
  func `roles that nobody signs in with, or offices that do not fit, are refused`(role: Role)
    async throws
  {
    let rig = try await Rig()
    await #expect(throws: AccountFault.role) {
      _ = try await rig.store.createStaff(
        name: "staff-1",
        role: role,
        office: "window 3",
        language: .english,
        by: nil
      )
    }
    await #expect(throws: AccountFault.role) {
      _ = try await rig.store.createStaff(
        name: "staff-1",
        role: .clerk,
        office: "",
        language: .english,
        by: nil
      )
    }
  }

  @Test func `a new staff account has no way in but its token, once and for three days`()
    async throws
  {
    let rig = try await Rig()
    let made = try await rig.store.createStaff(
      name: "clerk-7",
      role: .clerk,
      office: "window 3",
      language: .chinese,
      by: nil
    )
    #expect(!made.account.hasPassword)
    #expect(made.token.expiresAt == rig.now + 3 * .day)
    #expect(try await rig.signIn("clerk-7", "") == .wrong)
    await #expect(throws: AccountFault.password(.tooShort(least: 12))) {
      _ = try await rig.store.setPassword("ürqtmwkz", with: made.token.text, from: Rig.home)
    }
    _ = try await rig.store.setPassword(Rig.password, with: made.token.text, from: Rig.home)
    await #expect(throws: AccountFault.codeInvalid) {
      _ = try await rig.store.setPassword(Rig.password, with: made.token.text, from: Rig.home)
    }
    #expect(try await rig.signIn("clerk-7").opened != nil)
  }

  @Test func `a shut account loses its sessions and is told so only after the right password`()
    async throws
  {
    let rig = try await Rig()
    let opened = try await rig.resident()
    let id = try #require(opened.session.account?.id)
    try await rig.store.block(id, by: nil)
    #expect(try await rig.store.session(opened.token) == nil)
    #expect(try await rig.signIn("lin-qiu", "wrong") == .wrong)
    #expect(try await rig.signIn() == .blocked)
    await #expect(throws: AccountFault.blocked) {
      _ = try await rig.store.makeResetToken(of: id, by: nil)
    }
    try await rig.store.unblock(id, by: nil)
    #expect(try await rig.signIn().opened != nil)
  }

  @Test func `another role ends the sessions, and a stricter one the password`() async throws {
    let rig = try await Rig()
    let opened = try await rig.resident()
    let id = try #require(opened.session.account?.id)
    let token = try await rig.store.changeRole(of: id, to: .clerk, office: "window 1", by: nil)
    #expect(try await rig.store.session(opened.token) == nil)
    #expect(try await rig.signIn() == .wrong)
    _ = try await rig.store.setPassword(
      Rig.password,
      with: try #require(token?.text),
      from: Rig.home
    )
    #expect(try await rig.signIn().opened?.session.standing == .awaitingEnrolment)
    let other = try await rig.store.changeRole(of: id, to: .reviewer, office: "window 1", by: id)
    #expect(other == nil)
    #expect(try await rig.store.account(id)?.role == .reviewer)
  }

  @Test func `one resident's account at most is bound to a file, and a staff account beside it`()
    async throws
  {
    let rig = try await Rig()
    let person = try Rig.person()
    let one = try #require(try await rig.resident("one-name").session.account)
    let two = try #require(try await rig.resident("two-name").session.account)
    let clerk = try await rig.clerk()
    try await rig.store.bind(one.id, to: person)
    await #expect(throws: AccountFault.residentBound) {
      try await rig.store.bind(two.id, to: person)
    }
    await #expect(throws: AccountFault.residentBound) {
      try await rig.store.bind(one.id, to: Rig.person("9876543210"))
    }
    try await rig.store.bind(clerk.id, to: person)
    try await rig.store.unbindResident(of: one.id, by: clerk.id)
    #expect(try await rig.store.account(of: person) == nil)
    #expect(try await rig.store.sessions(of: one.id).isEmpty)
    try await rig.store.bind(one.id, to: person)
    #expect(try await rig.store.account(of: person)?.id == one.id)
    #expect(try await rig.store.account(clerk.id)?.actor.resident == person)
    await #expect(throws: AccountFault.residentBound) {
      try await rig.store.changeRole(of: clerk.id, to: .resident, office: "", by: nil)
    }
  }

  @Test func `a provider's subject signs in to its own account only`() async throws {
    let rig = try await Rig()
    let identity = ProviderIdentity(issuer: "https://id.example", subject: "s-1")
    #expect(
      try await rig.store.signIn(identity: identity, from: Rig.home, replacing: nil) == .wrong
    )
    let opened = try await rig.store.signUp(
      identity: identity,
      language: .english,
      from: Rig.home,
      replacing: nil
    )
    let id = try #require(opened.session.account?.id)
    #expect(opened.session.account?.name == nil && opened.session.actor != nil)
    let answer = try await rig.store.signIn(identity: identity, from: Rig.home, replacing: nil)
    #expect(answer.opened?.session.account?.id == id)
    for other in [
      ProviderIdentity(issuer: "https://id.example/s", subject: "-1"),
      ProviderIdentity(issuer: "https://evil.example", subject: "s-1"),
    ] {
      #expect(try await rig.store.signIn(identity: other, from: Rig.home, replacing: nil) == .wrong)
    }
    #expect(try await rig.store.identities(of: id) == [identity])
    await #expect(throws: AccountFault.lastWayIn) {
      try await rig.store.unbind(identity, in: opened.token)
    }
    let resident = try await rig.resident()
    await #expect(throws: AccountFault.identityBound) {
      try await rig.store.bind(identity, in: resident.token)
    }
  }

  @Test func `a subject is bound and unbound by who has just signed in`() async throws {
    let rig = try await Rig()
    let identity = ProviderIdentity(issuer: "https://id.example", subject: "s-1")
    let opened = try await rig.resident()
    try await rig.store.bind(identity, in: opened.token)
    let answer = try await rig.store.signIn(identity: identity, from: Rig.home, replacing: nil)
    #expect(answer.opened?.session.account?.name == "lin-qiu")
    try await rig.store.unbind(identity, in: opened.token)
    #expect(
      try await rig.store.signIn(identity: identity, from: Rig.home, replacing: nil) == .wrong
    )
    rig.advance(16 * .minute)
    await #expect(throws: AccountFault.mustReauthenticate) {
      try await rig.store.bind(identity, in: opened.token)
    }
  }

  @Test func `a provider does not spare the authenticator, nor a wait, nor a shut account`()
    async throws
  {
    let rig = try await Rig()
    let identity = ProviderIdentity(issuer: "https://id.example", subject: "s-1")
    let opened = try await rig.resident()
    try await rig.store.bind(identity, in: opened.token)
    _ = try await rig.enrol(opened.token)
    let answer = try await rig.store.signIn(identity: identity, from: Rig.home, replacing: nil)
    #expect(answer.opened?.session.standing == .awaitingSecondFactor)
    for _ in 0..<5 { _ = try await rig.signIn("lin-qiu", "wrong") }
    #expect(
      try await rig.store.signIn(identity: identity, from: Rig.home, replacing: nil).isWaiting
    )
    rig.advance(.hour)
    try await rig.store.block(try #require(opened.session.account?.id), by: nil)
    #expect(
      try await rig.store.signIn(identity: identity, from: Rig.home, replacing: nil) == .blocked
    )
  }
}
