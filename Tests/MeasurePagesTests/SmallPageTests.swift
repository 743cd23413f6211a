import ExpressionLanguage
import Foundation
import MeasurePages
import Policy
import TestSupport
import Testing

/// One small measure with every construct, byte by byte and piece by piece.
@Suite struct SmallPageTests {
  private let pages: Pages

  init() throws {
    pages = try Pages(SmallMeasure.texts, id: "demo/permit", on: "2023-05-25")
  }

  /// The body only: the style sheet is no measure's.
  private func body(_ html: String) -> String {
    let start = html.range(of: "<body")?.lowerBound ?? html.startIndex
    return String(html[start...])
  }

  @Test func `the page is these bytes, in both languages and in each`() {
    Golden.expect(body(pages.page(.both)), equals: "small-both.html")
    Golden.expect(body(pages.page(.chinese)), equals: "small-zh.html")
    Golden.expect(body(pages.page(.english)), equals: "small-en.html")
  }

  @Test func `ids come from citations and labels`() {
    let ids = PageReader(pages.page(.both)).ids
    for id in [
      "chapter-1", "article-1", "article-2", "article-2-clause-2-1", "article-2-terms-age-now",
      "article-4-clause-1", "article-5-2023-01-01", "article-7-clause-1", "round-2023",
      "round-2023-declaration-closes", "fact-birth-date", "record-homes-tenure", "source-s",
    ] {
      #expect(ids.contains(id), "\(id) in \(ids)")
    }
  }

  @Test func `articles that bind nothing say so`() {
    let page = PageReader(pages.page(.both))
    for words in [
      "For information", "说明性条文", "Left to the office", "由机关裁量", "Not computed here",
      "it decides nothing",
      "Repealed", "已废止", "the office judges this",
    ] {
      #expect(page.text.contains(words), "\(words)")
    }
  }

  @Test func `an exception and its rule are linked both ways`() {
    let page = PageReader(pages.page(.both))
    #expect(page.links.filter { $0 == "#article-3" }.count >= 3, "heading, contents, rule")
    #expect(page.links.filter { $0 == "#article-2" }.count >= 4, "and the channel")
    #expect(page.text.contains("waives this when") && page.text.contains("An exception to:"))
  }

  @Test func `how rows make one result is said in words, with the limit`() {
    let page = PageReader(pages.page(.both))
    let caption = page.textByID["article-4--caption"] ?? ""
    #expect(caption.contains("rows that apply are added") && caption.contains("at most 30 points"))
    #expect(caption.contains("适用的各行相加") && caption.contains("最高30分"))
  }

  @Test func `the period is told from the page's day`() throws {
    func state(_ day: String) throws -> String {
      PageReader(
        MeasurePage(
          measure: pages.measure,
          of: pages.set,
          checkedOn: pages.checkedOn,
          in: pages.library,
          on: try #require(CivilDate(day)),
          language: .both
        ).html
      ).text
    }
    #expect(try state("2020-12-31").contains("2020年12月31日尚未施行"))
    #expect(try state("2021-01-01").contains("In force on 1 January 2021"))
    #expect(try state("2024-12-31").contains("2024年12月31日有效"))
    #expect(try state("2025-01-01").contains("No longer in force on 1 January 2025"))
  }

  @Test func `the value of the day is marked, and no other`() {
    let rows = PageReader(pages.page(.both)).elements.filter {
      $0.tag == "tr" && $0.attributes["class"]?.hasSuffix(" now") == true
    }
    #expect(rows.count == 1)
  }

  @Test func `links of prose lead to the web only, and code stays code`() {
    let page = PageReader(pages.page(.both))
    #expect(page.links.filter { $0.hasPrefix("https://example.org/a?b=1&c=2") }.count == 1)
    #expect(page.text.contains("5 > 3 & 2 stay as they are"))
  }

  @Test func `in a folder names of other measures lead to their pages`() throws {
    let pages = try #require(
      Pages.shipped.first { $0.testDescription.hasPrefix("xiongan/residence-permit") }
    )
    let key = MeasurePage.key(
      try #require(pages.set.measures.first { $0.id == "xiongan/points-settlement" })
    )
    let page = PageReader(pages.page(.both, pages: [key: "../points-settlement/2021.html"]))
    #expect(page.links.contains("../points-settlement/2021.html#article-4"))
  }
}
