import Casework
import Hummingbird
import HummingbirdTesting
import Logging
import Testing
import WebService

/// Whoever is turned away leaves a trace without anything personal.
struct RefusalLogTests {
  @Test func `a wrong role, a forged form and another's file are noted, by account alone`()
    async throws
  {
    let fixture = try await ServiceFixture()
    let file = try await fixture.settle(1)
    let lines = Lines()
    let told = fixture.service
    let service = Service(
      office: told.office,
      accounts: told.accounts,
      permits: told.permits,
      library: told.library,
      pages: told.pages,
      settings: told.settings,
      sealKey: told.sealKey,
      logger: Logger(label: "test") { _ in LineLog(lines: lines) }
    )
    try await WebApplication.build(service).test(.router) { client in
      let door = Door(fixture: fixture, client: client)
      let browser = try await door.browser(of: file)
      #expect(try await browser.get("/zh/desk/files/\(file.text)").status == 403)
      #expect(lines.all.contains("not-allowed") && lines.all.contains("/desk/files/{resident}"))
      try await browser.get("/zh/me/contact")
      #expect(try await browser.send("/zh/me/contact", ["csrf": "x", "phone": "1"]).status == 403)
      #expect(lines.all.contains("forged") && lines.all.contains("POST /me/contact"))
      #expect(!lines.all.contains(file.text) && !lines.all.contains("resident-1"))
    }
  }
}
