import ExpressionLanguage
import Foundation
import Scoring
import Testing

@testable import WebService

/// What a visitor reads is a reader's words, not the measure's.
struct ReaderWordsTests {
  @Test(arguments: [
    (1, "1 month", "1个月"), (11, "11 months", "11个月"), (12, "1 year", "1年"),
    (13, "1 year and 1 month", "1年1个月"), (36, "3 years", "3年"),
    (730, "60 years and 10 months", "60年10个月"),
  ])
  func `months are told by years`(months: Int64, english: String, chinese: String) {
    #expect(ValueText.period(months) == Bilingual(english, chinese))
  }

  @Test func `a paper says in which case it is needed`() {
    let relocated = StepTest(
      id: "staff-of-a-relocated-unit",
      name: Bilingual("staff of a relocated unit", "承接疏解单位人员"),
      values: ["false"]
    )
    let basis = StepTest(
      id: "basis",
      name: Bilingual("basis", "申领事由"),
      values: ["employment"]
    )
    #expect(
      PaperCondition.words([relocated, basis])
        == Bilingual(
          " (if your unit did not move here from Beijing, and you apply because of your work)",
          "（不属于北京疏解来的单位人员，以就业申领的）"
        )
    )
    #expect(PaperCondition.words([]) == Bilingual("", ""))
  }

  @Test func `the guide says when a paper is needed, and that no address is on file`() async throws
  {
    try await ServiceFixture().open { door in
      let visitor = door.browser()
      let page = try await visitor.get("/zh/guide/permit")
      #expect(page.words.contains("不属于北京疏解来的单位人员，以就业申领的"))
      #expect(!page.words.contains("（若"))
      #expect(page.words.contains("本系统没有收录具体地址"))
    }
  }

  @Test func `a place to apply is named where the city names it`() async throws {
    let fixture = try await ServiceFixture { settings in
      settings.offices = [
        "local police station": Bilingual("Rongdong station, 1 Mou Road", "容东派出所，某路1号"),
        "entrusted community office": Bilingual("at your community", "各社区"),
      ]
    }
    try await fixture.open { door in
      let visitor = door.browser()
      let page = try await visitor.get("/zh/guide/permit")
      #expect(page.words.contains("居住地公安派出所：容东派出所，某路1号"))
      #expect(!page.words.contains("没有收录具体地址"))
      let home = try await visitor.get("/en")
      #expect(home.words.contains("Local police station: Rongdong station, 1 Mou Road"))
    }
  }

  @Test func `no name of a rule and no day in figures stands on a result`() async throws {
    try await ServiceFixture().open { door in
      for home in ["/zh", "/en"] {
        let visitor = door.browser()
        try await visitor.get(home + "/ways")
        var page = try await visitor.submit(home + "/ways", ["goal": "settle", "reach": "points"])
        for _ in 0..<40 {
          guard let name = page.hidden("of") else { break }
          page = try await WaysReachTests.answer(name, visitor, home)
        }
        for word in [
          "第二项作为独立途径：", "三种情形：", "Branch:", "branch:", "reserve:", "个月：", "756",
          "Item two is a way of its own:",
        ] {
          #expect(!page.words.contains(word), "\(word)")
        }
        #expect(page.words.firstMatch(of: /\d{4}-\d{2}-\d{2}/) == nil)
        #expect(page.words.contains(home == "/zh" ? "1986年11月11日" : "11 November 1986"))
        #expect(page.words.contains(home == "/zh" ? "周岁：39岁" : "Age in full years: 39 years"))
        #expect(page.words.contains(home == "/zh" ? "5年9个月" : "5 years and 9 months"))
      }
    }
  }
}
