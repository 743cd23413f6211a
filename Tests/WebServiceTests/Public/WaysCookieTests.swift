import HTTPTypes
import Foundation
import HTTPTypes
import Testing

@testable import WebService

/// What stands in the browser: sealed, bounded, and no matter when it is spoilt.
struct WaysCookieTests {
  @Test func `the answers can't be read in the cookie, and end with the browser`() async throws {
    try await ServiceFixture().open { door in
      let visitor = door.browser()
      try await visitor.get("/en/ways")
      let page = try await visitor.send("/en/ways", ["goal": "settle"])
      let header = try #require(
        page.headers[values: .setCookie].first { $0.hasPrefix("anju-ways=") }
      )
      #expect(header.contains("HttpOnly"))
      #expect(header.contains("SameSite=Strict"))
      #expect(!header.contains("Max-Age"))
      #expect(!header.contains("settle"))
    }
  }

  @Test func `a cookie that was changed starts anew without an error`() async throws {
    try await ServiceFixture().open { door in
      let visitor = door.browser()
      try await visitor.get("/en/ways")
      try await visitor.submit("/en/ways", ["goal": "settle"])
      let good = try #require(visitor.cookies["anju-ways"])
      for spoilt in [String(good.dropLast(2)) + "AA", "A" + good, "", "%%%", "AAAA"] {
        visitor.set("anju-ways", spoilt)
        #expect(try await visitor.get("/en/ways/question").location == "/en/ways")
        #expect(try await visitor.get("/en/ways").status == 200)
      }
      visitor.set("anju-ways", good)
      #expect(try await visitor.get("/en/ways/question").status == 200)
    }
  }

  @Test
  func
    `all the records that a kind may have are kept, over several cookies where one is too small`()
    async throws
  {
    try await ServiceFixture().open { door in
      let visitor = door.browser()
      try await visitor.get("/en/ways")
      try await visitor.submit("/en/ways", ["goal": "everything"])
      let name = "residence-registrations"
      for item in 0..<60 {
        let page = try await visitor.send(
          "/en/ways/question",
          [
            "of": name, "item": String(item), "a0-year": "2020", "a0-month": "1",
            "a0-day": "1", "a1-year": "2020", "a1-month": "12", "a1-day": "31", "a2": "beijing",
          ]
        )
        #expect(page.status == 303)
      }
      for item in 0..<60 {
        let page = try await visitor.send(
          "/en/ways/question",
          [
            "of": "homes", "item": String(item), "a0-year": "2020", "a0-month": "1",
            "a1-year": "2020", "a1-month": "12", "a2": "dormitory",
          ]
        )
        #expect(page.status == 303)
      }
      #expect(visitor.cookies["anju-ways-2"] != nil)
      let page = try await visitor.get("/en/ways/question?of=\(name)")
      #expect(page.words.contains("Number 60"))
      #expect(!page.has("name=\"answer\" id=\"answer\" value=\"yes\""))
      #expect(visitor.cookies.allSatisfy { $0.value.utf8.count < 4_000 })
    }
  }
}
