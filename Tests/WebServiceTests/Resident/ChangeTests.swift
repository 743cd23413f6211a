import Accounts
import Casework
import ExpressionLanguage
import Registry
import Testing

/// What a person changes in their own file: each once, and with a word where it can't be done.
struct ChangeTests {
  private let fixture: ServiceFixture

  init() async throws { fixture = try await ServiceFixture() }

  private func version(_ file: ResidentID) async throws -> Int { try await view(file).version }

  private func view(_ file: ResidentID) async throws -> ResidentFile {
    let own = Actor(account: "test", role: .resident, resident: file)
    return try await fixture.office.file(file, by: own, for: .ownAffairs).file
  }

  @Test func `an address is registered from today, once however often it is sent`() async throws {
    try await fixture.open { door in
      let file = try await fixture.settle(1)
      let browser = try await door.browser(of: file)
      let form = try await browser.get("/en/me/address")
      let key = try #require(form.hidden("key"))
      let csrf = try #require(form.hidden("csrf"))
      for _ in 1...2 {
        let page = try await browser.send(
          "/en/me/address",
          [
            "csrf": csrf, "key": key, "address": "新路9号", "place": "xiongan", "district": "",
            "proof": "",
          ]
        )
        #expect(page.status == 303)
      }
      let residences = try await view(file).person.residences
      #expect(residences.map(\.residence.address) == ["某路1号", "新路9号"])
      #expect(residences.last?.residence.from == fixture.today)
      #expect(try await browser.get("/en/me/address").has("新路9号"))
    }
  }

  @Test func `a district is chosen by its name, and what is typed for one stays`() async throws {
    try await fixture.open { door in
      let file = try await fixture.settle(1)
      let browser = try await door.browser(of: file)
      let form = try await browser.get("/zh/me/address")
      #expect(form.has("<option value=\"anxin\" selected>安新县</option>"))
      let other = try await browser.send(
        "/en/me/address",
        ["place": "xiongan", "district": "某村"]
      )
      #expect(other.status == 422 && other.has("<option value=\"某村\" selected>某村</option>"))
    }
  }

  @Test func `a mistake is told at its field, with what was typed`() async throws {
    try await fixture.open { door in
      let file = try await fixture.settle(1)
      let browser = try await door.browser(of: file)
      try await browser.get("/zh/me/address")
      let empty = try await browser.send("/zh/me/address", ["place": "xiongan", "proof": "租约"])
      #expect(empty.status == 422 && empty.has("id=\"address-error\"") && empty.has("租约"))
      let same = try await browser.send(
        "/zh/me/address",
        ["address": "某路1号", "place": "xiongan"]
      )
      #expect(same.status == 422 && same.has("id=\"address-error\""))
      let phone = try await browser.send("/zh/me/contact", ["phone": "abc"])
      #expect(phone.status == 422 && phone.has("value=\"abc\""))
      let day = try await browser.send(
        "/zh/me/employer",
        ["name": "某厂", "code": "c1", "from-year": "2026", "from-month": "13", "from-day": "1"]
      )
      #expect(day.status == 422 && day.has("id=\"from-error\"") && day.has("value=\"13\""))
      let code = try await browser.send(
        "/zh/me/employer",
        ["name": "某厂", "code": "c1", "from-year": "2026", "from-month": "11", "from-day": "1"]
      )
      #expect(code.status == 422 && code.has("href=\"#code\"") && code.has("此处为2位"))
      #expect(code.has("value=\"c1\"") && code.has("value=\"某厂\""))
    }
  }

  @Test func `the person moves away, changes employer and phone`() async throws {
    try await fixture.open { door in
      let file = try await fixture.settle(1)
      let browser = try await door.browser(of: file)
      try await browser.get("/en/me/contact")
      try await browser.submit("/en/me/contact", ["phone": "139 0000 0001"])
      try await browser.submit(
        "/en/me/employer",
        ["none": "1", "from-year": "2026", "from-month": "11", "from-day": "23"]
      )
      try await browser.submit(
        "/en/me/address/1/leave",
        ["last-year": "2026", "last-month": "11", "last-day": "20"]
      )
      let person = try await view(file).person
      #expect(person.phone == "139 0000 0001")
      #expect(person.employer == nil)
      #expect(person.residences.first?.last == CivilDate("2026-11-20"))
    }
  }

  @Test func `a fact is disputed once, with a reason`() async throws {
    try await fixture.open { door in
      let file = try await fixture.settle(1)
      let browser = try await door.browser(of: file)
      #expect(try await browser.get("/en/me/facts").has("/en/me/facts/1/dispute"))
      try await browser.get("/en/me/facts/1/dispute")
      #expect(try await browser.send("/en/me/facts/1/dispute").status == 422)
      let page = try await browser.submit("/en/me/facts/1/dispute", ["why": "I left in May"])
      #expect(page.has("disputed"))
      #expect(try await view(file).facts.disputed.count == 1)
      #expect(try await browser.get("/en/me/facts/1/dispute").has("id=\"refusal-title\""))
    }
  }

  @Test func `a card is reported lost, the permit given up with a ground, and remedies told`()
    async throws
  {
    try await fixture.open { door in
      let file = try await fixture.settle(1)
      try await fixture.issue("XA-0001", to: file)
      let browser = try await door.browser(of: file)
      // It was issued today: the window for endorsing is not open.
      let early = try await browser.get("/en/me/endorse")
      #expect(early.has("id=\"refusal-title\""))
      #expect(try await browser.send("/en/me/endorse").status == 422)
      try await browser.get("/en/me/loss")
      #expect(try await browser.submit("/en/me/loss").status == 200)
      #expect(try await fixture.office.card("XA-0001") == .cancelled)
      try await browser.get("/en/me/give-up")
      let none = try await browser.send("/en/me/give-up")
      #expect(none.status == 422 && none.has("id=\"ground-error\""))
      let page = try await browser.submit("/en/me/give-up", ["ground": "given up"])
      #expect(page.status == 200)
      #expect(try await view(file).permits.live == nil)
      // Nobody gives a ground that is the office's to find.
      let papers = try await browser.get("/en/me/papers")
      #expect(papers.has("with remedy"))
    }
  }

  @Test func `in the window the permit is endorsed, and the paper says until when`() async throws {
    try await fixture.open { door in
      let file = try await fixture.settle(1)
      try await fixture.issue("XA-0001", to: file)
      fixture.clock.set(try #require(CivilDate("2027-11-10")))
      let browser = try await door.browser(of: file)
      #expect(try await browser.get("/en/me").has("/en/me/endorse"))
      try await browser.get("/en/me/endorse")
      let page = try await browser.submit("/en/me/endorse")
      #expect(page.has("23 November 2028"))
      #expect(try await view(file).permits.live?.endorsements.count == 1)
    }
  }
}
