import Casework
import ExpressionLanguage
import MadeUpPeople
import Registry
import Testing
import WebService

/// A case from the window to the card, by the pages alone.
struct CaseTests {
  private static let papers = ["identity card", "photograph", "proof of address"]

  private func apply(_ fixture: ServiceFixture, _ papers: [String]) async throws -> ResidentID {
    let id = try await fixture.settle(1, name: "林小雨")
    try await fixture.run(
      .application(.submit(basis: .employment, medium: .paper, papers: papers)),
      on: id
    )
    return id
  }

  /// The hidden fields of the form that a browser shows.
  private func hidden(_ page: Page) -> [String: String] {
    ["key", "version", "purpose", "n"].reduce(into: [:]) { $0[$1] = page.hidden($1) }
  }

  private func done(
    _ browser: Browser,
    _ path: String,
    _ fields: [(String, String)] = [],
    number: Int? = 1
  ) async throws -> Page {
    let query = "?purpose=casework" + (number.map { "&n=\($0)" } ?? "")
    let form = try await browser.get(path + query)
    #expect(form.status == 200, "\(path): \(form.words.prefix(300))")
    let sent = Form(hidden(form).map { ($0.key, $0.value) } + fields)
    return try await browser.post(path, sent)
  }

  @Test func `what is missing is worked out, told once, and then nothing else can be`() async throws
  {
    let fixture = try await ServiceFixture()
    let id = try await apply(fixture, ["identity card"])
    let file = "/en/desk/files/\(id.text)"
    try await fixture.open { door in
      let clerk = try await door.browser(as: .clerk)
      let page = try await clerk.get("\(file)/applications/1?purpose=casework")
      #expect(page.status == 200 && page.words.contains("Give the one-time notice"))
      #expect(page.words.contains("林小雨") && !page.has(Identity.madeUp(1).number.text))
      // Accepting is closed, with why.
      #expect(!page.has("/do/accept?"))
      let form = try await clerk.get("\(file)/do/notice?purpose=casework&n=1")
      #expect(form.words.contains("proof of employment") && form.words.contains("photograph"))
      let answer = try await done(clerk, "\(file)/do/notice")
      #expect(answer.status == 303)
      let after = try await clerk.follow()
      #expect(after.words.contains("supplement needed"))
      let again = try await clerk.get("\(file)/do/notice?purpose=casework&n=1")
      #expect(!again.words.contains("What follows"))
    }
  }

  @Test func `a complete case goes from acceptance to the card`() async throws {
    let fixture = try await ServiceFixture()
    let id = try await apply(fixture, Self.papers + ["proof of employment"])
    let file = "/zh/desk/files/\(id.text)"
    try await fixture.open { door in
      let clerk = try await door.browser(as: .clerk)
      #expect(try await done(clerk, "\(file)/do/accept").status == 303)
      let reviewer = try await door.browser(as: .reviewer)
      let page = try await reviewer.get("\(file)/applications/1?purpose=casework")
      #expect(page.words.contains("符合条件，应予批准") && page.words.contains("第"))
      #expect(page.has("/do/approve?") && !page.has("/do/refuse?"))
      #expect(try await done(reviewer, "\(file)/do/approve").status == 303)
      let issue = try await clerk.get("\(file)/do/issue?purpose=casework&n=1")
      let serial = try #require(issue.all(between: "name=\"serial\" value=\"", and: "\"").first)
      #expect(!serial.isEmpty)
      #expect(try await done(clerk, "\(file)/do/issue", [("serial", serial)]).status == 303)
      #expect(try await fixture.office.card(serial) == .valid)
    }
  }

  @Test func `sending a form twice does it once`() async throws {
    let fixture = try await ServiceFixture()
    let id = try await apply(fixture, Self.papers + ["proof of employment"])
    let path = "/en/desk/files/\(id.text)/do/accept"
    try await fixture.open { door in
      let clerk = try await door.browser(as: .clerk)
      let form = try await clerk.get(path + "?purpose=casework&n=1")
      let sent = Form(
        (hidden(form).map { ($0.key, $0.value) }) + [("csrf", form.hidden("csrf") ?? "")]
      )
      #expect(try await clerk.post(path, sent).status == 303)
      #expect(try await clerk.post(path, sent).status == 303)
    }
    let actor = Actor(account: "clerk-1", role: .clerk, office: "window 1")
    let view = try await fixture.office.file(id, by: actor, for: .casework)
    #expect(view.entries.count { $0.entry.event.type == "application/accepted" } == 1)
  }

  @Test func `a file that changed meanwhile is shown with what has changed`() async throws {
    let fixture = try await ServiceFixture()
    let id = try await apply(fixture, Self.papers + ["proof of employment"])
    let path = "/en/desk/files/\(id.text)/do/accept"
    try await fixture.open { door in
      let clerk = try await door.browser(as: .clerk)
      let form = try await clerk.get(path + "?purpose=casework&n=1")
      try await fixture.run(.person(.changePhone(phone: "13812345678")), on: id)
      let sent = Form(hidden(form).map { ($0.key, $0.value) })
      let answer = try await clerk.post(path, sent)
      #expect(answer.status == 409)
      #expect(
        answer.words.contains("The file has changed") && answer.words.contains("phone changed")
      )
      #expect(!answer.has("13812345678"))
      // Sent again, with what is now known, it is done.
      let again = Form(hidden(answer).map { ($0.key, $0.value) })
      #expect(try await clerk.post(path, again).status == 303)
    }
  }

  @Test func `reasons are chosen, and what is not on the list is taken from nobody`() async throws {
    let fixture = try await ServiceFixture()
    let id = try await apply(fixture, ["identity card"])
    let path = "/en/desk/files/\(id.text)/do/decline"
    try await fixture.open { door in
      let clerk = try await door.browser(as: .clerk)
      let typed = try await done(clerk, path, [("reason", "because I say so"), ("office", "1")])
      #expect(typed.status == 422 && typed.words.contains("Choose: Reason"))
    }
    let actor = Actor(account: "clerk-1", role: .clerk, office: "window 1")
    let view = try await fixture.office.file(id, by: actor, for: .casework)
    #expect(view.file.applications.open != nil)
  }

  @Test func `a clerk neither approves nor sees the pages of supervisors`() async throws {
    let fixture = try await ServiceFixture()
    let id = try await apply(fixture, Self.papers + ["proof of employment"])
    try await fixture.open { door in
      let clerk = try await door.browser(as: .clerk)
      let file = "/en/desk/files/\(id.text)"
      #expect(try await clerk.get("\(file)/do/approve?purpose=casework&n=1").status == 403)
      #expect(try await clerk.get("\(file)/do/nonsense?purpose=casework").status == 404)
      #expect(try await clerk.get("/en/desk/staff").status == 403)
      #expect(try await clerk.get("/en/audit").status == 403)
      let guest = door.browser()
      #expect(try await guest.get(file).status == 303)
    }
  }
}
