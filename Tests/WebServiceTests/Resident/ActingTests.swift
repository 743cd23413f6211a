import Accounts
import Casework
import ExpressionLanguage
import MadeUpPeople
import Registry
import Testing

/// A parent acts for a child: by the office's leave, named on every page, logged.
struct ActingTests {
  private let fixture: ServiceFixture

  init() async throws { fixture = try await ServiceFixture() }

  /// A parent and a child under sixteen, linked by the supervisor.
  private func family() async throws -> (parent: ResidentID, child: ResidentID) {
    let parent = try await fixture.settle(1, name: "林大海")
    let identity = Identity.madeUp(9, name: "林朵朵", born: CivilDate("2018-05-01"))
    let child = try await fixture.run(.person(.register(identity: identity, phone: nil))).resident
    let residence = Residence.madeUp(9, from: try #require(CivilDate("2024-01-01")))
    try await fixture.run(.person(.registerResidence(residence: residence)), on: child)
    try await fixture.run(
      .person(.appointGuardian(guardian: parent, ground: .minor)),
      on: child
    )
    return (parent, child)
  }

  @Test func `a parent chooses the child, acts on its file, and comes back`() async throws {
    let (parent, child) = try await family()
    try await fixture.open { door in
      let browser = try await door.browser(of: parent)
      #expect(try await browser.get("/en/me/people").has("林朵朵"))
      let mine = try await browser.submit("/en/me/people", ["resident": child.text])
      #expect(mine.has("林朵朵") && mine.has("aj-acts"))
      for path in ["/me/facts", "/me/address", "/me/points", "/me/papers", "/me/apply"] {
        let page = try await browser.get("/en\(path)")
        #expect(page.status == 200 && page.has("aj-acts") && page.has("林朵朵"), "\(path)")
      }
      try await browser.get("/en/me/contact")
      try await browser.submit("/en/me/contact", ["phone": "139 0000 0009"])
      let own = Actor(account: "test", role: .resident, resident: child)
      let file = try await fixture.office.file(child, by: own, for: .ownAffairs)
      #expect(file.file.person.phone == "139 0000 0009")
      // The child's file tells who looked.
      let readings = try await fixture.office.accesses(to: child, by: own, for: .ownAffairs)
      #expect(readings.contains { $0.by.account != "test" })
      try await browser.get("/en/me/people")
      let back = try await browser.submit("/en/me/people", ["resident": ""])
      #expect(back.has("林大海") && !back.has("aj-acts"))
    }
  }

  @Test func `nobody acts for whom they may not act`() async throws {
    let (parent, _) = try await family()
    let other = try await fixture.settle(2)
    try await fixture.open { door in
      let browser = try await door.browser(of: parent)
      try await browser.get("/en/me/people")
      #expect(try await browser.send("/en/me/people", ["resident": other.text]).status == 403)
      #expect(try await browser.get("/en/me").has("林大海"))
    }
  }

  @Test func `whoever may no longer act is brought back to their own file, and told`() async throws
  {
    let (parent, child) = try await family()
    try await fixture.open { door in
      let browser = try await door.browser(of: parent)
      try await browser.get("/en/me/people")
      try await browser.submit("/en/me/people", ["resident": child.text])
      try await fixture.run(
        .person(.endGuardian(guardian: parent, reason: "moved")),
        on: child
      )
      let page = try await browser.get("/en/me/facts")
      #expect(page.location == "/en/me/people")
      #expect(try await browser.get("/en/me").has("林大海"))
    }
  }
}
