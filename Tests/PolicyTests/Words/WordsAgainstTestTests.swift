import ExpressionLanguage
import Foundation
import Policy
import TestSupport
import Testing

@Suite struct WordsAgainstTestTests {
  private static let grammarItem = """
    3. 在雄安新区连续缴纳社会保险5年及以上
       has paid social insurance in Xiong'an for three years without a break
       `insured months >= 3 years`

    """

  /// What is said of the items in `text`, drawn.
  private func drawn(_ text: String, _ language: Language = .english) -> [String] {
    let source = SourceText(name: "a.md", text: text)
    return ItemScanner.items(of: source).flatMap { item in
      WordsAgainstTest.findings(
        english: item.english,
        chinese: item.chinese,
        test: item.test,
        of: source,
        units: [:]
      ).map { DiagnosticFormatter(language: language).format($0, in: source) }
    }
  }

  /// The ids and marked words of what is said of one item.
  private func found(_ text: String) -> [String] {
    let source = SourceText(name: "a.md", text: text)
    return ItemScanner.items(of: source).flatMap { item in
      WordsAgainstTest.findings(
        english: item.english,
        chinese: item.chinese,
        test: item.test,
        of: source,
        units: [:]
      ).map { "\($0.id): \(source.text($0.range))" }
    }
  }

  @Test func `the grammar's tenth mistake is told as the grammar tells it`() {
    let text = String(repeating: "\n", count: 57) + WordsAgainstTestTests.grammarItem
    #expect(
      drawn(text) == [
        """
        a.md:58:17: warning: the words and the test differ
           58 | 3. 在雄安新区连续缴纳社会保险5年及以上
              |                              ^~~
              The Chinese says 5 years; the English says three years and the test says 3 years (line 60).
              fix: amend all three, or none

        """
      ]
    )
    #expect(
      drawn(text, .chinese) == [
        """
        a.md:58:17: 警告: 文字与条件不一致
           58 | 3. 在雄安新区连续缴纳社会保险5年及以上
              |                              ^~~
              中文为“5年”；英文为“three years”，条件为“3 years”（第60行）。
              改法：三处一并修改，或者都不改

        """
      ]
    )
  }

  @Test(
    arguments: [
      ("1. 居住3年 · lived here for three years `months(homes, to: day) >= 36 months`", []),
      (
        "1. 居住3年 · lived here for five years `months(homes, to: day) >= 3 years`",
        ["words-differ: five years"]
      ),
      (
        "1. 居住5年 · lived here for five years `months(homes, to: day) >= 3 years`",
        ["words-differ: 5年"]
      ),
      (
        "1. lived here for five years · 居住5年 `months(homes, to: day) >= 3 years`",
        ["words-differ: five years"]
      ),
      (
        "1. 居住5年 · lived here for four years `x >= 3 years`",
        ["words-differ: 5年", "words-differ: four years"]
      ),
      (
        "1. 居住3年 · has lived in the new area without a break `x >= 3 years`",
        ["words-differ: has lived in the new area without a break"]
      ),
      ("1. 居住满一年 · has lived in the new area for a year `x >= 12 months`", []),
      ("1. 居住满30天 · lived here for 30 days `x >= 1 month`", ["words-differ: 30天"]),
      ("1. 年满18周岁，积分60分 · an adult with 60 points `age >= 18 years and score >= 60 points`", []),
      ("1. 未成年人 · is a minor and joins a parent who lives here `age today < 18 years`", []),
      ("1. 积分70分 · 60 points in all `score >= 60 points`", ["words-differ: 70分"]),
      (
        "1. 每年3分 · 2 points a year `round(x * 2 points / 1 year, 2, half up)`", ["words-differ: 3分"]
      ),
      ("1. 每年2分 · 2 points a year `round(x * 2 points / 1 year, 2, half up)`", []),
      ("1. 缴费7年 · insured for seven years `seven years insured`", []),
      (
        "1. 缴费8年 · insured for seven years `seven years insured`", ["languages-differ: seven years"]
      ),
      ("1. 缴费3年 · insured for five years", ["languages-differ: five years"]),
      ("1. insured for five years · 缴费3年", ["languages-differ: 3年"]),
      ("1. 缴费3年且60分 · has 60 points", ["languages-differ: 3年"]),
      ("1. 缴费3年 · insured", []),
      ("1. 补缴不超过5个月 · no more than five of them were paid back `x <= 5 months`", []),
      (
        "1. 补缴不超过6个月 · no more than five of them were paid back `x <= 5 months`",
        ["words-differ: 6个月"]
      ),
      (
        "1. 前5年内每次减12分 · 12 points each in the five years before `count(x[day >= date(round year - 5, 1, 1)]) * -12 points`",
        []
      ),
      (
        "1. 前5年内每次减15分 · 12 points each in the five years before `count(x[day >= date(round year - 5, 1, 1)]) * -12 points`",
        ["words-differ: 15分"]
      ),
      ("1. 投资100万元 · invests 1 million yuan `funding >= 1_000_000 yuan`", []),
      ("1. 投资100万元 · invests 1 million yuan `funding >= 100_000 yuan`", ["words-differ: 100万元"]),
      (
        "1. 居住半年以上 · lived here for half a year `covers(x, from: add(legal date, -6 months, month end: down), to: legal date)`",
        []
      ),
      (
        "1. 居住半年以上 · lived here for half a year `covers(x, from: add(legal date, -3 months, month end: down), to: legal date)`",
        ["words-differ: 半年"]
      ),
      (
        "1. 2年内毕业 · finished within the last two years `any(g[day in [add(legal date, -3 years, month end: down)..legal date]])`",
        ["words-differ: 2年"]
      ),
      ("1. 多于一人 · more than one spouse `count(family) > 1`", []),
      ("1. `insured months >= 3 years`", []),
      ("1. 连续缴费3年 `insured months >= 5 years`", ["words-differ: 3年"]),
    ] as [(String, [String])]
  )
  func `words and tests that differ are found`(item: String, expected: [String]) {
    #expect(found(item) == expected)
  }

  @Test func `a quantity that one language leaves out is told`() {
    #expect(
      drawn("1. 居住3年 · has lived in the new area without a break `x >= 3 years`\n") == [
        """
        a.md:1:11: warning: the words and the test differ
            1 | 1. 居住3年 · has lived in the new area without a break `x >= 3 years`
              |              ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
              The English does not say it; the Chinese says 3 years and the test says 3 years (line 1).
              fix: amend all three, or none

        """
      ]
    )
  }

  @Test func `two languages without a test are held against each other`() {
    #expect(
      drawn("1. 缴费3年 · insured for five years\n") == [
        """
        a.md:1:23: warning: the two languages differ
            1 | 1. 缴费3年 · insured for five years
              |                          ^~~~~~~~~~
              The Chinese says 3 years; the English says five years.
              fix: amend both, or neither

        """
      ]
    )
    #expect(
      drawn("1. 缴费3年且60分 · has 60 points\n", .chinese) == [
        """
        a.md:1:6: 警告: 中英文不一致
            1 | 1. 缴费3年且60分 · has 60 points
              |        ^~~
              中文为“3年”，英文没有写明。
              改法：两种文字一并修改，或者都不改

        """
      ]
    )
  }

  @Test func `no words of the shipped measures differ from their tests`() throws {
    let policies = PackageRoot.file("Policies").resolvingSymlinksInPath()
    let files = try #require(FileManager.default.enumerator(atPath: policies.path))
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".md") }.sorted()
    #expect(!files.isEmpty)
    var items = 0
    var quantities = 0
    for file in files {
      let bytes = try Data(contentsOf: policies.appending(path: file))
      let source = SourceText(name: file, bytes: Array(bytes))
      for item in ItemScanner.items(of: source) {
        items += 1
        quantities += SpokenQuantities.inChinese(item.chinese, of: source, units: [:]).count
        let findings = WordsAgainstTest.findings(
          english: item.english,
          chinese: item.chinese,
          test: item.test,
          of: source,
          units: [:]
        )
        for finding in findings {
          Issue.record("\(DiagnosticFormatter(language: .english).format(finding, in: source))")
        }
      }
    }
    #expect(items > 40)
    #expect(quantities > 5)
  }
}
