import Accounts
import Casework
import ExpressionLanguage
import MadeUpPeople
import Registry
import Testing

/// Applying on line: in steps, on two devices, sent once, followed to its end.
struct ApplyTests {
  private let fixture: ServiceFixture

  init() async throws { fixture = try await ServiceFixture() }

  private func view(_ file: ResidentID) async throws -> ResidentFile {
    let own = Actor(account: "test", role: .resident, resident: file)
    return try await fixture.office.file(file, by: own, for: .ownAffairs).file
  }

  /// Fills in everything up to the check.
  private func fill(_ browser: Browser) async throws {
    try await browser.get("/en/me/apply/basis")
    for (path, fields) in [
      ("basis", ["basis": "employment"]), ("conditions", [:]),
      ("papers", ["papers": "identity card"]), ("contact", ["phone": "139 0000 0001"]),
    ] as [(String, KeyValuePairs<String, String>)] {
      let form = try await browser.get("/en/me/apply/\(path)")
      #expect(form.status == 200, "\(path)")
      var all = [("version", form.hidden("version") ?? ""), ("key", form.hidden("key") ?? "")]
      all += fields.map { ($0.key, $0.value) }
      let page = try await browser.send("/en/me/apply/\(path)", form: all)
      #expect(page.status == 303, "\(path)")
    }
  }

  @Test func `it is filled in step by step, checked, sent and followed`() async throws {
    try await fixture.open { door in
      let file = try await fixture.settle(1)
      let browser = try await door.browser(of: file)
      #expect(try await browser.get("/en/me/apply/check").location == "/en/me/apply")
      try await fill(browser)
      #expect(try await browser.get("/en/me/apply").has("4 of 5"))
      let check = try await browser.get("/en/me/apply/check")
      #expect(check.has("Identity card") || check.has("identity card"))
      let fields = [
        ("key", check.hidden("key") ?? ""), ("version", check.hidden("version") ?? ""),
        ("basis", "employment"), ("papers", "identity card"),
      ]
      #expect(try await browser.send("/en/me/apply/check", form: fields).status == 422)
      // Sent twice it is one application.
      for _ in 1...2 {
        let sent = try await browser.send(
          "/en/me/apply/check",
          form: fields + [("truth", "1")]
        )
        #expect(sent.location == "/en/me/apply/done/1")
      }
      let done = try await browser.follow()
      #expect(done.has("\(file.text)-1") && done.has("/en/me/papers/"))
      #expect(try await view(file).applications.all.count == 1)
      #expect(try await view(file).person.phone == "139 0000 0001")
      let page = try await browser.get("/en/me/applications/1")
      #expect(page.has("Application submitted on line") && page.has("aj-clock"))
      #expect(try await browser.get("/en/me/apply").has("id=\"refusal-title\""))
    }
  }

  @Test func `two devices: what the other saved is shown, and the person chooses`() async throws {
    try await fixture.open { door in
      let file = try await fixture.settle(1)
      let phone = try await door.browser(of: file)
      let home = door.browser()
      for (name, value) in phone.cookies { home.set(name, value) }
      let first = try await phone.get("/en/me/apply/basis")
      let second = try await home.get("/en/me/apply/basis")
      let version = first.hidden("version") ?? ""
      #expect(version == second.hidden("version"))
      let saved = try await phone.send(
        "/en/me/apply/basis",
        ["basis": "employment", "version": version]
      )
      #expect(saved.status == 303)
      let conflict = try await home.send(
        "/en/me/apply/basis",
        ["basis": "residence", "version": version]
      )
      #expect(conflict.status == 409)
      #expect(conflict.has("Employment") && conflict.has("Residence"))
      // On purpose, on what is there now.
      let again = try await home.send(
        "/en/me/apply/basis",
        ["basis": "residence", "version": conflict.hidden("version") ?? ""]
      )
      #expect(again.status == 303)
      // The other device finds it.
      let basis = try await phone.get("/en/me/apply/basis")
      #expect(basis.has("value=\"residence\" checked"))
    }
  }

  @Test func `what is missing is told once, brought, and the rest withdrawn`() async throws {
    try await fixture.open { door in
      let file = try await fixture.settle(1)
      let own = Actor(account: "test", role: .resident, resident: file)
      try await fixture.run(
        .application(.submit(basis: .employment, medium: .online, papers: ["identity card"])),
        on: file,
        by: own,
        for: .ownAffairs
      )
      try await fixture.run(.application(.giveNotice(number: 1)), on: file)
      let browser = try await door.browser(of: file)
      #expect(try await browser.get("/en/me").has("/en/me/applications/1"))
      let page = try await browser.get("/en/me/applications/1")
      #expect(page.has("value=\"photograph\"") && !page.has("value=\"identity card\""))
      #expect(try await browser.send("/en/me/applications/1/supplement").status == 422)
      try await browser.get("/en/me/applications/1")
      let brought = try await browser.submit(
        "/en/me/applications/1/supplement",
        ["papers": "photograph"]
      )
      #expect(brought.status == 200)
      #expect(try await view(file).applications.all[0].papers.contains("photograph"))
      try await browser.get("/en/me/applications/1/withdraw")
      try await browser.submit("/en/me/applications/1/withdraw")
      #expect(try await view(file).applications.all[0].state == .withdrawn)
      #expect(try await browser.get("/en/me/papers").words.contains("Withdrawal"))
    }
  }

  @Test func `a refusal stands there with its reasons, articles and remedies`() async throws {
    try await fixture.open { door in
      let identity = Identity.madeUp(5)
      let file = try await fixture.run(.person(.register(identity: identity, phone: nil))).resident
      let residence = Residence.madeUp(5, from: fixture.today)
      try await fixture.run(.person(.registerResidence(residence: residence)), on: file)
      let statement = FactStatement(
        fact: "staff of a relocated unit",
        content: .value(text: "false"),
        source: "the relocated unit",
        asOf: fixture.today
      )
      let unit = Actor(account: "unit-1", role: .department, office: "the relocated unit")
      try await fixture.run(
        .fact(.state(statement: statement)),
        on: file,
        by: unit,
        for: .verification
      )
      let papers = ["identity card", "photograph", "proof of address", "proof of employment"]
      try await fixture.run(
        .application(.submit(basis: .employment, medium: .paper, papers: papers)),
        on: file
      )
      try await fixture.run(.application(.accept(number: 1)), on: file)
      let reviewer = Actor(account: "reviewer-1", role: .reviewer, office: "permits")
      try await fixture.run(.application(.refuse(number: 1)), on: file, by: reviewer)
      let browser = try await door.browser(of: file)
      let page = try await browser.get("/en/me/applications/1")
      #expect(page.has("How to seek review") && page.has("aj-cite"))
      let number = try #require(
        page.all(between: "href=\"/en/me/papers/", and: "\"").compactMap { Int($0) }.max()
      )
      let paper = try await browser.get("/en/me/papers/\(number)")
      #expect(paper.has("aj-paper") && paper.has("How to seek review") && paper.has("DEMO"))
      #expect(paper.has("SHA-256"))
    }
  }

  @Test func `who may not apply yet is told why, and where to go`() async throws {
    try await fixture.open { door in
      let identity = Identity.madeUp(6)
      let file = try await fixture.run(.person(.register(identity: identity, phone: nil))).resident
      let browser = try await door.browser(of: file)
      let page = try await browser.get("/en/me/apply")
      #expect(page.has("id=\"refusal-title\"") && page.has("href=\"/en/me/address\""))
      #expect(try await browser.get("/en/me").has("Register your address"))
    }
  }
}
