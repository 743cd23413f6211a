import Registry
import Accounts
import Casework
import ExpressionLanguage
import HTTPTypes
import Testing
import WebService

@Suite struct `One's own account` {
  private let here = NetworkAddress("127.0.0.1")

  @Test func `somebody signs up and goes on to open their file`() async throws {
    try await ServiceFixture().open { door in
      let browser = door.browser()
      try await browser.get("/en/sign-up")
      let answer = try await browser.send(
        "/en/sign-up",
        ["name": "139 0000 0001", "password": ServiceFixture.password, "language": "en"]
      )
      #expect(answer.location == "/en/me/start")
      #expect(try await browser.follow().status == 200)
      let account = try await door.fixture.accounts.account(named: "13900000001")
      #expect(account?.role == .resident && account?.language == .english)
    }
  }

  @Test(arguments: [
    ("lin", "tiny!!", "password"), ("lin", "password1", "password"),
    ("lin", "lin-lin-lin", "password"),
    ("x", ServiceFixture.password, "name"), ("139999199001011234", ServiceFixture.password, "name"),
    ("taken", ServiceFixture.password, "name"),
  ])
  func `what can't be used is told at its field`(
    name: String,
    password: String,
    field: String
  ) async throws {
    let fixture = try await ServiceFixture()
    _ = try await fixture.accounts.signUp(
      name: "taken",
      password: ServiceFixture.password,
      language: .chinese,
      from: here,
      replacing: nil
    )
    try await fixture.open { door in
      let browser = door.browser()
      try await browser.get("/zh/sign-up")
      let page = try await browser.send("/zh/sign-up", ["name": name, "password": password])
      #expect(page.status == 422)
      #expect(page.has("id=\"\(field)-error\""))
      #expect(page.has("href=\"#\(field)\""))
      #expect(page.has("value=\"\(name)\""))
      #expect(!page.has(password) || name == password)
      #expect(browser.cookies["anju-session"] == nil)
    }
  }

  @Test func `one address makes only so many accounts in a minute`() async throws {
    let fixture = try await ServiceFixture { $0.requestsPerMinute = 300 }
    try await fixture.open { door in
      let browser = door.browser()
      try await browser.get("/zh/sign-up")
      var statuses: [Int] = []
      for _ in 0..<6 {
        statuses.append(try await browser.send("/zh/sign-up", ["name": "x"]).status)
      }
      #expect(statuses == [422, 422, 422, 422, 422, 429])
    }
  }

  @Test func `an invitation's link sets the first password, once`() async throws {
    let fixture = try await ServiceFixture()
    let invitation = try await fixture.accounts.createStaff(
      name: "boss",
      role: .supervisor,
      office: "permits",
      language: .chinese,
      by: nil
    )
    let link = "/zh/set-password/\(invitation.token.text)"
    try await fixture.open { door in
      let browser = door.browser()
      let page = try await browser.get(link)
      #expect(page.status == 200)
      #expect(page.words.contains("boss"))
      #expect(page.headers[.referrerPolicy] == "no-referrer")
      let code = try #require(page.hidden("code"))
      let weak = try await browser.send(
        "/zh/set-password",
        ["code": code, "password": "elevenchars"]
      )
      #expect(weak.has("id=\"password-error\""))
      #expect(weak.hidden("code") == code)
      let fields: KeyValuePairs = ["code": code, "password": ServiceFixture.password]
      #expect(try await browser.send("/zh/set-password", fields).location == "/zh/sign-in?set=1")
      #expect(browser.cookies["anju-session"] == nil)
      let again = try await browser.get(link)
      #expect(again.status == 422)
      #expect(again.hidden("code") == nil)
      #expect(try await browser.send("/zh/set-password", fields).status == 422)
    }
  }

  @Test func `a changed password ends the sessions elsewhere`() async throws {
    try await ServiceFixture().open { door in
      let browser = try await door.browser(of: nil)
      let other = door.browser()
      try await other.get("/en/sign-in")
      try await other.send(
        "/en/sign-in",
        ["name": "resident-1", "password": ServiceFixture.password]
      )
      #expect(try await browser.get("/en/account").words.contains("Sign out everywhere else"))
      try await browser.get("/en/account/password")
      let wrong = try await browser.send(
        "/en/account/password",
        ["old": "not the old one", "password": "another reed and a heron"]
      )
      #expect(wrong.has("id=\"old-error\""))
      let done = try await browser.submit(
        "/en/account/password",
        ["old": ServiceFixture.password, "password": "another reed and a heron"]
      )
      #expect(done.words.contains("Your password is changed"))
      #expect(try await other.get("/en/account").status == 303)
    }
  }

  @Test func `a session in the list is ended by its owner and nobody else`() async throws {
    try await ServiceFixture().open { door in
      let browser = try await door.browser(of: nil)
      let stranger = try await door.browser(of: nil, named: "resident-2")
      let other = door.browser()
      try await other.get("/en/sign-in")
      try await other.send(
        "/en/sign-in",
        ["name": "resident-1", "password": ServiceFixture.password]
      )
      let id = try #require(try await browser.get("/en/account").hidden("session"))
      try await stranger.get("/en/account")
      try await stranger.send("/en/account/sessions", ["session": id])
      #expect(try await other.get("/en/account").status == 200)
      try await browser.send("/en/account/sessions", ["session": id])
      #expect(try await other.get("/en/account").status == 303)
      #expect(try await browser.get("/en/account").status == 200)
    }
  }

  @Test func `a resident sets an authenticator up and takes it off`() async throws {
    try await ServiceFixture().open { door in
      let browser = try await door.browser(of: nil)
      let page = try await browser.get("/en/account/second-factor/enrol")
      let secret = try #require(page.all(between: "id=\"secret\">", and: "<").first)
      let code = Authenticator(secret).code(at: door.fixture.clock.moment.milliseconds)
      let done = try await browser.send("/en/account/second-factor/enrol", ["code": code])
      #expect(done.words.contains("Keep your recovery codes"))
      let warning = try await browser.get("/en/account/second-factor/remove")
      #expect(warning.words.contains("Take it off"))
      let off = try await browser.submit("/en/account/second-factor/remove")
      #expect(off.words.contains("The authenticator is off"))
      #expect(off.words.contains("Authenticator set up"))
    }
  }

  @Test func `the language is kept`() async throws {
    try await ServiceFixture().open { door in
      let browser = try await door.browser(of: nil)
      try await browser.get("/zh/account")
      let answer = try await browser.send("/zh/account/language", ["language": "en"])
      #expect(answer.location == "/en/account")
      #expect(try await door.fixture.accounts.account(named: "resident-1")?.language == .english)
    }
  }

  @Test func `who forgot a password is told what to do, and asked for no name`() async throws {
    try await ServiceFixture().open { door in
      let page = try await door.browser().get("/en/forgot")
      #expect(page.words.contains("one-time code"))
      #expect(!page.has("name=\"name\""))
    }
  }
}
