import Accounts
import Casework
import ExpressionLanguage
import HTTPTypes
import Testing
import WebService

@Suite struct `Signing in and out` {
  private let password = ServiceFixture.password

  private func fixture(_ name: String = "lin") async throws -> ServiceFixture {
    let fixture = try await ServiceFixture()
    let opened = try await fixture.accounts.signUp(
      name: name,
      password: password,
      language: .chinese,
      from: NetworkAddress("127.0.0.1"),
      replacing: nil
    )
    try await fixture.accounts.endSession(opened.token)
    return fixture
  }

  @Test func `a person signs in, goes where they wanted, and out again`() async throws {
    try await fixture().open { door in
      let browser = door.browser()
      let asked = try await browser.get("/en/account")
      #expect(asked.location == "/en/sign-in?next=%2Fen%2Faccount")
      let form = try await browser.follow()
      #expect(form.hidden("next") == "/en/account")
      let answer = try await browser.send(
        "/en/sign-in",
        ["name": "LIN ", "password": ServiceFixture.password, "next": "/en/account"]
      )
      #expect(answer.status == 303)
      #expect(answer.location == "/en/account")
      let cookie = try #require(answer.headers[values: .setCookie].first)
      #expect(cookie.hasPrefix("anju-session="))
      #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
      let account = try await browser.follow()
      #expect(account.status == 200)
      #expect(account.words.contains("My account"))
      let token = browser.cookies["anju-session"]
      let out = try await browser.send("/en/sign-out")
      #expect(out.headers[.clearSiteData] == "\"cache\"")
      #expect(browser.cookies["anju-session"] == nil)
      // The token is worth nothing any more, wherever it was kept.
      browser.set("anju-session", token)
      #expect(try await browser.get("/en/account").status == 303)
    }
  }

  @Test func `a wrong password and a name that nobody has are answered alike`() async throws {
    try await fixture().open { door in
      var seen: [String] = []
      for name in ["lin", "nobody"] {
        let browser = door.browser()
        try await browser.get("/zh/sign-in")
        let page = try await browser.send("/zh/sign-in", ["name": name, "password": "wrong-wrong"])
        #expect(page.status == 422)
        #expect(!page.has("wrong-wrong"))
        seen.append(page.words.replacing(name, with: ""))
      }
      #expect(seen[0] == seen[1])
    }
  }

  @Test func `after five wrong tries even the right password waits`() async throws {
    try await fixture().open { door in
      let browser = door.browser()
      try await browser.get("/zh/sign-in")
      for _ in 0..<5 {
        try await browser.send("/zh/sign-in", ["name": "lin", "password": "wrong-wrong"])
      }
      let page = try await browser.send(
        "/zh/sign-in",
        ["name": "lin", "password": ServiceFixture.password]
      )
      #expect(page.status == 429)
      #expect(page.headers[.retryAfter] == "60")
      door.fixture.clock.pass(seconds: 61)
      let late = try await browser.send(
        "/zh/sign-in",
        ["name": "lin", "password": ServiceFixture.password]
      )
      #expect(late.location == "/zh/me/start")
      // The owner is told once of the tries, that may have been another's.
      #expect(try await browser.get("/zh/account").has("5次登录尝试失败"))
      #expect(try await !browser.get("/zh/account").has("5次登录尝试失败"))
    }
  }

  @Test(arguments: [
    "https://evil.example/", "//evil.example", "/\\evil.example", "/zh//evil.example",
    "/zh@evil.example", "/zh/../x", "javascript:alert(1)", "/zh/nowhere", "/zh/sign-in/openid",
    "/assets/anju.js", "/zh/sign-out", "/zh/me?x=\r\nSet-Cookie:a",
  ])
  func `signing in leads nowhere but to a page of the service`(target: String) async throws {
    try await fixture().open { door in
      let browser = door.browser()
      let page = try await browser.get("/zh/sign-in?next=" + Form.escaped(target))
      #expect(page.hidden("next") == nil)
      let answer = try await browser.send(
        "/zh/sign-in",
        ["name": "lin", "password": ServiceFixture.password, "next": target]
      )
      #expect(answer.location == "/zh/me/start")
    }
  }

  @Test func `a session that was there before signing in is worth nothing after`() async throws {
    try await fixture().open { door in
      let browser = door.browser()
      try await browser.get("/zh/sign-in")
      browser.set("anju-session", String(repeating: "a", count: 43))
      try await browser.get("/zh/sign-in")
      try await browser.send("/zh/sign-in", ["name": "lin", "password": ServiceFixture.password])
      let first = browser.cookies["anju-session"]
      #expect(first != String(repeating: "a", count: 43))
      let other = door.browser()
      other.set("anju-session", first)
      try await browser.get("/zh/account")
      try await browser.send("/zh/sign-in", ["name": "lin", "password": ServiceFixture.password])
      #expect(browser.cookies["anju-session"] != first)
      #expect(try await other.get("/zh/account").status == 303)
    }
  }

  @Test func `a form of signing in from elsewhere is refused`() async throws {
    try await fixture().open { door in
      let browser = door.browser()
      let fields: KeyValuePairs = ["name": "lin", "password": ServiceFixture.password]
      #expect(try await browser.send("/zh/sign-in", fields).status == 403)
      try await browser.get("/zh/sign-in")
      let forged = try await browser.send(
        "/zh/sign-in",
        fields,
        headers: [.fetchSite: "cross-site"]
      )
      #expect(forged.status == 403)
    }
  }

  @Test func `the script keeps a session and is told how long it has`() async throws {
    try await ServiceFixture().open { door in
      let browser = try await door.browser(of: nil)
      try await browser.get("/zh/account")
      let page = try await browser.send("/zh/session")
      #expect(page.status == 200)
      #expect(page.text.hasPrefix("{\"idleSeconds\":1"))
      door.fixture.clock.pass(seconds: 1_801)
      #expect(try await browser.send("/zh/session").status == 303)
    }
  }

  @Test func `a demo lists its people, and one press is all`() async throws {
    let fixture = try await ServiceFixture {
      $0.demoPeople = [
        DemoPersonCard(
          name: "lin",
          password: ServiceFixture.password,
          chinese: "持证人",
          english: "holds a permit",
          role: "resident"
        )
      ]
    }
    _ = try await fixture.accounts.signUp(
      name: "lin",
      password: password,
      language: .chinese,
      from: NetworkAddress("127.0.0.1"),
      replacing: nil
    )
    try await fixture.open { door in
      let browser = door.browser()
      let page = try await browser.get("/en/sign-in")
      #expect(page.words.contains("holds a permit"))
      #expect(page.has("name=\"password\" value=\"\(ServiceFixture.password)\""))
      let answer = try await browser.send(
        "/en/sign-in",
        ["name": "lin", "password": ServiceFixture.password]
      )
      #expect(answer.location == "/en/me/start")
    }
  }

  @Test func `outside a demo nobody is listed`() async throws {
    let fixture = try await ServiceFixture {
      $0.isDemo = false
      $0.demoPeople = [
        DemoPersonCard(
          name: "made-up-lin",
          password: "p",
          chinese: "人",
          english: "one",
          role: "resident"
        )
      ]
    }
    try await fixture.open { door in
      let page = try await door.browser().get("/en/sign-in")
      #expect(!page.has("made-up-lin"))
    }
  }
}
