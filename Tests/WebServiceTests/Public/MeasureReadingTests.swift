import Testing

@testable import WebService

/// The measures as pages of the service.
struct MeasureReadingTests {
  @Test func `a measure is read with its articles, what is sample marked`() async throws {
    try await ServiceFixture().open { door in
      let visitor = door.browser()
      let page = try await visitor.get("/zh/measures/xiongan/residence-permit/2021-01-01")
      #expect(page.status == 200)
      #expect(page.words.contains("河北雄安新区居住证实施办法"))
      #expect(page.words.contains("第三条"))
      #expect(page.has("standing sample"))
      #expect(page.has("href=\"/zh/measures/china/residence-permit/2016-01-01"))
      #expect(!page.has("<style"))
      #expect(page.all(between: "<main", and: ">").count == 1)
      let both = try await visitor.get(
        "/zh/measures/xiongan/residence-permit/2021-01-01?text=both"
      )
      #expect(both.words.contains("Measures for the Residence Permit"))
    }
  }

  @Test func `a measure without a version leads to the one in force`() async throws {
    try await ServiceFixture().open { door in
      let visitor = door.browser()
      let page = try await visitor.get("/en/measures/china/retirement-age")
      #expect(page.location == "/en/measures/china/retirement-age/2025-01-01")
      for path in ["china/nothing", "china/retirement-age/2024-01-01", "china/retirement-age/x"] {
        #expect(try await visitor.get("/en/measures/\(path)").status == 404, "\(path)")
      }
    }
  }

  @Test func `two versions are compared in the terms of law`() async throws {
    try await ServiceFixture().open { door in
      let page = try await door.browser().get("/en/measures/china/retirement-age/compare")
      #expect(page.status == 200)
      #expect(page.words.contains("What differs"))
      #expect(page.all(between: "<option", and: "</option>").count == 4)
      // What was rewritten is told in the reader's language, by the names that it uses.
      let chinese = try await door.browser().get("/zh/measures/china/retirement-age/compare")
      #expect(chinese.words.contains("若 性别 = 男 则"))
      #expect(!chinese.words.contains("if sex ="))
      #expect(page.words.contains("if sex ="))
      let same = try await door.browser().get(
        "/en/measures/china/retirement-age/compare?old=2021-01-01&new=2021-01-01"
      )
      #expect(same.words.contains("Choose two different versions"))
    }
  }
}
