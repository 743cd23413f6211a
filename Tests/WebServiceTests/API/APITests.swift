import Casework
import Foundation
import HTTPTypes
import Registry
import Testing
import WebService

/// The API as programs use it.
struct APITests {
  private let fixture: ServiceFixture

  init() async throws { fixture = try await ServiceFixture() }

  /// A program in which a resident has signed in, whose account is bound to a file.
  private func resident(_ door: Door, _ file: ResidentID) async throws -> Program {
    _ = try await door.browser(of: file)
    var program = door.program()
    let opened = try await program.post(
      "/api/v1/sessions",
      #"{"name": "resident-1", "password": "\#(ServiceFixture.password)"}"#
    )
    #expect(opened.status == 201 && opened.text("standing") == "signed in")
    let token: String = try #require(opened.text("token"))
    program.token = token
    return program
  }

  @Test func `every route of the API is described, and nothing else`() async throws {
    try await fixture.open { door in
      let answer = try await door.program().get("/api/openapi.json")
      #expect(answer.text("openapi") == "3.1.0")
      let paths = try #require(answer.fields["paths"] as? [String: [String: Any]])
      let described = Set(
        paths.flatMap { path, methods in methods.keys.map { "\($0.uppercased()) \(path)" } }
      )
      let routes = RouteTable.rows.filter { $0.kind == .api && $0.path != "/api/openapi.json" }
      #expect(described == Set(routes.map { "\($0.method) \($0.path)" }))
      #expect(described.count == 18)
    }
  }

  @Test func `another method is told which ones are taken, and no address that there is none`()
    async throws
  {
    try await fixture.open { door in
      let wanted = [
        ("/api/v1/session", "DELETE, GET, HEAD"), ("/api/v1/measures", "GET, HEAD"),
        ("/api/v1/measures/anywhere/anything", "GET, HEAD"), ("/api/v1/checks", "POST"),
        ("/zh/sign-in", "GET, HEAD, POST"), ("/health/live", "GET, HEAD"),
      ]
      for (path, allowed) in wanted {
        for method in [HTTPRequest.Method.trace, .put, .options] {
          let answer = try await door.program().ask(method, path, nil, [:])
          #expect(answer.status == 405, "\(method) \(path)")
          #expect(answer.allow == allowed, "\(method) \(path)")
        }
      }
      let nowhere = try await door.program().ask(.trace, "/api/v1/nowhere", nil, [:])
      #expect(nowhere.status == 404 && nowhere.allow == nil)
    }
  }

  @Test func `a decision is made of facts that are sent, and a wrong one is told`() async throws {
    try await fixture.open { door in
      let program = door.program()
      let decided = try await program.post("/api/v1/assessments", #"{"facts": {}}"#)
      #expect(decided.status == 200 && decided.count("channels") > 3)
      let asked = try await program.post("/api/v1/inquiries", #"{"facts": {}}"#)
      #expect(asked.count("questions") > 3)
      for wrong in [#"{"facts": "AAA"}"#, #"{"facts": []}"#, #"{"other": {}}"#, "[]", "{", ""] {
        let refused = try await program.post("/api/v1/inquiries", wrong)
        #expect(refused.status == 400, "\(wrong)")
        #expect(refused.type == "application/problem+json")
        // A program is told of the API's description, and not of pages.
        #expect("\(refused.fields)".contains("/api/openapi.json"))
      }
      let nowhere = try await program.get("/api/v1/nothing")
      #expect(nowhere.status == 404 && "\(nowhere.fields)".contains("/api/openapi.json"))
      let unknown = try await program.post("/api/v1/assessments", #"{"facts": {"学历": "博 士"}}"#)
      #expect(unknown.status == 422 && unknown.count("errors") == 1)
      let text = try await program.post("/api/v1/assessments", "{}", type: "text/plain")
      #expect(text.status == 415)
    }
  }

  @Test func `a measure is listed and read, on its day`() async throws {
    try await fixture.open { door in
      let program = door.program()
      #expect(try await program.get("/api/v1/measures").count("measures") > 5)
      let path = "/api/v1/measures/xiongan/residence-permit"
      let measure = try await program.get(path)
      #expect(measure.text("text")?.hasPrefix("---") == true)
      let tag = try #require(measure.tag)
      #expect(try await program.get(path, headers: [.ifNoneMatch: tag]).status == 304)
      #expect(try await program.get(path + "?on=1990-01-01").status == 404)
      #expect(try await program.get(path + "?on=yesterday").status == 400)
      #expect(try await program.get("/api/v1/measures/nowhere/none").status == 404)
    }
  }

  @Test func `a card's number is answered, and no name but its own is taken`() async throws {
    let file = try await fixture.settle(1)
    try await fixture.issue("XA-1", to: file)
    try await fixture.open { door in
      let program = door.program()
      let good = try await program.post("/api/v1/checks", #"{"serial": "XA-1"}"#)
      #expect(good.text("answer") == "valid")
      let none = try await program.post("/api/v1/checks", #"{"serial": "张三"}"#)
      #expect(none.text("answer") == "unknown")
      let more = try await program.post("/api/v1/checks", #"{"serial": "XA-1", "name": "x"}"#)
      #expect(more.status == 400)
      let null = try await program.post("/api/v1/checks", #"{"serial": null}"#)
      #expect(null.status == 400)
      for _ in 0..<40 { _ = try await program.post("/api/v1/checks", #"{"serial": "XA-2"}"#) }
      let tooMany = try await program.post("/api/v1/checks", #"{"serial": "XA-3"}"#)
      #expect(tooMany.status == 429)
    }
  }

  @Test func `a resident reads the own file only, and does a thing once`() async throws {
    let (mine, other) = (try await fixture.settle(1), try await fixture.settle(2))
    try await fixture.open { door in
      #expect(try await door.program().get("/api/v1/residents/\(mine.text)").status == 401)
      let program = try await resident(door, mine)
      let file = try await program.get("/api/v1/residents/\(mine.text)")
      #expect(file.status == 200 && file.text("resident") == mine.text)
      #expect(try await program.get("/api/v1/residents/\(other.text)").status == 403)
      let submit = """
        {"on": "application", "do": {"submit": {"basis": "employment", "medium": "on line", \
        "papers": ["identity card"]}}, "purpose": "own affairs"}
        """
      let path = "/api/v1/residents/\(mine.text)/commands"
      let key: HTTPFields = [try #require(HTTPField.Name("Idempotency-Key")): "submit-0001"]
      let first = try await program.post(path, submit, headers: key)
      #expect(first.status == 200 && first.number("application") == 1)
      let again = try await program.post(path, submit, headers: key)
      #expect(again.isTrue("wasRepeated") && again.number("version") == first.number("version"))
      let second = try await program.post(path, submit)
      #expect(second.status == 422 && second.text("remedy")?.isEmpty == false)
      let elsewhere = try await program.post(
        "/api/v1/residents/\(other.text)/commands",
        submit
      )
      #expect(elsewhere.status == 403)
      let readings = try await program.get("/api/v1/residents/\(mine.text)/readings")
      #expect(readings.count("readings") >= 1)
      #expect(try await program.get("/api/v1/tasks").status == 403)
    }
  }

  @Test func `who acts for an office says what a file is read for, and it is logged with that`()
    async throws
  {
    let file = try await fixture.settle(1)
    try await fixture.open { door in
      let path = "/api/v1/residents/\(file.text)"
      var told: [Int] = []
      let purposes: [(Role, String)] = [
        (.clerk, "casework, correction"), (.reviewer, "casework"),
        (.supervisor, "casework, correction, data protection"), (.auditor, "audit"),
      ]
      for (role, words) in purposes {
        let browser = try await door.browser(as: role)
        var program = door.program()
        program.token = browser.cookies["anju-session"]
        let unsaid = try await program.get(path)
        #expect(unsaid.status == 400 && unsaid.type == "application/problem+json", "\(role)")
        #expect("\(unsaid.fields)".contains("one of \(words)"), "\(unsaid.fields)")
        let first = words.split(separator: ",").first.map(String.init) ?? ""
        told.append(try await program.get(path + "?purpose=\(first)").status)
        #expect(try await program.get(path + "?purpose=own+affairs").status == 403)
        #expect(try await program.get(path + "?purpose=curiosity").status == 400)
        #expect(try await program.get(path + "?purpose=").status == 400)
        guard role == .auditor || role == .supervisor else { continue }
        let purpose = role == .auditor ? "audit" : "data+protection"
        #expect(try await program.get(path + "/readings").status == 400)
        #expect(try await program.get(path + "/readings?purpose=\(purpose)").status == 200)
      }
      #expect(told == [200, 200, 200, 200])
      let described = try await door.program().get("/api/openapi.json")
      #expect("\(described.fields)".contains("whoever acts for an office must name it"))
      // Nothing is logged that was not read.
      let auditor = Actor(account: "auditor-9", role: .auditor, office: "audit")
      let readings = try await fixture.office.accesses(to: file, by: auditor, for: .audit)
      #expect(readings.count { $0.action == .readFile } == 4)
    }
  }

  @Test func `one address gets sixty decisions and inquiries a minute, and others theirs`()
    async throws
  {
    let fixture = try await ServiceFixture { $0.trustedProxies = 1 }
    try await fixture.open { door in
      let program = door.program()
      func ask(_ what: String, _ address: String) async throws -> Int {
        let forwarded = try #require(HTTPField.Name("X-Forwarded-For"))
        // What can't be read costs nothing here, and counts.
        return try await program.post(
          "/api/v1/\(what)",
          "{}",
          headers: [forwarded: address]
        ).status
      }
      for number in 0..<60 {
        let what = number.isMultiple(of: 2) ? "assessments" : "inquiries"
        let status = try await ask(what, "192.0.2.1")
        #expect(status == 400, "\(number)")
      }
      for what in ["assessments", "inquiries"] {
        let (own, others) = (try await ask(what, "192.0.2.1"), try await ask(what, "192.0.2.2"))
        #expect(own == 429 && others == 400, "\(what)")
      }
      fixture.clock.pass(seconds: 121)
      let later = try await ask("assessments", "192.0.2.1")
      #expect(later == 400)
    }
  }

  @Test func `a number of another kind is told like any other mistake`() async throws {
    try await fixture.open { door in
      var program = door.program()
      program.token = try await door.browser(as: .clerk).cookies["anju-session"]
      for number in ["2.5890419884777833e-42", "1.5", "1e40", "99999999999999999999", "-1"] {
        let body = #"{"query": "a", "purpose": "casework", "limit": \#(number)}"#
        let refused = try await program.post("/api/v1/searches", body)
        #expect(refused.status == 400, "\(number)")
        #expect(refused.type == "application/problem+json")
      }
      // What is named and left empty is no choice either.
      for query in ["purpose=", "limit=", "limit=%20"] {
        #expect(try await program.get("/api/v1/tasks?\(query)").status == 400, "\(query)")
      }
    }
  }

  @Test func `a session ends where it is told to`() async throws {
    let file = try await fixture.settle(1)
    try await fixture.open { door in
      let program = try await resident(door, file)
      #expect(try await program.get("/api/v1/session").text("role") == "resident")
      #expect(try await program.ask(.delete, "/api/v1/session", nil, [:]).status == 204)
      #expect(try await program.get("/api/v1/session").status == 401)
      let wrong = try await door.program().post(
        "/api/v1/sessions",
        #"{"name": "resident-1", "password": "not this one"}"#
      )
      #expect(wrong.status == 401)
    }
  }

  @Test func `a cookie alone changes nothing without the token of its pages`() async throws {
    let file = try await fixture.settle(1)
    try await fixture.open { door in
      let browser = try await door.browser(of: file)
      let cookie = browser.cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
      let path = "/api/v1/residents/\(file.text)/commands"
      let body = #"{"on": "permit", "do": {"reportLoss": {}}, "purpose": "own affairs"}"#
      let forged = try await door.program().post(path, body, headers: [.cookie: cookie])
      #expect(forged.status == 403 && forged.text("type") == "/problems/forged")
      // What a proxy in front may ask for is no reason to pass over it.
      let basic = try await door.program().post(
        path,
        body,
        headers: [.cookie: cookie, .authorization: "Basic eDp5"]
      )
      #expect(basic.status == 403 && basic.text("type") == "/problems/forged")
    }
  }
}
