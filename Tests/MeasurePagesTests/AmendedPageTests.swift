import MeasurePages
import Policy
import TestSupport
import Testing

/// A measure that was amended: one page for each version, each saying what it is put together from.
@Suite struct AmendedPageTests {
  private static let amendment = """
    ---
    amends: demo/permit
    title: 修正案 · First Amendment
    authority: 某市人民政府 · The City
    effective: 2023-01-01
    standing: sample, made up
    transition: 按申报日，第二条 · by declaration day until 2023-12-31, Article 2
    ---

    ## 第五条 计划 · Article 5 Plan

    | from | value |
    |---|---|
    | 2021-01-01 | 700 people |

    """

  private func page(on day: String) throws -> PageReader {
    var texts = SmallMeasure.texts
    texts["demo/permit/2021-01-01.md"] = SmallMeasure.measure
      .replacing("2021-01-01 .. 2024-12-31", with: "2021-01-01")
    texts["demo/permit/2023-01-01.md"] = AmendedPageTests.amendment
    return PageReader(try Pages(texts, id: "demo/permit", on: day).page(.both))
  }

  @Test func `the newer version shows the new words, the texts and the transition`() throws {
    let page = try page(on: "2023-05-25")
    #expect(page.fault == nil)
    let text = page.text
    #expect(text.contains("700") && !text.contains("300"))
    #expect(text.contains("Put together from these texts") && text.contains("First Amendment"))
    #expect(text.contains("this version in force from 1 January 2023"))
    #expect(text.contains("by declaration day, for decisions to 31 December 2023 (Article 2)"))
    let changed = page.texts.count { $0.text == "As amended from 1 January 2023" }
    #expect(changed == 1, "only the article that changed")
    let marks = page.elements.filter { $0.attributes["class"] == "sample" && $0.tag == "tr" }
    #expect(!marks.isEmpty, "what a sample puts in stays a sample")
  }

  @Test func `the older version says what came after it`() throws {
    let page = try page(on: "2022-12-31")
    #expect(page.fault == nil)
    #expect(page.text.contains("300") && !page.text.contains("700"))
    #expect(page.text.contains("to 31 December 2022"))
    #expect(page.text.contains("Other versions") && page.text.contains("First Amendment"))
  }
}
