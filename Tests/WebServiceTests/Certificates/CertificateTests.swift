import HTTPTypes
import Accounts
import Casework
import ExpressionLanguage
import Foundation
import PermitCredential
import Registry
import Testing
import WebService

struct CertificateTests {
  @Test func `a permit is issued, shown, checked off line, suspended, and its card replaced`()
    async throws
  {
    let fixture = try await ServiceFixture()
    let id = try await fixture.settle(1, name: "林小雨")
    try await fixture.issue("XA-2026-1", to: id)
    try await fixture.open { door in
      let mine = try await door.browser(of: id)
      let guest = door.browser()
      let verifier = try await fixture.fetchedVerifier(by: guest)

      let page = try await mine.get("/zh/me/certificate")
      #expect(page.status == 200)
      #expect(page.has("林小雨") && page.has("XA-2026-1") && page.has("<svg") && page.has("演示"))
      let token = try #require(page.token)
      #expect(verifier.check(token, at: fixture.seconds).status == .unknown)
      var lists = try await fixture.fetchedLists(by: guest, verifier)
      let check = verifier.check(token, at: fixture.seconds, lists: lists)
      #expect(check.status == .valid)
      #expect(check.claims?.serial == "XA-2026-1")

      // Nobody endorses in the first year.
      let due = try #require(check.claims?.due)
      fixture.clock.set(try #require(due.adding(days: 1)))
      #expect(!verifier.check(token, at: fixture.seconds, lists: lists).status.isGood)
      lists = try await fixture.fetchedLists(by: guest, verifier)
      let late = verifier.check(token, at: fixture.seconds, lists: lists)
      #expect(late.status == .suspended && late.reason == .listedSuspended)
      let again = try await door.browser(of: id)
      let suspended = try await again.get("/en/me/certificate")
      #expect(suspended.has("The permit is suspended") && suspended.token == nil)
      #expect(!suspended.has("<svg xmlns"))

      try await fixture.run(.permit(.endorse), on: id)
      let endorsed = try await again.get("/zh/me/certificate")
      let second = try #require(endorsed.token)
      fixture.clock.pass(seconds: 180)
      lists = try await fixture.fetchedLists(by: guest, verifier)
      #expect(verifier.check(second, at: fixture.seconds, lists: lists).status == .valid)

      try await fixture.run(.permit(.reportLoss), on: id)
      let lost = try await again.get("/zh/me/certificate")
      #expect(lost.has("已挂失") && lost.token == nil)
      try await fixture.run(
        .permit(.replaceCard(serial: "XA-2026-2", isOldHandedIn: false, paidFen: 2_000)),
        on: id
      )
      let third = try #require(try await again.get("/zh/me/certificate").token)
      fixture.clock.pass(seconds: 180)
      lists = try await fixture.fetchedLists(by: guest, verifier)
      #expect(verifier.check(second, at: fixture.seconds, lists: lists).status == .cancelled)
      let good = verifier.check(third, at: fixture.seconds, lists: lists)
      #expect(good.status == .valid && good.claims?.serial == "XA-2026-2")
    }
  }

  @Test func `a permit that has ended gets no code, and says so`() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.settle(1)
    try await fixture.issue("XA-1", to: id)
    try await fixture.run(.permit(.cancel(ground: .givenUp, from: fixture.today)), on: id)
    try await fixture.open { door in
      let page = try await door.browser(of: id).get("/en/me/certificate")
      #expect(page.has("The permit has ended") && page.token == nil)
    }
  }

  @Test func `who has no permit is told how to get one`() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.settle(1)
    try await fixture.open { door in
      let page = try await door.browser(of: id).get("/en/me/certificate")
      #expect(page.status == 200 && page.has("/en/me/apply") && page.token == nil)
    }
  }

  @Test func `a parent sees the certificate of the child for whom they act`() async throws {
    let fixture = try await ServiceFixture()
    let parent = try await fixture.settle(1, name: "林父")
    let born = fixture.today.adding(months: -12 * 10, monthEnd: .down)
    let child = try await fixture.settle(2, name: "林小雨", born: born)
    try await fixture.issue("XA-CHILD", to: child)
    try await fixture.run(
      .person(.appointGuardian(guardian: parent, ground: .minor)),
      on: child
    )
    try await fixture.open { door in
      let browser = try await door.browser(of: parent)
      #expect(!(try await browser.get("/zh/me/certificate")).has("XA-CHILD"))
      try await browser.get("/zh/me/people")
      try await browser.send("/zh/me/people", ["resident": child.text])
      let page = try await browser.get("/zh/me/certificate")
      #expect(page.has("XA-CHILD") && page.has("林小雨") && page.token != nil)
    }
  }

  @Test func `only a resident comes to a certificate`() async throws {
    let fixture = try await ServiceFixture()
    try await fixture.open { door in
      let guest = try await door.browser().get("/zh/me/certificate")
      #expect(guest.status == 303)
      let clerk = try await door.browser(as: .clerk).get("/zh/me/certificate")
      #expect(clerk.status == 403)
    }
  }
}

extension PermitStatus {
  fileprivate var isGood: Bool { self == .valid }
}

extension Page {
  /// The signed text in the link of a certificate.
  var token: String? {
    all(between: "/c/", and: "\"").first { $0.split(separator: ".").count == 3 }
  }
}

extension ServiceFixture {
  /// The moment in seconds since 1970.
  var seconds: Int64 { office.now.milliseconds / 1_000 }

  /// What another office has that fetched the keys.
  func fetchedVerifier(by guest: Browser) async throws -> PermitVerifier {
    let keys = try await guest.get("/.well-known/jwks.json")
    #expect(keys.headers[.contentType] == "application/jwk-set+json")
    return PermitVerifier(
      try await PublicKeys(jwks: Array(keys.text.utf8)),
      issuer: SigningKeys.demoIssuer
    )
  }

  /// Every status list, as another office fetches them.
  func fetchedLists(
    by guest: Browser,
    _ verifier: PermitVerifier
  ) async throws -> [SignedStatusList] {
    let index = try await guest.get("/status")
    let addresses = index.all(between: "/status/", and: "\"")
    var lists: [SignedStatusList] = []
    for number in addresses {
      let page = try await guest.get("/status/\(number)")
      #expect(page.status == 200)
      #expect(page.headers[.contentType] == "application/statuslist+jwt")
      lists.append(try SignedStatusList(page.text, keys: verifier.keys))
    }
    #expect(!lists.isEmpty)
    return lists
  }
}
