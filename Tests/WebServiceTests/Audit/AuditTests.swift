import Casework
import ExpressionLanguage
import Registry
import Testing
import WebService

struct AuditTests {
  @Test func `an auditor reads everything and changes nothing`() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.settle(1, name: "林小雨")
    try await fixture.issue("XA-1", to: id)
    try await fixture.open { door in
      let auditor = try await door.browser(as: .auditor, office: "audit")
      for path in [
        "/en/audit", "/en/audit/accounts", "/en/audit/security", "/en/audit/journal",
        "/en/desk", "/en/desk/statistics", "/en/desk/search",
        "/en/audit/accounts/clerk-1", "/en/audit/files/\(id.text)",
      ] {
        let page = try await auditor.get(path)
        #expect(page.status == 200, "\(path): \(page.words.prefix(200))")
      }
      let file = try await auditor.get("/en/desk/files/\(id.text)")
      #expect(file.status == 200 && file.has("林小雨") && !file.has("/do/"))
      let one = try await auditor.get("/en/desk/files/\(id.text)/applications/1")
      #expect(one.status == 200 && one.words.contains("Nothing can be done by your role now"))
      #expect(try await auditor.get("/en/desk/files/\(id.text)/do/endorse").status == 403)
      #expect(try await auditor.get("/en/desk/staff").status == 403)
    }
  }

  @Test func `the auditor's readings and looks into the log are in the log`() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.settle(1)
    try await fixture.open { door in
      let auditor = try await door.browser(as: .auditor, office: "audit")
      _ = try await auditor.get("/zh/desk/files/\(id.text)")
      let first = try await auditor.get("/zh/audit/files/\(id.text)")
      #expect(first.words.contains("审计"))
      let page = try await auditor.get("/en/audit/files/\(id.text)")
      #expect(page.words.contains("read access log"))
    }
  }

  @Test func `the journal is verified in the background`() async throws {
    let fixture = try await ServiceFixture()
    _ = try await fixture.settle(1)
    try await fixture.open { door in
      let auditor = try await door.browser(as: .auditor, office: "audit")
      let before = try await auditor.get("/en/audit/journal")
      #expect(!before.words.contains("The journal is whole"))
      let started = try await auditor.send("/en/audit/journal")
      #expect(started.status == 303)
      var page = try await auditor.get("/en/audit/journal")
      for _ in 0..<100 where !page.words.contains("The journal is whole") {
        try await Task.sleep(for: .milliseconds(20))
        page = try await auditor.get("/en/audit/journal")
      }
      #expect(page.words.contains("The journal is whole"))
    }
  }

  @Test func `statistics stand in a chart and in a table`() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.settle(1)
    try await fixture.issue("XA-1", to: id)
    try await fixture.open { door in
      for role in [Role.auditor, .policyOfficer, .reviewer] {
        let browser = try await door.browser(as: role, office: "office")
        let page = try await browser.get("/en/desk/statistics")
        #expect(page.status == 200 && page.has("aj-chart-bar") && page.has("<table"))
        #expect(page.words.contains("1 people on file") && page.words.contains("permits issued"))
        #expect(!page.has("style="))
      }
      let odd = try await door.browser(as: .auditor, named: "auditor-2", office: "audit")
      let path = "/en/desk/statistics?from=2999-12&to=0001-01"
      #expect(try await odd.get(path).status == 200)
    }
  }
}
