import Accounts
import Casework
import ExpressionLanguage
import HTTPTypes
import Testing
import WebService

@Suite struct `Signing in by a provider` {
  private let provider = FakeProvider()

  private func open(_ work: @Sendable (Door) async throws -> Void) async throws {
    let fixture = try await ServiceFixture(fetcher: provider) { $0.openID = FakeProvider.settings }
    provider.follow(fixture.clock)
    try await fixture.open(work)
  }

  /// Goes to the provider by the link of our own page.
  @discardableResult
  private func setOut(_ browser: Browser, _ path: String) async throws -> Page {
    try await browser.get(path, headers: [.fetchSite: "same-origin"])
  }

  /// Goes to the provider and back.
  private func come(_ browser: Browser, _ query: String = "") async throws -> Page {
    let there = try await setOut(browser, "/zh/sign-in/openid" + query)
    let address = try #require(there.location)
    return try await browser.get(
      provider.signIn(at: address),
      headers: [.fetchSite: "cross-site"]
    )
  }

  @Test func `who comes for the first time gets an account, and the same one later`() async throws {
    try await open { door in
      let browser = door.browser()
      #expect(try await browser.get("/zh/sign-in").has("href=\"/zh/sign-in/openid\""))
      let first = try await come(browser)
      #expect(first.location == "/zh/me/start")
      #expect(browser.cookies["anju-openid"] == nil)
      let again = door.browser()
      let back = try await come(again, "?next=%2Fen%2Faccount")
      #expect(back.location == "/en/account")
      let page = try await again.follow()
      #expect(page.has("https://id.example"))
      #expect(!page.has("zhou"))
      #expect(page.words.contains("Sign out everywhere else"))
    }
  }

  @Test func `the way there has state, nonce and a hash of the verifier`() async throws {
    try await open { door in
      let browser = door.browser()
      let page = try await setOut(browser, "/zh/sign-in/openid")
      let address = try #require(page.location)
      #expect(address.hasPrefix("https://id.example/authorize?response_type=code&client_id=anju&"))
      for part in ["scope=openid", "code_challenge_method=S256", "state=", "nonce="] {
        #expect(address.contains(part))
      }
      let cookie = try #require(page.headers[values: .setCookie].first { $0.contains("openid") })
      #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
      #expect(cookie.contains("Max-Age=600"))
    }
  }

  @Test(arguments: FakeProvider.Lie.allCases)
  func `a provider that lies signs nobody in`(lie: FakeProvider.Lie) async throws {
    try await open { door in
      provider.lie = lie
      let browser = door.browser()
      let there = try await setOut(browser, "/zh/sign-in/openid")
      var page = there
      if let address = there.location { page = try await browser.get(provider.signIn(at: address)) }
      #expect([400, 503].contains(page.status))
      #expect(page.has("aj-errors"))
      #expect(browser.cookies["anju-session"] == nil)
      #expect(!page.has("eyJ"))
      provider.lie = nil
      let honest = try await come(door.browser())
      #expect(honest.status == 303)
    }
  }

  @Test func `what comes back to another browser, or twice, or mixed up is refused`() async throws {
    try await open { door in
      let browser = door.browser()
      let there = try await setOut(browser, "/zh/sign-in/openid")
      let back = provider.signIn(at: try #require(there.location))
      // Somebody else's sign-in, slipped to a person.
      let victim = door.browser()
      #expect(try await victim.get(back).status == 400)
      try await setOut(victim, "/zh/sign-in/openid")
      #expect(try await victim.get(back).status == 400)
      #expect(try await browser.get(back.replacing("state=", with: "state=x")).status == 400)
      #expect(provider.exchanges == 0)
      // The trip is over with its first return.
      #expect(try await browser.get(back).status == 400)
      let whole = try await come(browser)
      #expect(whole.status == 303)
      #expect(try await browser.get(back).status == 400)
    }
  }

  @Test func `a no of the provider is told in our words`() async throws {
    try await open { door in
      let browser = door.browser()
      let there = try await setOut(browser, "/en/sign-in/openid")
      let back = provider.signIn(at: try #require(there.location))
      let state = try #require(back.split(separator: "state=").last)
      let page = try await browser.get(
        "/en/sign-in/openid/callback?error=%3Cscript%3Ealert(1)&state=\(state)"
      )
      #expect(page.status == 400)
      #expect(!page.has("alert(1)"))
      #expect(page.words.contains("did not sign you in"))
    }
  }

  @Test func `after ten minutes away one begins anew`() async throws {
    try await open { door in
      let browser = door.browser()
      let there = try await setOut(browser, "/zh/sign-in/openid")
      let back = provider.signIn(at: try #require(there.location))
      door.fixture.clock.pass(seconds: 601)
      #expect(try await browser.get(back).status == 400)
      #expect(provider.exchanges == 0)
    }
  }

  @Test func `a key that is not known is asked for, once a minute`() async throws {
    try await open { door in
      let first = try await come(door.browser())
      #expect(first.status == 303)
      provider.rotate()
      door.fixture.clock.pass(seconds: 61)
      let second = try await come(door.browser())
      #expect(second.status == 303)
      #expect(provider.askedForKeys == 2)
      provider.lie = .key
      for _ in 0..<3 {
        let page = try await come(door.browser())
        #expect(page.status == 400)
      }
      #expect(provider.askedForKeys == 2)
    }
  }

  @Test func `an account is bound to a provider's, and off again`() async throws {
    try await open { door in
      let browser = try await door.browser(of: nil)
      try await browser.get("/en/account")
      let stranger = try await browser.get(
        "/en/account/openid",
        headers: [.fetchSite: "cross-site"]
      )
      #expect(stranger.location == "/en/account")
      let there = try await setOut(browser, "/en/account/openid")
      let back = try await browser.get(provider.signIn(at: try #require(there.location)))
      #expect(back.location == "/en/account")
      #expect(try await browser.follow().words.contains("It is bound"))
      // Who comes by the provider is the same person.
      let other = door.browser()
      _ = try await come(other)
      #expect(try await other.get("/en/account").words.contains("resident-1"))
      try await browser.get("/en/account")
      let off = try await browser.submit("/en/account/identities", ["identity": "0"])
      #expect(off.words.contains("It is unbound"))
    }
  }

  @Test func `the only way in stays`() async throws {
    try await open { door in
      let browser = door.browser()
      _ = try await come(browser)
      try await browser.get("/en/account")
      let page = try await browser.submit("/en/account/identities", ["identity": "0"])
      #expect(page.words.contains("https://id.example"))
      #expect(page.words.contains("set a password first"))
    }
  }

  @Test func `who has no password proves it anew at the provider`() async throws {
    try await open { door in
      let browser = door.browser()
      _ = try await come(browser)
      door.fixture.clock.pass(seconds: 1_000)
      let asked = try await browser.get("/zh/account/password")
      #expect(asked.location == "/zh/account/confirm?next=%2Fzh%2Faccount%2Fpassword")
      #expect(try await browser.follow().has("/zh/sign-in/openid?next="))
      let there = try await setOut(browser, "/zh/sign-in/openid?next=%2Fzh%2Faccount%2Fpassword")
      let address = try #require(there.location)
      #expect(address.contains("prompt=login&max_age=0"))
      let back = try await browser.get(provider.signIn(at: address))
      #expect(back.location == "/zh/account/password")
      #expect(try await browser.follow().status == 200)
    }
  }

  @Test(arguments: ["cross-site", "same-site", "none", ""])
  func `another site's link signs nobody in, it shows our page`(site: String) async throws {
    try await open { door in
      let path = "/zh/sign-in/openid?next=%2Fzh%2Faccount"
      let headers: HTTPFields = site.isEmpty ? [:] : [.fetchSite: site]
      let guest = door.browser()
      let page = try await guest.get(path, headers: headers)
      #expect(page.location == "/zh/sign-in?next=%2Fzh%2Faccount")
      #expect(guest.cookies["anju-openid"] == nil)
      #expect(try await guest.follow().has("href=\"\(path)\""))
      // Nor is anything bound so.
      let somebody = try await door.browser(of: nil)
      let bound = try await somebody.get("/en/account/openid", headers: headers)
      #expect(bound.location == "/en/account" && somebody.cookies["anju-openid"] == nil)
      #expect(provider.fetches == 0)
    }
  }

  @Test func `an old browser is believed by the page that it names`() async throws {
    try await open { door in
      let referrer = try #require(HTTPField.Name("Referer"))
      let path = "/zh/sign-in/openid"
      for from in ["https://evil.example/zh/sign-in", "http://localhost.evil.example/", ""] {
        let page = try await door.browser().get(path, headers: [referrer: from])
        #expect(page.location == "/zh/sign-in", "\(from)")
      }
      // What a newer one says of itself goes before.
      let mixed: HTTPFields = [referrer: "http://localhost/zh/sign-in", .fetchSite: "cross-site"]
      #expect(try await door.browser().get(path, headers: mixed).location == "/zh/sign-in")
      let own = try await door.browser().get(
        path,
        headers: [referrer: "http://localhost/zh/sign-in"]
      )
      #expect(own.location?.hasPrefix("https://id.example/authorize?") == true)
    }
  }

  @Test func `without a provider there is nothing of it`() async throws {
    try await ServiceFixture().open { door in
      let browser = door.browser()
      let page = try await browser.get("/zh/sign-in")
      #expect(!page.has("openid"))
      for path in ["/zh/sign-in/openid", "/zh/sign-in/openid/callback?code=x&state=y"] {
        let answer = try await browser.get(path)
        #expect(answer.status == 404)
      }
    }
  }
}
