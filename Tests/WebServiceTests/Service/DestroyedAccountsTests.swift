import Accounts
import Casework
import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import Registry
import Testing
import WebService

/// One order destroys what the office keeps and the account with it.
struct DestroyedAccountsTests {
  private let fixture: ServiceFixture

  init() async throws { fixture = try await ServiceFixture() }

  private func destroy(_ resident: ResidentID) async throws {
    try await fixture.office.destroyPerson(
      resident,
      by: Actor(account: "supervisor-1", role: .supervisor, office: "permits"),
      for: .dataProtection,
      reason: "retention-over"
    )
  }

  @Test func `the accounts of all files of a destroyed person go, and no other`() async throws {
    let (one, double) = (try await fixture.settle(1), try await fixture.settle(2))
    let other = try await fixture.settle(3)
    try await fixture.open { door in
      let first = try await door.browser(of: one, named: "first-name")
      let second = try await door.browser(of: double, named: "second-name")
      let third = try await door.browser(of: other, named: "third-name")
      try await fixture.run(
        .person(.merge(duplicate: double)),
        on: one,
        by: Actor(account: "supervisor-1", role: .supervisor, office: "permits"),
        for: .correction
      )
      let destroyed = DestroyedAccounts(fixture.service)
      try await destroyed.catchUp()
      #expect(try await fixture.accounts.account(of: one) != nil)
      try await destroy(one)
      try await destroyed.catchUp()
      for (browser, name) in [(first, "first-name"), (second, "second-name")] {
        #expect(try await browser.get("/zh/account").location?.contains("/sign-in") == true)
        #expect(try await fixture.accounts.account(named: name) == nil)
      }
      #expect(try await third.get("/zh/me").status == 200)
      let entries = try await fixture.accounts.securityEvents(after: 0, limit: 1_000)
      #expect(entries.count { $0.kind == .forgotten } == 2)
      // Done again, nothing happens.
      try await destroyed.catchUp()
      #expect(
        try await fixture.accounts.securityEvents(after: 0, limit: 1_000).count == entries.count
      )
    }
  }

  @Test func `a copy of the accounts that knows somebody destroyed forgets them too`() async throws
  {
    let file = try await fixture.settle(1)
    try await fixture.open { door in
      _ = try await door.browser(of: file, named: "first-name")
      let copy = fixture.folder.appending(path: "copy.sqlite").path
      try await fixture.accounts.backup(to: copy)
      try await destroy(file)
      try await DestroyedAccounts(fixture.service).catchUp()
      let told = fixture.service
      let clock = fixture.clock
      let accounts = try await AccountStore.open(path: copy, key: told.sealKey) {
        clock.moment.milliseconds
      }
      defer { try? accounts.close() }
      #expect(try await accounts.account(named: "first-name") != nil)
      let lines = Lines()
      let again = Service(
        office: told.office,
        accounts: accounts,
        permits: told.permits,
        library: told.library,
        pages: told.pages,
        settings: told.settings,
        sealKey: told.sealKey,
        logger: Logger(label: "test") { _ in LineLog(lines: lines) }
      )
      try await DestroyedAccounts(again).catchUp()
      #expect(try await accounts.account(named: "first-name") == nil)
      #expect(lines.all.contains("destroyed") && lines.all.contains("\"accounts\": 1"))
      #expect(!lines.all.contains(file.text) && !lines.all.contains("first-name"))
    }
  }
}
