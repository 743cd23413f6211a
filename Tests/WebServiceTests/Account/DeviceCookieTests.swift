import Accounts
import ExpressionLanguage
import HTTPTypes
import Testing
import WebService

/// A browser that an account knows is not kept out by strangers.
@Suite struct `A known browser` {
  private let name = "anju-device"
  private let lin: KeyValuePairs = ["name": "lin", "password": ServiceFixture.password]

  private func fixture() async throws -> ServiceFixture {
    let fixture = try await ServiceFixture()
    _ = try await fixture.accounts.signUp(
      name: "lin",
      password: ServiceFixture.password,
      language: .chinese,
      from: NetworkAddress("127.0.0.1"),
      replacing: nil
    )
    return fixture
  }

  /// Wrong passwords of a stranger, until the name waits.
  private func besiege(_ door: Door) async throws {
    let stranger = door.browser()
    try await stranger.get("/zh/sign-in")
    for _ in 0..<5 {
      try await stranger.send("/zh/sign-in", ["name": "lin", "password": "wrong-wrong"])
    }
    #expect(try await stranger.send("/zh/sign-in", lin).status == 429)
  }

  @Test func `the owner comes in by it, while the name waits for everybody else`() async throws {
    try await fixture().open { door in
      let browser = door.browser()
      try await browser.get("/zh/sign-in")
      #expect(browser.cookies[name] == nil)
      let first = try await browser.send("/zh/sign-in", lin)
      let cookie = try #require(first.headers[values: .setCookie].first { $0.hasPrefix(name) })
      for part in ["HttpOnly", "SameSite=Lax", "Max-Age=34560000"] {
        #expect(cookie.contains(part))
      }
      let known = try #require(browser.cookies[name])
      try await browser.get("/zh/account")
      try await browser.send("/zh/sign-out")
      #expect(browser.cookies[name] == known)
      try await besiege(door)
      try await browser.get("/zh/sign-in")
      let again = try await browser.send("/zh/sign-in", lin)
      #expect(again.status == 303 && browser.cookies[name] != known)
      // It signs nobody in by itself, and a made-up one is no one's.
      let thief = door.browser()
      thief.set(name, browser.cookies[name])
      #expect(try await thief.get("/zh/account").status == 303)
      let liar = door.browser()
      liar.set(name, String(repeating: "A", count: 43))
      try await liar.get("/zh/sign-in")
      #expect(try await liar.send("/zh/sign-in", lin).status == 429)
    }
  }

  @Test func `a new password ends it for all but the browser that set it`() async throws {
    try await fixture().open { door in
      let (one, two) = (door.browser(), door.browser())
      for browser in [one, two] {
        try await browser.get("/zh/sign-in")
        try await browser.send("/zh/sign-in", lin)
      }
      try await one.get("/zh/account/password")
      let next = "another umbrella 77 on sundays"
      let changed = try await one.send(
        "/zh/account/password",
        ["old": ServiceFixture.password, "password": next]
      )
      #expect(changed.status == 303)
      try await besiege(door)
      for (browser, status) in [(one, 303), (two, 429)] {
        browser.set("anju-session", nil)
        try await browser.get("/zh/sign-in")
        let page = try await browser.send("/zh/sign-in", ["name": "lin", "password": next])
        #expect(page.status == status)
      }
    }
  }

  @Test func `the privacy page names it`() async throws {
    try await fixture().open { door in
      for path in ["/zh/privacy", "/en/privacy"] {
        let page = try await door.browser().get(path)
        #expect(page.has(">device</th>"), "\(path)")
      }
    }
  }
}
