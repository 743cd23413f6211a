import Casework
import ExpressionLanguage
import HTTPTypes
import PermitCredential
import Testing
import WebService

struct StatusListTests {
  @Test func `a list that has not changed is not sent twice`() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.settle(1)
    try await fixture.issue("XA-1", to: id)
    try await fixture.open { door in
      let guest = door.browser()
      let first = try await guest.get("/status/0")
      let tag = try #require(first.headers[.eTag])
      #expect(first.headers[.cacheControl] == "public, max-age=60")
      #expect(first.headers[.accessControlAllowOrigin] == "*")
      fixture.clock.pass(seconds: 600)
      let second = try await guest.get("/status/0", headers: [.ifNoneMatch: tag])
      #expect(second.status == 304 && second.text.isEmpty)
      // Signed anew before it is too old to be taken along.
      fixture.clock.pass(seconds: 3_600)
      let third = try await guest.get("/status/0", headers: [.ifNoneMatch: tag])
      #expect(third.status == 200 && third.headers[.eTag] != tag)
      try await fixture.run(.permit(.reportLoss), on: id)
      fixture.clock.pass(seconds: 180)
      let fourth = try await guest.get("/status/0")
      #expect(fourth.text != third.text)
    }
  }

  @Test func `lists are made at most once a minute, and never too late`() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.settle(1)
    try await fixture.issue("XA-1", to: id)
    try await fixture.open { door in
      let guest = door.browser()
      let first = try await guest.get("/status/0").text
      try await fixture.run(.permit(.reportLoss), on: id)
      fixture.clock.pass(seconds: 30)
      #expect(try await guest.get("/status/0").text == first)
      // After a quiet time the first who asks waits for the new one.
      fixture.clock.pass(seconds: 120)
      #expect(try await guest.get("/status/0").text != first)
    }
  }

  @Test(arguments: ["1", "-1", "00", "+0", "x", "0.jwt"])
  func `a list that there is not is not found`(name: String) async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.settle(1)
    try await fixture.issue("XA-1", to: id)
    try await fixture.open { door in
      let answer = try await door.browser().get("/status/\(name)")
      #expect(answer.status == 404)
    }
  }

  @Test func `before the first permit there is an index without lists`() async throws {
    let fixture = try await ServiceFixture()
    try await fixture.open { door in
      let guest = door.browser()
      let index = try await guest.get("/status")
      #expect(index.text == #"{"issuer":"demo","status_lists":[]}"# + "\n")
      #expect(try await guest.get("/status/0").status == 404)
      for language in ["zh", "en"] {
        let page = try await guest.get("/\(language)/check/agencies")
        #expect(page.status == 200 && page.has("/.well-known/jwks.json"))
      }
    }
  }

  @Test func `the page for agencies names every list and key`() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.settle(1)
    try await fixture.issue("XA-1", to: id)
    try await fixture.open { door in
      let page = try await door.browser().get("/en/check/agencies")
      #expect(page.has("/status/0"))
      for kid in fixture.service.permits.keys.publicKeys.kids { #expect(page.has(kid)) }
      // Nothing private is among what is published.
      let keys = try await door.browser().get("/.well-known/jwks.json")
      #expect(!keys.has(#""d""#))
    }
  }
}
