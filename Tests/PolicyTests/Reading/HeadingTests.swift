import ExpressionLanguage
import Policy
import Testing

struct HeadingTests {
  @Test func `both halves are read, in either order`() throws {
    for line in ["## 第三条 申请条件 · Article 3 Who may apply", "## Article 3 Who may apply · 第三条 申请条件"] {
      let reading = Reading("# A\n\n\(line)\n")
      reading.expect()
      let heading = try #require(reading.document?.sections.last?.heading)
      #expect(heading.name == "Who may apply")
      #expect(heading.chineseName == "申请条件")
      #expect(heading.english?.citation == Citation(kind: .article, number: 3, text: "Article 3"))
      #expect(heading.chinese?.citation == Citation(kind: .article, number: 3, text: "第三条"))
      #expect(reading.text(heading.english?.labelRange) == "Who may apply")
      #expect(reading.text(heading.chinese?.range) == "第三条 申请条件")
    }
  }

  @Test func `a heading of one language has one half`() throws {
    let english = try #require(Reading("# Age points\n").section?.heading)
    #expect(english.name == "Age points")
    #expect(english.chinese == nil)
    #expect(english.citation == nil)
    #expect(Reading("# 年龄\n").section?.heading.english == nil)
  }

  @Test func `a citation alone is the name`() throws {
    let heading = try #require(Reading("# Round 2022 · 2022年度\n").section?.heading)
    #expect(heading.name == "Round 2022")
    #expect(heading.chineseName == "2022年度")
    #expect(heading.english?.label.isEmpty == true)
  }

  @Test(arguments: [
    ("第十一条", Citation.Kind.article, 11), ("第二〇二条", .article, 202), ("第12条", .article, 12),
    ("第一百零三条", .article, 103), ("第二十章", .chapter, 20), ("第一编", .part, 1),
    ("第三部分", .part, 3), ("第四节", .section, 4), ("附表一", .schedule, 1), ("附表2", .schedule, 2),
    ("2023年度", .round, 2023), ("二〇二三年度", .round, 2023),
  ])
  func `Chinese citations are read to numbers`(
    text: String,
    kind: Citation.Kind,
    number: Int
  ) throws {
    let reading = Reading("# \(text) 标题\n")
    reading.expect()
    let half = try #require(reading.section?.heading.chinese)
    #expect(half.citation == Citation(kind: kind, number: number, text: text))
    #expect(half.label == "标题")
  }

  @Test(arguments: ["第一语言每项分值", "第二语言上限", "第一条件", "附表说明", "2023年的计划"])
  func `words that only look like a citation are a label`(text: String) throws {
    let reading = Reading("# \(text)\n")
    reading.expect()
    #expect(reading.section?.heading.chinese?.citation == nil)
    #expect(reading.section?.heading.chineseName == text)
  }

  @Test func `the only schedule needs no number`() {
    let citation = Reading("# 附表 对照\n").section?.heading.citation
    #expect(citation == Citation(kind: .schedule, number: nil, text: "附表"))
  }

  @Test func `an English Section may be a 条`() {
    Reading("# Section 4 Core points · 第四条 核心分\n").expect()
    Reading("# Section 4 Core points · 第四节 核心分\n").expect()
  }

  @Test func `citations that disagree are refused`() {
    Reading("# Article 3 A · 1️⃣第四条 甲\n").expect("citations-disagree")
    Reading("# Chapter 3 A · 1️⃣第三条 甲\n").expect("citations-disagree")
    Reading("# Article 3 A · 1️⃣第三节 甲\n").expect("citations-disagree")
    Reading("# Round 2022 · 1️⃣2023年度\n").expect("citations-disagree")
  }

  @Test func `citations are written in one way`() {
    Reading("# 1️⃣第三条申请条件\n").expect("citation-without-space")
    Reading("# 1️⃣article 3 Purpose\n").expect("citation-in-lower-case")
    Reading("# 1️⃣Article 11a Purpose\n").expect("unreadable-number")
    Reading("# 1️⃣Part II Purpose\n").expect("roman-number")
    Reading("# 1️⃣第十十条 甲\n").expect("unreadable-number")
  }

  @Test func `halves stand apart by a dot with spaces, outside quotes`() {
    Reading("# 总则1️⃣·General\n").expect("wrong-separator")
    Reading("# 总则 1️⃣・ General\n").expect("wrong-separator")
    Reading("# 阿·凡提\n").expect()
    let quoted = Reading("# Who says \"a · b\" · 甲\n")
    quoted.expect()
    #expect(quoted.section?.heading.name == "Who says \"a · b\"")
    #expect(Reading("# A 5\" pipe · 甲\n").section?.heading.name == "A 5\" pipe")
  }

  @Test func `a heading has one half in each language`() {
    Reading("# A · 1️⃣B\n").expect("halves-of-one-language")
    Reading("# 甲 · 1️⃣乙\n").expect("halves-of-one-language")
    Reading("# A · 甲 · 1️⃣B\n").expect("too-many-halves")
    Reading("# 1️⃣A ·\n").expect("empty-half")
  }

  @Test func `levels are one to four, with a space and words, and none is skipped`() {
    Reading("# A\n\n## B\n\n### C\n\n#### D\n\n# E\n").expect()
    Reading("1️⃣## A\n").expect("level-skipped")
    Reading("# A\n\n1️⃣### B\n").expect("level-skipped")
    Reading("# A\n\n## B\n\n### C\n\n#### D\n\n1️⃣##### E\n").expect("heading-too-deep")
    Reading("1️⃣#A\n").expect("heading-without-space")
    Reading("1️⃣#\n").expect("empty-heading")
    Reading("# 1️⃣A #\n").expect("closing-hashes")
    Reading("# 1️⃣**A**\n").expect("bold-in-heading")
  }
}
