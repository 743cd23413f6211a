import Casework
import Testing

@testable import WebService

/// The pages that everybody can read.
struct PublicPagesTests {
  static let paths = [
    "", "/ways", "/guide/permit", "/measures", "/services", "/services/housing-security", "/help",
    "/privacy", "/accessibility", "/samples", "/catalogue",
  ]

  @Test func `every page is there in both languages, with one heading and nothing inline`()
    async throws
  {
    try await ServiceFixture().open { door in
      let visitor = door.browser()
      for path in Self.paths {
        for language in ["zh", "en"] {
          let page = try await visitor.get("/\(language)\(path)")
          #expect(page.status == 200, "\(language)\(path)")
          #expect(page.all(between: "<h1", and: "</h1>").count == 1, "\(language)\(path)")
          #expect(!page.has(" style="), "\(language)\(path)")
          #expect(!page.has("<style"), "\(language)\(path)")
          #expect(!page.has("<script>"), "\(language)\(path)")
          #expect(!page.has("[["), "\(language)\(path)")
          #expect(!page.has("Optional("), "\(language)\(path)")
        }
      }
    }
  }

  @Test(arguments: ["zh", "en"])
  func `a first visit is four requests of less than fifty thousand bytes`(
    _ language: String
  ) async throws {
    try await ServiceFixture().open { door in
      let visitor = door.browser()
      let page = try await visitor.get("/\(language)")
      let assets = page.all(between: "=\"/assets/", and: "\"")
      #expect(Set(assets).count == 3)
      var bytes = page.text.utf8.count
      for asset in Set(assets) {
        bytes += try await visitor.get("/assets/" + asset).text.utf8.count
      }
      #expect(bytes < 50_000)
      #expect(page.all(between: "url(", and: ")").isEmpty && !page.has("<img"))
    }
  }

  @Test func `the guide tells each number with its article and standing`() async throws {
    try await ServiceFixture().open { door in
      let visitor = door.browser()
      let english = try await visitor.get("/en/guide/permit").words
      for words in ["15 days", "5 working days", "Article 6", "0 yuan", "20 yuan", "sample"] {
        #expect(english.contains(words), "\(words)")
      }
      let chinese = try await visitor.get("/zh/guide/permit").words
      for words in ["在雄安新区居住半年以上", "居民身份证", "15天", "第六条", "样例"] {
        #expect(chinese.contains(words), "\(words)")
      }
    }
  }

  @Test func `six services and seven conveniences are listed, and what points open`() async throws {
    try await ServiceFixture().open { door in
      let page = try await door.browser().get("/zh/services")
      #expect(page.all(between: "href=\"/zh/services/", and: "\"").count == 16)
      #expect(page.words.contains("六项基本公共服务"))
      #expect(page.words.contains("七项便利"))
      let housing = try await door.browser().get("/en/services/housing-security").words
      #expect(housing.contains("at least 60.00 points"))
      #expect(try await door.browser().get("/en/services/nothing").status == 404)
    }
  }

  @Test func `only whoever may apply on line is offered to`() async throws {
    let fixture = try await ServiceFixture()
    let file = try await fixture.settle(1)
    try await fixture.open { door in
      for visitor in [door.browser(), try await door.browser(of: file)] {
        #expect(try await visitor.get("/en/guide/permit").has("href=\"/en/me/apply\""))
      }
      for role in [Role.clerk, .department, .auditor, .employer] {
        let visitor = try await door.browser(as: role)
        for page in ["/guide/permit", "/help", ""] {
          #expect(!(try await visitor.get("/en\(page)")).has("/me/apply"), "\(role) \(page)")
        }
      }
    }
  }
}
