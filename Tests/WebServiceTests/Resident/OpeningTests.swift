import Accounts
import Casework
import ExpressionLanguage
import MadeUpPeople
import Registry
import Testing

/// A person opens their own file, or takes over the one that the window opened.
struct OpeningTests {
  private let fixture: ServiceFixture

  init() async throws { fixture = try await ServiceFixture() }

  @Test func `an account without a file is led to open one, which is then its own`() async throws {
    try await fixture.open { door in
      let browser = try await door.browser(of: nil)
      #expect(try await browser.get("/en/me").location == "/en/me/start")
      #expect(try await browser.get("/en/me/start").status == 200)
      try await browser.get("/en/me/start/register")
      let identity = Identity.madeUp(1, name: "Lin")
      let page = try await browser.submit(
        "/en/me/start/register",
        ["name": "Lin", "number": identity.number.text, "household": "beijing"]
      )
      #expect(page.status == 200 && page.has("Lin"))
      let file = try #require(try await fixture.office.find(identity.number))
      #expect(try await fixture.accounts.account(of: file) != nil)
      // Nobody opens a second one.
      #expect(try await browser.get("/en/me/start/register").location == "/en/me")
    }
  }

  @Test func `what is missing or wrong is told at its field, and nothing is opened`() async throws {
    try await fixture.open { door in
      let browser = try await door.browser(of: nil)
      try await browser.get("/zh/me/start/register")
      let page = try await browser.send("/zh/me/start/register", ["number": "123"])
      #expect(page.status == 422)
      #expect(page.has("id=\"name-error\"") && page.has("id=\"number-error\""))
      #expect(page.has("value=\"123\""))
    }
  }

  @Test func `a number on file is told neutrally, and only so often`() async throws {
    try await fixture.open { door in
      let holder = try await fixture.settle(1)
      let browser = try await door.browser(of: nil)
      let number = Identity.madeUp(1).number.text
      for attempt in 1...6 {
        try await browser.get("/en/me/start/register")
        let page = try await browser.send(
          "/en/me/start/register",
          ["name": "Somebody", "number": number]
        )
        #expect(page.status == 422)
        #expect(!page.has(holder.text))
        #expect(page.has("activation code"))
        #expect(page.has("too often") == (attempt > 5))
      }
      // Then not even a number that is nobody's is tried.
      let page = try await browser.send(
        "/en/me/start/register",
        ["name": "Somebody", "number": Identity.madeUp(2).number.text]
      )
      #expect(page.status == 422)
      #expect(try await fixture.office.find(Identity.madeUp(2).number) == nil)
    }
  }

  @Test func `the window's code binds the account to the file, with the person's number`()
    async throws
  {
    try await fixture.open { door in
      let file = try await fixture.settle(1, name: "林小雨")
      let browser = try await door.browser(of: nil)
      let account = try #require(try await fixture.accounts.account(named: "resident-1"))
      let number = Identity.madeUp(1).number.text
      let code = try await fixture.accounts.makeActivationCode(
        for: file,
        proof: number,
        by: account.id
      )
      try await browser.get("/en/me/start/code")
      let slip = try await browser.send("/en/me/start/code", ["code": "ABC", "number": number])
      #expect(slip.status == 422 && slip.has("id=\"code-error\""))
      let other = try await browser.send(
        "/en/me/start/code",
        ["code": code.text, "number": Identity.madeUp(2).number.text]
      )
      #expect(other.status == 422)
      let page = try await browser.submit(
        "/en/me/start/code",
        ["code": code.text, "number": number]
      )
      #expect(page.status == 200 && page.has("林小雨"))
    }
  }

  @Test func `nobody but a resident comes here, and nobody without signing in`() async throws {
    try await fixture.open { door in
      #expect(try await door.browser().get("/en/me").location?.hasPrefix("/en/sign-in") == true)
      let clerk = try await door.browser(as: .clerk)
      for path in ["/me", "/me/start", "/me/facts", "/me/apply", "/me/people"] {
        #expect(try await clerk.get("/en\(path)").status == 403, "\(path)")
      }
    }
  }
}
