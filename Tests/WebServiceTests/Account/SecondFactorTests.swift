import Registry
import Accounts
import Casework
import ExpressionLanguage
import HTTPTypes
import Testing
import WebService

@Suite struct `The second step of signing in` {
  /// A service with a clerk who has a password and no authenticator yet.
  private func fixture() async throws -> ServiceFixture {
    let fixture = try await ServiceFixture { $0.isDemo = false }
    let invitation = try await fixture.accounts.createStaff(
      name: "clerk",
      role: .clerk,
      office: "window 1",
      language: .chinese,
      by: nil
    )
    _ = try await fixture.accounts.setPassword(
      ServiceFixture.password,
      with: invitation.token.text,
      from: NetworkAddress("127.0.0.1")
    )
    return fixture
  }

  @discardableResult
  private func signIn(_ browser: Browser) async throws -> Page {
    try await browser.get("/en/sign-in")
    return try await browser.submit(
      "/en/sign-in",
      ["name": "clerk", "password": ServiceFixture.password]
    )
  }

  /// Sets an authenticator up; its secret.
  private func enrol(_ browser: Browser, _ door: Door) async throws -> (secret: String, page: Page)
  {
    let page = try await signIn(browser)
    #expect(page.has("role=\"img\""))
    let secret = try #require(page.all(between: "id=\"secret\">", and: "<").first)
    let code = Authenticator(secret).code(at: door.fixture.clock.moment.milliseconds)
    let offer = try #require(page.hidden("offer"))
      .replacing("&amp;", with: "&")
    let done = try await browser.send(
      "/en/account/second-factor/enrol",
      ["code": code, "offer": offer]
    )
    return (secret, done)
  }

  @Test func `a role that needs an authenticator sets it up first`() async throws {
    try await fixture().open { door in
      let browser = door.browser()
      let page = try await signIn(browser)
      #expect(page.words.contains("Set up an authenticator"))
      for path in ["/en/desk", "/en/account", "/en/account/confirm", "/en/account/password"] {
        #expect(try await browser.get(path).location == "/en/account/second-factor")
      }
      let wrong = try await browser.get("/en/account/second-factor/enrol")
      let offer = try #require(wrong.hidden("offer")).replacing("&amp;", with: "&")
      let refused = try await browser.send(
        "/en/account/second-factor/enrol",
        ["code": "000000", "offer": offer]
      )
      #expect(refused.status == 422)
      // What was scanned already still holds.
      #expect(refused.hidden("offer") == wrong.hidden("offer"))
      let (_, done) = try await enrol(browser, door)
      #expect(done.status == 200)
      #expect(done.all(between: "<li class=\"aj-code\">", and: "<").count == 10)
      #expect(try await browser.get("/en/desk").status == 200)
    }
  }

  @Test func `then it takes the code, once`() async throws {
    try await fixture().open { door in
      let (secret, _) = try await enrol(door.browser(), door)
      door.fixture.clock.pass(seconds: 60)
      let browser = door.browser()
      let page = try await signIn(browser)
      #expect(page.words.contains("Enter the code"))
      #expect(try await browser.get("/en/desk").location == "/en/account/second-factor")
      try await browser.get("/en/account/second-factor")
      let wrong = try await browser.send("/en/account/second-factor", ["code": "123"])
      #expect(wrong.status == 422)
      #expect(wrong.has("id=\"code-error\""))
      let code = Authenticator(secret).code(at: door.fixture.clock.moment.milliseconds)
      let before = browser.cookies["anju-session"]
      let right = try await browser.send("/en/account/second-factor", ["code": code])
      #expect(right.location == "/en/desk")
      #expect(browser.cookies["anju-session"] != before)
      let other = door.browser()
      _ = try await signIn(other)
      #expect(try await other.send("/en/account/second-factor", ["code": code]).status == 422)
    }
  }

  @Test func `who has only the password can neither take it off nor set up another`() async throws {
    try await fixture().open { door in
      _ = try await enrol(door.browser(), door)
      let browser = door.browser()
      let asked = try await signIn(browser)
      #expect(asked.words.contains("Enter the code"))
      let forms = ["remove", "enrol"].map { "/en/account/second-factor/\($0)" }
      for path in forms + ["/en/account/recovery-codes", "/en/account/password"] {
        try await browser.get("/en/account/second-factor")
        let page = try await browser.send(
          path,
          ["code": "000000", "password": "reeds and a lake 9"]
        )
        #expect(page.status != 200)
        #expect(page.headers[values: .setCookie].isEmpty)
      }
      #expect(try await browser.get("/en/account/second-factor/enrol").status == 303)
      let account = try await door.fixture.accounts.account(named: "clerk")
      #expect(account?.hasSecondFactor == true)
    }
  }

  @Test func `a recovery code stands in for it, once`() async throws {
    try await fixture().open { door in
      let (_, done) = try await enrol(door.browser(), door)
      let code = try #require(done.all(between: "<li class=\"aj-code\">", and: "<").first)
      let browser = door.browser()
      _ = try await signIn(browser)
      let answer = try await browser.send("/en/account/second-factor", ["code": code])
      #expect(answer.location == "/en/desk")
      #expect(try await browser.get("/en/account").words.contains("9 left"))
      let other = door.browser()
      _ = try await signIn(other)
      #expect(try await other.send("/en/account/second-factor", ["code": code]).status == 422)
    }
  }

  @Test func `what is sensitive asks anew after a quarter of an hour`() async throws {
    try await fixture().open { door in
      let browser = door.browser()
      let (secret, _) = try await enrol(browser, door)
      #expect(try await browser.get("/en/account/recovery-codes").status == 200)
      door.fixture.clock.pass(seconds: 600)
      try await browser.get("/en/account")
      door.fixture.clock.pass(seconds: 600)
      let asked = try await browser.get("/en/account/recovery-codes")
      #expect(asked.location == "/en/account/confirm?next=%2Fen%2Faccount%2Frecovery-codes")
      let page = try await browser.follow()
      let code = Authenticator(secret).code(at: door.fixture.clock.moment.milliseconds)
      let next = try #require(page.hidden("next"))
      let answer = try await browser.submit(
        "/en/account/confirm",
        ["code": code, "next": next]
      )
      #expect(answer.words.contains("10 recovery codes left"))
      let codes = try await browser.send("/en/account/recovery-codes")
      #expect(codes.all(between: "<li class=\"aj-code\">", and: "<").count == 10)
    }
  }

  @Test func `a demo shows the code of its people, and then the next one`() async throws {
    let fixture = try await fixture()
    let secret = try await fixture.open { door in try await enrol(door.browser(), door).secret }
    var settings = fixture.service.settings
    settings.isDemo = true
    settings.demoPeople = [
      DemoPersonCard(
        name: "clerk",
        password: ServiceFixture.password,
        chinese: "窗口",
        english: "clerk",
        role: "clerk",
        secondFactor: secret
      )
    ]
    try await fixture.open(settings) { door in
      let browser = door.browser()
      try await signIn(browser)
      let page = try await browser.get("/en/account/second-factor")
      let code = try #require(page.all(between: "id=\"demo-code\">", and: "<").first)
      // It was used to set the authenticator up.
      let again = try await browser.send("/en/account/second-factor", ["code": code])
      #expect(again.status == 422)
      let next = try #require(again.all(between: "id=\"demo-code\">", and: "<").first)
      #expect(next != code)
      let answer = try await browser.send("/en/account/second-factor", ["code": next])
      #expect(answer.location == "/en/desk")
    }
  }
}
