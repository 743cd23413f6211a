import Foundation
import Casework
import Crypto
import ExpressionLanguage
import HTTPTypes
import HummingbirdTesting
import Logging
import PermitCredential
import Synchronization
import Testing
import WebService

struct CheckPageTests {
  @Test func `each number gets its answer, and nothing of the person`() async throws {
    let fixture = try await ServiceFixture()
    for person in 1...3 {
      let id = try await fixture.settle(UInt64(person), name: "林小雨\(person)")
      try await fixture.issue("XA-\(person)", to: id)
      if person == 2 { try await fixture.run(.permit(.reportLoss), on: id) }
    }
    try await fixture.open { door in
      let guest = door.browser()
      for (number, zh, en) in [
        ("XA-1", "有效", "Valid"), ("XA-2", "已注销", "Cancelled"), ("XA-9", "查无此证", "Unknown"),
      ] {
        let chinese = try await guest.check(number, "zh")
        #expect(chinese.status == 200 && chinese.headline == zh, "\(number)")
        let english = try await guest.check(number, "en")
        #expect(english.headline == en, "\(number)")
        for page in [chinese, english] {
          #expect(page.has(number) && page.has("2026-11-23T12:00"))
          #expect(!page.has("林小雨") && !page.has("resident/"))
          #expect(page.headers[.cacheControl] == "no-store")
        }
      }
      fixture.clock.set(try #require(CivilDate("2028-01-01")))
      #expect(try await guest.check("XA-1", "zh").headline == "使用功能中止")
    }
  }

  @Test func `a number is understood as people type it`() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.settle(1)
    try await fixture.issue("XA-1", to: id)
    try await fixture.open { door in
      let guest = door.browser()
      for typed in ["xa-1", " XA-1\t", "ＸＡ－１", "XA–1", "X A - 1", "\u{200B}XA-1"] {
        #expect(try await guest.check(typed, "zh").headline == "有效", "\(typed)")
      }
      for typed in ["", "   ", "XA_1", "号码一", "https://example.org/zh/check", "a.b", "<script>"] {
        let page = try await guest.check(typed, "zh")
        #expect(page.status == 422, "\(typed)")
        #expect(page.has("number-error") && !page.has("<script>"))
      }
    }
  }

  @Test func `a link is understood typed or scanned, in any language`() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.settle(1)
    try await fixture.issue("XA-1", to: id)
    try await fixture.open { door in
      let mine = try await door.browser(of: id)
      let token = try #require(try await mine.get("/zh/me/certificate").token)
      let guest = door.browser()
      let link = "http://localhost:8080/c/\(token)"
      for typed in [
        token, link, link + "?from=scan", "\n\(link.prefix(120))\n\(link.dropFirst(120))",
      ] {
        #expect(try await guest.check(typed, "en").headline == "Valid")
      }
      let led = try await guest.get("/c/\(token)", headers: [.acceptLanguage: "en-GB,en;q=0.9"])
      #expect(led.status == 303 && led.location == "/en/c/\(token)")
      let scanned = try await guest.follow()
      #expect(scanned.headline == "Valid" && scanned.has("XA-1"))
      #expect(scanned.headers[HTTPField.Name("X-Robots-Tag") ?? .via] == "noindex")
      // The language can be changed, and the answer stays.
      #expect(try await guest.get("/zh/c/\(token)").headline == "有效")
      try await fixture.run(.permit(.reportLoss), on: id)
      #expect(try await guest.get("/zh/c/\(token)").headline == "已注销")
    }
  }

  @Test func `what this office did not sign is unknown, and its number is not shown`() async throws
  {
    let fixture = try await ServiceFixture()
    let id = try await fixture.settle(1)
    try await fixture.issue("XA-1", to: id)
    try await fixture.open { door in
      let guest = door.browser()
      let claims = try PermitClaims(
        issuer: "demo",
        serial: "XA-1",
        issued: fixture.today,
        due: try #require(fixture.today.adding(days: 300)),
        place: try #require(StatusPlace(list: 0, index: 1))
      )
      let forged = try PermitToken(claims, by: try await .demo()).text
      let genuine = try PermitToken(claims, by: fixture.service.permits.keys).text
      let altered = genuine.dropLast(4) + "AAAA"
      for token in [forged, String(altered), "a.b.c", "no", "%0D%0Ax", "..", ".", "XA-1.."] {
        let page = try await guest.get("/zh/c/\(token)")
        if token == "no" {
          #expect(page.status == 303 && page.location == "/zh/check")
        } else if page.status == 200 {
          #expect(page.headline == "查无此证" && !page.has("证件编号</p>"), "\(token)")
        } else {
          #expect(page.status == 404, "\(token)")
        }
        let led = try await guest.get("/c/\(token)")
        #expect(led.status == 303 || led.status == 404)
        #expect(led.location?.contains("\r") != true)
      }
      #expect(try await guest.get("/zh/c/\(genuine)").headline == "有效")
    }
  }

  @Test func `nobody can go through all numbers`() async throws {
    let fixture = try await ServiceFixture()
    try await fixture.open { door in
      let guest = door.browser()
      try await guest.get("/en/check")
      var statuses: [Int] = []
      for number in 0..<40 {
        statuses.append(try await guest.check("XA-\(number)", "en").status)
      }
      #expect(statuses.first == 200 && statuses.last == 429)
      #expect(guest.page?.headers[.retryAfter] != nil)
      fixture.clock.pass(seconds: 121)
      #expect(try await guest.check("XA-1", "en").status == 200)
    }
  }

  @Test func `a number is never taken from an address, nor a form from elsewhere`() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.settle(1)
    try await fixture.issue("XA-1", to: id)
    try await fixture.open { door in
      let guest = door.browser()
      let page = try await guest.get("/zh/check?number=XA-1")
      #expect(page.status == 200 && page.headline == nil)
      let bare = try await door.browser().send("/zh/check", ["number": "XA-1", "csrf": "x"])
      #expect(bare.status == 403)
    }
  }

  @Test func `neither number nor token gets into the log or the counts`() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.settle(1)
    try await fixture.issue("XA-1", to: id)
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
      let mine = try await door.browser(of: id)
      let token = try #require(try await mine.get("/zh/me/certificate").token)
      let guest = door.browser()
      try await guest.get("/c/\(token)")
      #expect(try await guest.follow().headline != nil)
      try await guest.get("/c/\(token.dropLast(9))AAAAAAAAA")
      _ = try await guest.check("XA-1", "zh")
      _ = try await guest.check(token, "zh")
      let all = lines.all + service.metrics.text
      #expect(service.metrics.text.contains("/c/{token}"))
      for secret in [token, String(token.prefix(40)), "XA-1"] { #expect(!all.contains(secret)) }
    }
  }
}

extension Browser {
  /// Goes to the page of the check and sends what was typed.
  fileprivate func check(_ typed: String, _ language: String) async throws -> Page {
    try await get("/\(language)/check")
    return try await send("/\(language)/check", ["number": typed])
  }
}

extension Page {
  /// The answer in the panel of a check.
  fileprivate var headline: String? {
    guard has("aj-panel") else { return nil }
    return all(between: "<h1><span", and: "</h1>").first?.components(separatedBy: "</span>").last
  }
}
