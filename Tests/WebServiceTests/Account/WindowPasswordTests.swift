import Accounts
import Casework
import ExpressionLanguage
import Testing
import WebService

@Suite struct `A new password at the window` {
  @Test func `a clerk makes a code for who stands there, and it sets the password`() async throws {
    let fixture = try await ServiceFixture()
    let resident = try await fixture.settle(1, name: "陈志远")
    try await fixture.open { door in
      let owner = try await door.browser(of: resident)
      let clerk = try await door.browser(as: .clerk)
      let path = "/zh/desk/files/\(resident.text)/password"
      let form = try await clerk.get(path + "?purpose=casework")
      #expect(form.status == 200)
      let page = try await clerk.send(path, ["purpose": "casework"])
      let code = try #require(page.all(between: "<p class=\"aj-code\">", and: "<").first)
      let guest = door.browser()
      try await guest.get("/zh/set-password")
      let done = try await guest.send(
        "/zh/set-password",
        ["code": code, "password": "another reed and a heron"]
      )
      #expect(done.location == "/zh/sign-in?set=1")
      #expect(try await owner.get("/zh/account").status == 303)
    }
  }

  @Test func `nobody but a clerk does, and only for who has an account`() async throws {
    let fixture = try await ServiceFixture()
    let resident = try await fixture.settle(1)
    try await fixture.open { door in
      let path = "/zh/desk/files/\(resident.text)/password?purpose=casework"
      for role in [Role.reviewer, .supervisor, .auditor] {
        #expect(try await door.browser(as: role).get(path).status == 403)
      }
      let clerk = try await door.browser(as: .clerk)
      let isThere1 = try await clerk.get(path).has("method=\"post\" action=\"/zh/desk/files")
      #expect(!isThere1)
      #expect(try await clerk.send(path, ["purpose": "casework"]).status == 404)
    }
  }
}
