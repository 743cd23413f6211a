import ExpressionLanguage
import Testing

/// What people read, to the letter.
struct MessageTests {
  @Test func `words that did not become bold`() {
    let reading = Reading.under("申请人应当**同时符合：**下列条件\n\n1. a `x`\n")
    #expect(
      reading.message() == """
        test.md:13:6: error: these words did not become bold
           13 | 申请人应当**同时符合：**下列条件
              |           ^~~~~~~~~~~~~~
              Markdown makes no bold where punctuation stands inside it against a Chinese \
        character, so the list below would have no rule.
              fix: **同时符合**：下列条件, or leave the colon out

        """
    )
    #expect(
      reading.message(.chinese) == """
        test.md:13:6: 错误: 未成粗体
           13 | 申请人应当**同时符合：**下列条件
              |           ^~~~~~~~~~~~~~
              粗体内侧的标点紧邻汉字时，Markdown不产生粗体，下面的列表就没有规则词。
              改法：**同时符合**：下列条件，或去掉冒号

        """
    )
  }

  @Test func `a line that became a row`() {
    let reading = Reading.under("| a |\n|---|\n| 1 |\n本表自2021年起施行。\n")
    #expect(
      reading.message() == """
        test.md:16:1: error: this line became a row of the table above
           16 | 本表自2021年起施行。
              | ^~~~~~~~~~~~~~~~~~~~
              A table ends at the first blank line.
              fix: a blank line above it

        """
    )
    #expect(reading.findings.first?.headline.chinese == "表格后缺空行")
  }

  @Test func `items numbered four and six`() {
    let reading = Reading.under("**all of**\n\n1. a `x`\n2. b `y`\n3. c `z`\n4. d `x`\n6. e `y`\n")
    #expect(
      reading.message() == """
        test.md:19:1: error: items numbered 4, 6
           19 | 6. e `y`
              | ^~
              Markdown prints 1, 2, 3 whatever is written, so a citation would name another item.
              fix: 5.

        """
    )
  }

  @Test func `a limit without a unit`() {
    #expect(
      Reading.under("The **sum of** these, **at most 60**:\n\n1. a `x`\n").message() == """
        test.md:13:23: error: 60 of what?
           13 | The **sum of** these, **at most 60**:
              |                       ^~~~~~~~~~~~~~
              A limit names its unit, so that months never bound points.
              fix: **at most 60 points**, or the unit that is meant

        """
    )
  }

  @Test func `不得有 said as 之一`() {
    #expect(
      Reading.under("不得有下列情形**之一**：\n\n1. a `x`\n").message(.chinese) == """
        test.md:13:8: 错误: 字面是不得有，粗体却是之一
           13 | 不得有下列情形**之一**：
              |               ^~~~~~~~
              句中有不得，而单独的**之一**表示符合其一即可：字面上被排除的人反而合格。
              改法：**不得有**下列情形之一

        """
    )
  }

  @Test func `a cell too many`() {
    #expect(
      Reading.under("| 甲 | b |\n|---|---|\n| 学士 | 2 | 3 |\n").message() == """
        test.md:15:12: error: a cell too many
           15 | | 学士 | 2 | 3 |
              |              ^
              The header has 2; Markdown drops what stands beyond, in silence.
              fix: delete it, or add a column; a pipe inside a cell is \\|

        """
    )
  }

  @Test func `two rules under one heading`() {
    #expect(
      Reading.under("```feel\na\n```\n\n```feel\nb\n```\n").message() == """
        test.md:17:1: error: two rules under one heading
           17 | ```feel
              | ^~~~~~~
              The heading is the name of its rule: Article 1 Rule · 第一条 规则 has one already, on \
        line 13.
              fix: a heading of its own above this one

        """
    )
  }

  @Test(arguments: [
    "# A · B {foo}\n\n1、x `y`\n\n-----\n\n| a\n| b | c |\n",
    "#x\n\n**at most** **最高六十** **合计**\n1. a\n1. `b` `c` d\n lazy\n> > q\n<b>\n",
  ])
  func `every finding speaks both languages and gives a reason and a fix`(text: String) {
    for finding in Reading(text).findings {
      #expect(!finding.headline.english.isEmpty && !finding.headline.chinese.isEmpty)
      #expect(finding.reason?.english.isEmpty == false && finding.reason?.chinese.isEmpty == false)
      #expect(finding.headline.chinese.unicodeScalars.contains { $0.value > 0x2E80 })
      #expect(finding.id.allSatisfy { $0.isLowercase || $0 == "-" || $0.isNumber })
    }
  }
}
