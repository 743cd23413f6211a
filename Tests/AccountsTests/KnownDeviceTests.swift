import Casework
import ExpressionLanguage
import TestSupport
import Testing

@testable import Accounts

/// A browser from which somebody has signed in before is counted apart from strangers.
@Suite struct KnownDeviceTests {
  private static let elsewhere = NetworkAddress("198.51.100.9")

  private func signIn(
    _ rig: Rig,
    _ devices: DeviceTokens?,
    _ password: String = Rig.password,
    name: String = "lin-qiu",
    from address: NetworkAddress = Rig.home
  ) async throws -> SignInAnswer {
    try await rig.store.signIn(
      name: name,
      password: password,
      from: address,
      replacing: nil,
      on: devices
    )
  }

  /// A browser of the account, and its account kept waiting by strangers for an hour.
  private func besieged(_ rig: Rig) async throws -> DeviceTokens {
    _ = try await rig.resident()
    let known = try #require(try await signIn(rig, DeviceTokens()).opened?.devices)
    for _ in 0..<5 { _ = try await rig.signIn("lin-qiu", "wrong", from: Self.elsewhere) }
    for minutes: Int64 in [1, 5, 15] {
      rig.advance(minutes * .minute)
      _ = try await rig.signIn("lin-qiu", "wrong", from: Self.elsewhere)
    }
    return known
  }

  @Test func `strangers keep a name waiting, and its owner comes in all the same`() async throws {
    let rig = try await Rig()
    let known = try await besieged(rig)
    #expect(try await rig.signIn().isWaiting)
    #expect(try await signIn(rig, DeviceTokens()).isWaiting)
    let opened = try #require(try await signIn(rig, known).opened)
    #expect(opened.failuresBefore == 8)
    // Told once, and the strangers wait on.
    #expect(try await signIn(rig, opened.devices).opened?.failuresBefore == 0)
    #expect(try await rig.signIn("lin-qiu", "wrong", from: Self.elsewhere).isWaiting)
    rig.advance(.hour)
    _ = try await rig.signIn("lin-qiu", "wrong", from: Self.elsewhere)
    #expect(try await rig.signIn() == .wait(until: rig.now + .hour))
  }

  @Test func `a known browser guesses no more than a stranger does, whatever strangers do`()
    async throws
  {
    let rig = try await Rig()
    let known = try await besieged(rig)
    for _ in 0..<4 { #expect(try await signIn(rig, known, "wrong") == .wrong) }
    for minutes: Int64 in [1, 5, 15, 60, 60] {
      #expect(try await signIn(rig, known, "wrong") == .wrong)
      #expect(try await signIn(rig, known) == .wait(until: rig.now + minutes * .minute))
      rig.advance(minutes * .minute)
    }
    #expect(try await signIn(rig, known).opened != nil)
  }

  @Test func `tries at once from a known browser pass no more than one by one`() async throws {
    let rig = try await Rig()
    let known = try await besieged(rig)
    let answers = try await withThrowingTaskGroup(of: SignInAnswer.self) { group in
      for number in 0..<30 {
        group.addTask { try await signIn(rig, known, "guess number \(number)") }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(answers.count { $0 == .wrong } == 5)
  }

  @Test func `a browser is known to the accounts that came in by it, and to no other`() async throws
  {
    let rig = try await Rig()
    let known = try await besieged(rig)
    let other = try await rig.resident("the-other")
    #expect(other.devices == nil)
    let both = try #require(try await signIn(rig, known, name: "the-other").opened?.devices)
    #expect(both.texts.count == 2)
    #expect(try await signIn(rig, both).opened != nil)
    for _ in 0..<5 { _ = try await rig.signIn("the-other", "wrong", from: Self.elsewhere) }
    let foreign = try #require(try await besieged(Rig()).texts.first)
    let made = DeviceTokens("\(foreign).\(SecretToken.random()).x")
    #expect(try await signIn(rig, made, name: "the-other").isWaiting)
    #expect(try await signIn(rig, known, name: "the-other").isWaiting)
  }

  @Test func `what a browser holds is new after each sign-in, and the old is worth nothing`()
    async throws
  {
    let rig = try await Rig()
    let known = try await besieged(rig)
    let next = try #require(try await signIn(rig, known).opened?.devices)
    #expect(next != known && next.texts.count == 1)
    #expect(try await signIn(rig, known).isWaiting)
    #expect(try await signIn(rig, next).opened != nil)
  }

  @Test(arguments: ["changed", "set anew", "shut", "after 400 days"])
  func `a browser is known no more`(after event: String) async throws {
    let rig = try await Rig()
    let known = try await besieged(rig)
    let opened = try #require(try await signIn(rig, known).opened)
    let account = try #require(opened.session.account)
    var password = Rig.password
    switch event {
    case "changed":
      password = "another umbrella on sundays"
      let changed = try await rig.store.changePassword(
        from: Rig.password,
        to: password,
        in: opened.token,
        from: Rig.home,
        on: opened.devices
      )
      // The one that changed it is.
      #expect(try await signIn(rig, changed.devices, password).opened != nil)
    case "set anew":
      password = "another umbrella on sundays"
      let token = try await rig.store.makeResetToken(of: account.id, by: nil)
      _ = try await rig.store.setPassword(password, with: token.text, from: Rig.home)
    case "shut":
      try await rig.store.block(account.id, by: nil)
      try await rig.store.unblock(account.id, by: nil)
    default: rig.advance(DeviceTokens.lifetime)
    }
    for _ in 0..<5 { _ = try await rig.signIn("lin-qiu", "wrong", from: Self.elsewhere) }
    #expect(try await signIn(rig, opened.devices, password).isWaiting)
  }

  @Test func `a password alone makes no browser known where a code is asked for`() async throws {
    let rig = try await Rig()
    let (secret, _) = try await rig.enrol(rig.resident().token)
    rig.advance(TOTP.step)
    let half = try #require(try await signIn(rig, DeviceTokens()).opened)
    #expect(half.devices == nil)
    let whole = try await rig.store.passSecondFactor(
      code: rig.code(secret),
      in: half.token,
      from: Rig.home,
      on: DeviceTokens()
    )
    let known = try #require(whole.opened?.devices)
    for _ in 0..<5 { _ = try await rig.signIn("lin-qiu", "wrong", from: Self.elsewhere) }
    // Both steps go by it, and wrong codes are bounded by it as before.
    rig.advance(TOTP.step)
    let again = try #require(try await signIn(rig, known).opened)
    for _ in 0..<5 {
      let wrong = try await rig.store.passSecondFactor(
        code: "000000",
        in: again.token,
        from: Rig.home,
        on: known
      )
      #expect(wrong == .wrong)
    }
    let waiting = try await rig.store.passSecondFactor(
      code: rig.code(secret),
      in: again.token,
      from: Rig.home,
      on: known
    )
    #expect(waiting.isWaiting)
    #expect(try await signIn(rig, known).isWaiting)
  }

  @Test func `a provider's word lets a known browser in while the name waits`() async throws {
    let rig = try await Rig()
    let known = try await besieged(rig)
    let identity = ProviderIdentity(issuer: "https://id.example", subject: "lin")
    let opened = try #require(try await signIn(rig, known).opened)
    try await rig.store.bind(identity, in: opened.token)
    func come(_ devices: DeviceTokens?) async throws -> SignInAnswer {
      try await rig.store.signIn(
        identity: identity,
        from: Rig.home,
        replacing: nil,
        on: devices
      )
    }
    #expect(try await come(DeviceTokens()).isWaiting)
    #expect(try await come(opened.devices).opened?.devices != nil)
  }

  @Test func `an account knows ten browsers, a browser five accounts, a program none`() async throws
  {
    let rig = try await Rig()
    _ = try await rig.resident()
    #expect(try await signIn(rig, nil).opened?.devices == nil)
    var all: [DeviceTokens] = []
    for _ in 0..<11 {
      rig.advance(.second)
      all.append(try #require(try await signIn(rig, DeviceTokens()).opened?.devices))
    }
    for _ in 0..<5 { _ = try await rig.signIn("lin-qiu", "wrong", from: Self.elsewhere) }
    #expect(try await signIn(rig, all[0]).isWaiting)
    #expect(try await signIn(rig, all[1]).opened != nil)
    var one = DeviceTokens()
    for number in 0..<7 {
      _ = try await rig.resident("person-\(number)")
      one = try #require(try await signIn(rig, one, name: "person-\(number)").opened?.devices)
    }
    #expect(one.texts.count == 5)
    #expect("\(one)" == "DeviceTokens(…)")
    #expect(DeviceTokens("a.b;c").texts.isEmpty)
  }
}
