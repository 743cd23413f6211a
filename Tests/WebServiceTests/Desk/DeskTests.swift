import Accounts
import Casework
import ExpressionLanguage
import MadeUpPeople
import Registry
import Testing
import WebService

struct DeskTests {
  @Test func `a queue shows what waits by deadline, and says when it is overdue`() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.settle(1)
    try await fixture.run(
      .application(.submit(basis: .employment, medium: .paper, papers: [])),
      on: id
    )
    try await fixture.open { door in
      let clerk = try await door.browser(as: .clerk)
      let page = try await clerk.get("/en/desk")
      #expect(page.status == 200 && page.has("\(id.text)-1") && page.words.contains("1 in all"))
      #expect(page.words.contains("Look through the papers"))
      #expect(!page.words.contains("overdue"))
      let other = try await clerk.get("/en/desk?district=rongxi")
      #expect(other.words.contains("Nothing waits"))
      fixture.clock.set(try #require(fixture.today.adding(days: 60)))
      let browser = try await door.browser(as: .clerk, named: "clerk-2")
      let late = try await browser.get("/zh/desk")
      #expect(late.words.contains("已超期"))
    }
  }

  @Test func `people are found by a form, and what was searched for is in no address`() async throws
  {
    let fixture = try await ServiceFixture()
    let id = try await fixture.settle(1, name: "欧阳志远")
    try await fixture.open { door in
      let clerk = try await door.browser(as: .clerk)
      let blank = try await clerk.get("/zh/desk/search?q=oyzy")
      #expect(!blank.has("欧阳志远") && !blank.has("value=\"oyzy\""))
      for query in ["oyzy", "志远", "ouyang"] {
        let page = try await clerk.send("/zh/desk/search", ["q": query, "purpose": "casework"])
        #expect(page.status == 200 && page.has("欧阳志远") && page.has(id.text))
        #expect(!page.has(Identity.madeUp(1).number.text))
      }
      let empty = try await clerk.send("/zh/desk/search", ["q": " "])
      #expect(empty.status == 422)
      try await fixture.run(
        .person(.protect(reason: "order")),
        on: id,
        by: Actor(account: "s", role: .supervisor, office: "permits"),
        for: .dataProtection
      )
      _ = try await clerk.get("/zh/desk/search")
      let hidden = try await clerk.send("/zh/desk/search", ["q": "oyzy"])
      #expect(hidden.has(id.text) && hidden.has("受保护") && !hidden.has("欧阳志远"))
      #expect(try await clerk.get("/zh/desk/files/\(id.text)?purpose=casework").status == 403)
    }
  }

  @Test func `a file is read for a purpose, which is asked for and logged`() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.settle(1, name: "林小雨")
    try await fixture.open { door in
      let clerk = try await door.browser(as: .clerk)
      let ask = try await clerk.get("/zh/desk/files/\(id.text)")
      #expect(ask.status == 200 && !ask.has("林小雨") && ask.has("value=\"correction\""))
      let wrong = try await clerk.get("/zh/desk/files/\(id.text)?purpose=audit")
      #expect(!wrong.has("林小雨"))
      let page = try await clerk.get("/zh/desk/files/\(id.text)?purpose=correction")
      #expect(page.has("林小雨") && page.words.contains("事由：更正"))
      let owner = Actor(account: "own", role: .resident, resident: id)
      let log = try await fixture.office.accesses(to: id, by: owner, for: .ownAffairs)
      #expect(log.map(\.purpose) == [.correction])
      #expect(try await clerk.get("/zh/desk/files/0000000000?purpose=casework").status == 404)
    }
  }

  @Test func `a person is registered with an address on one page, and can apply at once`()
    async throws
  {
    let fixture = try await ServiceFixture()
    let identity = Identity.madeUp(7, name: "赵敏")
    try await fixture.open { door in
      let clerk = try await door.browser(as: .clerk)
      let form = try await clerk.get("/en/desk/register")
      #expect(form.words.contains("Xiong&#39;an Beijing Elsewhere in China"))
      #expect(!form.words.contains("xiongan"))
      let slip = try await clerk.send(
        "/en/desk/register",
        ["name": "赵敏", "number": String(identity.number.text.dropLast()) + "?"]
      )
      #expect(slip.status == 422 && slip.words.contains("the last character is a digit or X"))
      #expect(slip.has("value=\"赵敏\""))
      let key = try #require(clerk.page?.hidden("key"))
      let answer = try await clerk.send(
        "/en/desk/register",
        [
          "key": key, "name": "赵敏", "number": identity.number.text, "household": "beijing",
          "address": "某路1号", "district": "rongdong", "place": "xiongan", "from": "2024-01-01",
          "proof": "lease", "code": "91139999MA0XN1T018", "employer": "某公司", "since": "2024-02-01",
        ]
      )
      #expect(answer.status == 303 && answer.location?.contains("/do/apply") == true)
      let apply = try await clerk.follow()
      #expect(apply.words.contains("赵敏") && apply.words.contains("photograph"))
      let path = try #require(answer.location?.split(separator: "?").first.map(String.init))
      let fields = ["key", "version", "purpose"].map { ($0, apply.hidden($0) ?? "") }
      let sent = try await clerk.post(
        path,
        Form(fields + [("basis", "employment"), ("papers", "photograph")])
      )
      #expect(sent.location?.contains("/applications/1") == true)
      // The same number again leads to the file that has it.
      _ = try await clerk.get("/en/desk/register")
      let again = try await clerk.send(
        "/en/desk/register",
        ["name": "赵敏", "number": identity.number.text, "key": "another"]
      )
      #expect(
        again.status == 422 && again.words.contains("There is a file with this number already")
      )
    }
  }

  @Test func `a fact is stated by inputs of its type`() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.settle(1)
    let path = "/en/desk/files/\(id.text)/do/state"
    try await fixture.open { door in
      let clerk = try await door.browser(as: .clerk)
      let choose = try await clerk.get("\(path)?purpose=casework")
      #expect(choose.has("<option value=\"education\">"))
      let form = try await clerk.get("\(path)?purpose=casework&fact=education")
      #expect(form.has("value=\"bachelor\"") && form.words.contains("public service"))
      let fields = ["key", "version", "purpose", "fact"].map { ($0, form.hidden($0) ?? "") }
      let sent = try await clerk.post(
        path,
        Form(
          fields + [("value", "bachelor"), ("source", "public service"), ("asOf", "2026-11-01")]
        )
      )
      #expect(sent.status == 303)
      let page = try await clerk.follow()
      #expect(page.words.contains("education") && page.words.contains("1 November 2026"))
    }
  }

  @Test func `two officers confiscate, never one`() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.settle(1)
    try await fixture.issue("XA-1", to: id)
    let file = "/en/desk/files/\(id.text)"
    try await fixture.open { door in
      let one = try await door.browser(as: .reviewer, named: "rev-1")
      let form = try await one.get("\(file)/do/propose-confiscation?purpose=casework")
      let fields = ["key", "version", "purpose"].map { ($0, form.hidden($0) ?? "") }
      let sent = try await one.post(
        "\(file)/do/propose-confiscation",
        Form(fields + [("ground", "fraud"), ("evidence", "GA-1")])
      )
      #expect(sent.status == 303)
      let page = try await one.get("\(file)?purpose=casework")
      #expect(!page.has("/do/confirm-confiscation?") && page.has("/do/drop-confiscation?"))
      #expect(page.words.contains("whoever proposed the confiscation"))
      let other = try await door.browser(as: .reviewer, named: "rev-2")
      let confirm = try await other.get("\(file)/do/confirm-confiscation?purpose=casework")
      let more = ["key", "version", "purpose"].map { ($0, confirm.hidden($0) ?? "") }
      #expect(try await other.post("\(file)/do/confirm-confiscation", Form(more)).status == 303)
      #expect(try await fixture.office.card("XA-1") == .cancelled)
    }
  }

  @Test func `a department answers what it is asked, and reads nothing else`() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.settle(1, name: "林小雨")
    // What is known of old is no answer to what is asked today.
    fixture.clock.pass(seconds: 86_400)
    let papers = ["identity card", "photograph", "proof of address", "proof of employment"]
    try await fixture.run(
      .application(.submit(basis: .employment, medium: .paper, papers: papers)),
      on: id
    )
    try await fixture.run(.application(.accept(number: 1)), on: id)
    try await fixture.run(
      .application(
        .askDepartment(
          number: 1,
          department: "public service",
          facts: ["stable employment", "education"]
        )
      ),
      on: id
    )
    try await fixture.open { door in
      let service = try await door.browser(as: .department, office: "public service")
      let queue = try await service.get("/en/desk")
      #expect(queue.has("/en/desk/checks/\(id.text)"))
      let page = try await service.get("/en/desk/checks/\(id.text)")
      #expect(page.words.contains("林小雨") && page.words.contains("education"))
      #expect(!page.has("某路") && !page.has("某公司"))
      #expect(try await service.get("/en/desk/files/\(id.text)").status == 403)
      let form = try await service.get("/en/desk/checks/\(id.text)/state?fact=education")
      let sent = try await service.post(
        "/en/desk/checks/\(id.text)/state",
        Form(
          [("key", form.hidden("key") ?? ""), ("fact", "education")]
            + [("value", "master"), ("source", "public service"), ("asOf", "2026-11-20")]
        )
      )
      #expect(sent.status == 303)
      let back = try await service.follow()
      #expect(back.words.contains("master"))
      // One of the two is not stated yet: nothing closes the check, and whoever tries is told what.
      #expect(!back.words.contains("close the check"))
      let early = try await service.post(
        "/en/desk/checks/\(id.text)/answer",
        Form([("key", "early"), ("n", "1")])
      )
      #expect(early.status == 422 && early.words.contains("has not said since it was asked"))
      #expect(early.words.contains("to be stated"))
      let other = try await service.post(
        "/en/desk/checks/\(id.text)/state",
        Form(
          [("key", "employed"), ("fact", "stable employment")]
            + [("value", "true"), ("source", "public service"), ("asOf", "2026-11-24")]
        )
      )
      #expect(other.status == 303)
      #expect(try await service.follow().words.contains("close the check"))
      let closed = try await service.post(
        "/en/desk/checks/\(id.text)/answer",
        Form([("key", "k"), ("n", "1")])
      )
      #expect(closed.status == 303)
      #expect(try await service.get("/en/desk/checks/\(id.text)").status == 422)
      let police = try await door.browser(
        as: .department,
        named: "police",
        office: "public security"
      )
      #expect(try await police.get("/en/desk/checks/\(id.text)").status == 422)
    }
  }

  @Test func `duplicates are compared before they are merged`() async throws {
    let fixture = try await ServiceFixture()
    let one = try await fixture.settle(1, name: "林小雨")
    let other = try await fixture.settle(2, name: "林晓雨")
    let path = "/en/desk/files/\(one.text)/merge"
    try await fixture.open { door in
      let supervisor = try await door.browser(as: .supervisor)
      let page = try await supervisor.get("\(path)?with=\(other.text)")
      #expect(page.has("林小雨") && page.has("林晓雨") && page.words.contains("differs"))
      let fields = ["key", "version", "with"].map { ($0, page.hidden($0) ?? "") }
      #expect(try await supervisor.post(path, Form(fields)).status == 303)
      let merged = try await supervisor.get("/en/desk/files/\(other.text)?purpose=correction")
      #expect(merged.words.contains("This file was merged into"))
    }
  }

  @Test func `a supervisor makes an account, and its link is shown once`() async throws {
    let fixture = try await ServiceFixture()
    try await fixture.open { door in
      let supervisor = try await door.browser(as: .supervisor)
      _ = try await supervisor.get("/en/desk/staff")
      let made = try await supervisor.send(
        "/en/desk/staff",
        ["name": "new-clerk", "role": "clerk", "office": "window 3", "language": "zh"]
      )
      #expect(made.status == 200 && made.has("id=\"invitation\""))
      #expect(!(try await supervisor.get("/en/desk/staff")).has("id=\"invitation\""))
      let account = try #require(try await fixture.accounts.account(named: "new-clerk"))
      let blocked = try await supervisor.send(
        "/en/desk/staff/\(account.id.text)",
        ["do": "block"]
      )
      #expect(blocked.status == 303)
      #expect(try await fixture.accounts.account(account.id)?.state == .blocked)
      let twice = try await supervisor.send(
        "/en/desk/staff",
        ["name": "new-clerk", "role": "clerk", "office": "window 3", "language": "zh"]
      )
      #expect(twice.status == 403 || twice.status == 422)
    }
  }

  @Test func `a department's account is made by its name in the reader's language`() async throws {
    let fixture = try await ServiceFixture()
    try await fixture.open { door in
      let supervisor = try await door.browser(as: .supervisor)
      let path = "/zh/desk/staff"
      let page = try await supervisor.get(path)
      #expect(page.has("<option value=\"construction\">建设和交通管理局</option>"))
      #expect(!page.words.contains("英文名"))
      let none = try await supervisor.send(
        path,
        ["name": "ps", "role": "department", "language": "zh"]
      )
      #expect(none.status == 422 && none.words.contains("请选择：核验部门"))
      let empty = try await supervisor.send(
        path,
        ["name": "ps", "role": "clerk", "language": "zh"]
      )
      #expect(empty.status == 422 && empty.words.contains("请填写：所属机构"))
      let made = try await supervisor.send(
        path,
        ["name": "bureau", "role": "department", "language": "zh", "department": "construction"]
      )
      #expect(made.status == 200 && made.has("id=\"invitation\""))
      #expect(try await fixture.accounts.account(named: "bureau")?.office == "construction")
      let code = try await supervisor.send(
        path,
        ["name": "unit", "role": "employer", "language": "zh", "office": "unit-1"]
      )
      #expect(code.status == 422 && code.has("href=\"#office\""))
      let unit = try await supervisor.send(
        path,
        ["name": "unit", "role": "employer", "language": "zh", "office": "91139999ma0xn1t018"]
      )
      #expect(unit.status == 200)
      let bound = try await fixture.accounts.account(named: "unit")
      #expect(bound?.office == "91139999MA0XN1T018")
    }
  }

  @Test func `an activation code is made at the window and binds nobody else`() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.settle(1)
    try await fixture.open { door in
      let clerk = try await door.browser(as: .clerk)
      let path = "/en/desk/files/\(id.text)/code"
      let page = try await clerk.get("\(path)?purpose=casework")
      #expect(page.status == 200 && !page.has("aj-total"))
      let made = try await clerk.send(path, ["purpose": "casework"])
      #expect(made.status == 200 && made.has("aj-total"))
    }
  }
}
