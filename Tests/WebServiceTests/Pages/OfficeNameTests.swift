import Casework
import ExpressionLanguage
import Testing
import WebService

/// What people read in place of an office's code.
struct OfficeNameTests {
  @Test func `a permit and its papers name the office in the reader's language`() async throws {
    let fixture = try await ServiceFixture {
      $0.offices = ["window 1": Bilingual("Rongdong window", "容东窗口")]
    }
    let id = try await fixture.settle(1)
    try await fixture.issue("XA-1", to: id)
    try await fixture.open { door in
      let mine = try await door.browser(of: id)
      for path in ["/me/permit", "/me/certificate"] {
        let chinese = try await mine.get("/zh" + path)
        #expect(chinese.words.contains("签发机关 容东窗口"), "\(path)")
        #expect(!chinese.has("window 1"), "\(path)")
        let english = try await mine.get("/en" + path)
        #expect(english.words.contains("Issued by Rongdong window"), "\(path)")
      }
      let papers = try await mine.get("/zh/me/papers").all(between: "\"/zh/me/papers/", and: "\"")
      #expect(!papers.isEmpty)
      var named = 0
      for paper in papers {
        let page = try await mine.get("/zh/me/papers/\(paper)")
        #expect(!page.has("window 1"))
        if page.has("容东窗口") { named += 1 }
      }
      #expect(named > 0)
    }
  }

  @Test func `an office without a name is shown by its code, a department as dictionaries call it`()
    async throws
  {
    let fixture = try await ServiceFixture()
    let id = try await fixture.settle(1)
    try await fixture.issue("XA-1", to: id)
    try await fixture.open { door in
      let mine = try await door.browser(of: id)
      #expect(try await mine.get("/zh/me/certificate").words.contains("签发机关 window 1"))
      let clerk = try await door.browser(as: .clerk)
      let file = try await clerk.get("/zh/desk/files/\(id.text)?purpose=casework")
      #expect(file.words.contains("核验部门 · 公共服务局"))
    }
  }
}
