import Accounts
import Casework
import ExpressionLanguage
import MadeUpPeople
import Registry
import Testing

/// Every page of “my file”, as a person finds it who has a permit, and as one who has none.
struct MyFileTests {
  private let fixture: ServiceFixture

  init() async throws { fixture = try await ServiceFixture() }

  private static let pages = [
    "/me", "/me/permit", "/me/facts", "/me/points", "/me/services", "/me/papers", "/me/notices",
    "/me/access", "/me/access?own=1", "/me/address", "/me/employer", "/me/contact", "/me/people",
    "/me/applications", "/me/apply", "/me/endorse", "/me/loss", "/me/damage", "/me/give-up",
  ]

  @Test(arguments: ["zh", "en"])
  func `every page is there with a permit, in both languages`(_ language: String) async throws {
    try await fixture.open { door in
      let file = try await fixture.settle(1, name: "林小雨")
      try await fixture.issue("XA-0001", to: file)
      let browser = try await door.browser(of: file)
      for path in Self.pages + ["/me/applications/1", "/me/papers/1", "/me/address/1/leave"] {
        let page = try await browser.get("/\(language)\(path)")
        #expect(page.status == 200, "\(path)")
        #expect(!page.has("{{") && !page.has("[["), "\(path)")
        #expect(page.all(between: "<h1", and: ">").count == 1, "\(path)")
      }
      let overview = try await browser.get("/\(language)/me")
      #expect(overview.has("XA-0001") && overview.has("林小雨"))
    }
  }

  @Test(arguments: ["zh", "en"])
  func `every page is there without a permit`(_ language: String) async throws {
    try await fixture.open { door in
      let identity = Identity.madeUp(3, name: "Nobody yet")
      let file = try await fixture.run(.person(.register(identity: identity, phone: nil))).resident
      let browser = try await door.browser(of: file)
      for path in Self.pages {
        #expect(try await browser.get("/\(language)\(path)").status == 200, "\(path)")
      }
      // What one can't do is told with its reason, and no form is offered for it.
      let page = try await browser.get("/\(language)/me/endorse")
      #expect(page.has("id=\"refusal-title\"") && page.hidden("key") == nil)
    }
  }

  @Test func `a number is never shown whole, nor is anything else's file there`() async throws {
    try await fixture.open { door in
      let file = try await fixture.settle(1)
      let other = try await fixture.settle(2)
      let browser = try await door.browser(of: file)
      let number = Identity.madeUp(1).number.text
      for path in Self.pages {
        let page = try await browser.get("/en\(path)")
        #expect(!page.has(number), "\(path)")
        #expect(!page.has(other.text), "\(path)")
      }
      for path in ["/me/papers/99", "/me/applications/7", "/me/facts/9/dispute", "/me/papers/x"] {
        #expect(try await browser.get("/en\(path)").status == 404, "\(path)")
      }
    }
  }

  @Test func `the person sees who read the file, and what for`() async throws {
    try await fixture.open { door in
      let file = try await fixture.settle(1)
      let browser = try await door.browser(of: file)
      #expect(try await browser.get("/en/me/access").has("Nobody but you"))
      let clerk = Actor(account: "clerk-1", role: .clerk, office: "window 7")
      _ = try await fixture.office.file(file, by: clerk, for: .casework)
      let page = try await browser.get("/en/me/access")
      #expect(page.has("window 7") && page.has("Casework") && page.has("Window clerk"))
      #expect(!page.has("clerk-1"))
      #expect(try await browser.get("/en/me/access?own=1").has("Own affairs"))
    }
  }

  @Test func `points come with article and standing, and the drawing without style`() async throws {
    try await fixture.open { door in
      let file = try await fixture.settle(1)
      let browser = try await door.browser(of: file)
      let page = try await browser.get("/en/me/points")
      #expect(page.has("aj-chart-forecast") && page.has("with a forecast"))
      #expect(page.has("aj-standing-sample") || page.has("aj-standing-reported"))
      #expect(!page.has("style="))
      let cites = page.all(between: "aj-cite-whole\">", and: "</span>")
      #expect(cites.count { $0.hasPrefix("Measures for Points-Based Settlement") } == 1)
      #expect(page.words.contains("Year of the round (verified by"))
      #expect(page.words.contains("−600"))
    }
  }

  @Test func `services say whether, why and by which article`() async throws {
    try await fixture.open { door in
      let file = try await fixture.settle(1)
      try await fixture.issue("XA-0001", to: file)
      let browser = try await door.browser(of: file)
      let page = try await browser.get("/en/me/services")
      #expect(page.has("aj-tag-active") && page.has("aj-cite") && page.has("until"))
      // Thirteen rows rest on one measure, which is named once; the rest on its articles.
      let cites = page.all(between: "aj-cite-whole\">", and: "</span>")
      #expect(cites.count > 13)
      #expect(cites.count { $0.hasPrefix("Measures for the Residence Permit") } == 1)
      #expect(cites.dropFirst().allSatisfy { $0.hasPrefix("Article") })
    }
  }
}
