import ExpressionLanguage
import Policy
import TestSupport
import Testing

struct BoldTests {
  @Test(arguments: [
    ("all of", "同时符合", ListOperator.allOf), ("any of", "之一", .anyOf),
    ("none of", "不得有", .noneOf), ("sum of", "合计", .sumOf), ("highest of", "取最高", .highestOf),
    ("lowest of", "取最低", .lowestOf), ("means", "含义", .means),
  ])
  func `list words are read in English, Chinese or both`(
    english: String,
    chinese: String,
    list: ListOperator
  ) {
    for lead in ["**\(english)**", "**\(chinese)**", "**\(english)**\n**\(chinese)**"] {
      let reading = Reading.under(lead + ":\n\n1. a `x`\n")
      reading.expect()
      #expect(reading.section?.operators.list == list)
      #expect(reading.text(reading.section?.operators.listRange)?.hasPrefix("**") == true)
    }
    #expect(Reading.under("**\(english.uppercased())**\n\n1. a `x`\n").ids.isEmpty)
  }

  @Test func `limits are read with their number and unit`() throws {
    let reading = Reading.under(
      "**sum of**, **at most 12.5 points**, **最低0分**, **at least 0 points**\n\n1. a `x`\n"
    )
    reading.expect()
    let limits = try #require(reading.section?.operators.limits)
    #expect(limits.map(\.kind) == [.atMost, .atLeast])
    guard case .literal(let number, let unit, let range) = limits[0].amount else { return }
    #expect(number == DecimalLiteral(units: 125, scale: 1))
    #expect(unit == "points")
    #expect(reading.text(range) == "12.5 points")
    #expect(reading.text(limits[0].range) == "**at most 12.5 points**")
    guard case .literal(_, let unit, _) = limits[1].amount else { return }
    #expect(unit == "points")
  }

  @Test func `limits and conditions take the expression that follows`() throws {
    let reading = Reading.under(
      """
      **When** `a`, it is **suspended when**
      `b`, **at most** `c`; **当** `a`，**中止**`b`，**最高** `c`。

      | service |
      |---|
      | x |
      """
    )
    reading.expect()
    let words = try #require(reading.section?.operators)
    #expect(reading.text(words.when) == "a")
    #expect(reading.text(words.suspendedWhen) == "b")
    guard case .expression(let range) = try #require(words.limits.first).amount else { return }
    #expect(reading.text(range) == "c")
  }

  @Test func `the two languages must agree`() {
    Reading.under("**all of**\n1️⃣**之一**\n\n1. a `x`\n").expect("languages-disagree")
    Reading.under("**at most 12 points** 1️⃣**最高13分**\n").expect("languages-disagree")
    Reading.under("**at most 12 points** 1️⃣**最高12个月**\n").expect("languages-disagree")
    Reading.under("**at most 1 year** **最高12个月**\n").expect()
    Reading.under("**at most 12 points** **最高12.0分**\n").expect()
    Reading.under("**at most 12 points** 1️⃣**最高** `x`\n").expect("languages-disagree")
    Reading.under("**when** `a` 1️⃣**当** `b`\n").expect("languages-disagree")
    Reading.under("**when** `a = b` **当** `a  =  b`\n").expect()
  }

  @Test func `one list has one word`() {
    Reading.under("**all of** 1️⃣**any of**\n\n1. a `x`\n").expect("two-list-words")
    Reading.under("**at most 1 point** 1️⃣**at most 2 points**\n").expect("said-twice")
    Reading.under("1️⃣Words:\n\n1. a `x`\n").expect("list-without-word")
    let plain = Reading.under("1️⃣申请人应当同时符合下列条件：\n\n1. a `x`\n")
    plain.expect("list-without-word")
    #expect(plain.findings.first?.fix?.english == "**同时符合**")
  }

  @Test func `a list word stands over a list only`() {
    Reading.under("1️⃣**sum of**\n\n| a |\n|---|\n| 1 |\n").expect("list-word-without-list")
    Reading.under("1️⃣**sum of**\n\n```feel\na\n```\n").expect("list-word-without-list")
    Reading.under("1️⃣**sum of**\n").expect("list-word-without-list")
  }

  @Test func `之一 in a sentence with 不得 is refused`() {
    for lead in ["不得有下列情形1️⃣**之一**：", "有下列情形1️⃣**之一**的，不得申请：", "**不得有**下列情形1️⃣**之一**："] {
      let reading = Reading.under(lead + "\n\n1. a `x`\n")
      reading.expect("none-of-said-as-any-of")
    }
    #expect(
      Reading.under("不得有下列情形**之一**：\n\n1. a `x`\n").findings.first?.fix?.chinese
        == "**不得有**下列情形之一"
    )
    Reading.under("申请人不得有\n下列情形1️⃣**之一**：\n\n1. a `x`\n").expect("none-of-said-as-any-of")
    Reading.under("不得转让。符合下列条件**之一**：\n\n1. a `x`\n").expect()
    Reading.under("**不得有**下列情形之一：\n\n1. a `x`\n").expect()
  }

  @Test func `a limit is a number in digits with its unit`() {
    Reading.under("1️⃣**at most 60**\n").expect("limit-without-unit")
    Reading.under("1️⃣**最高60**\n").expect("limit-without-unit")
    Reading.under("1️⃣**at most 10%**\n").expect("limit-without-number")
    Reading.under("1️⃣**at most sixty points**\n").expect("limit-without-number")
    Reading.under("1️⃣**at most 60points**\n").expect("limit-without-space")
    Reading.under("1️⃣**at most**\n").expect("limit-without-amount")
    Reading.under("1️⃣**at most 1,200 points**\n").expect("comma-in-number")
    Reading.under("1️⃣**when** the words\n").expect("condition-missing")
  }

  @Test func `a limit in Chinese numerals has a fix and a value`() throws {
    let reading = Reading.under("1️⃣**最高六十分**\n")
    reading.expect("limit-in-numerals")
    #expect(reading.findings.first?.fix?.chinese == "**最高60分**")
    let limit = try #require(reading.section?.operators.limits.first)
    guard case .literal(let number, "分", _) = limit.amount else {
      Issue.record("not 60分")
      return
    }
    #expect(number.units == 60)
    Reading.under("1️⃣**最高６０分**\n").expect("limit-in-numerals")
  }

  @Test func `bold words outside the list of words are refused where they would bind`() {
    let reading = Reading.under("1️⃣**all off**\n\n| a |\n|---|\n| 1 |\n")
    reading.expect("unknown-bold")
    #expect(reading.findings.first?.fix?.english == "**all of**")
    Reading.under("**Note**: words.\n\nLead.\n\n| a |\n|---|\n| 1 |\n").expect()
    Reading("# A {informative}\n\n**Note**: words.\n").expect()
    Reading.under("1️⃣**合计：**\n\n2️⃣1. a `x`\n".replacing("2️⃣", with: "")).expect(
      "punctuation-in-bold"
    )
  }

  @Test func `bold words that bind nothing are refused`() {
    Reading.under("1️⃣**at most 60 points**\n\n**sum of**\n\n1. a `x`\n").expect("homeless-bold")
    Reading.under("**sum of**\n\n1. a `x`\n\n1️⃣**最高60分**\n").expect("homeless-bold")
    Reading.under("Words.\n\n1️⃣**when** `a`\n").expect("homeless-bold")
  }

  @Test func `an expression that no bold word introduces is pointed out`() {
    let reading = Reading.under("Words 1️⃣`a`.\n\n| a |\n|---|\n| 1 |\n")
    reading.expect("unread-expression")
    #expect(reading.findings.first?.severity == .warning)
    Reading.under("Words `a`.\n\nLead.\n\n| a |\n|---|\n| 1 |\n").expect()
  }

  @Test(arguments: [
    "申请人应当1️⃣**同时符合：**下列条件", "应当1️⃣**“同时符合”**下列条件", "a 1️⃣** all of ** b",
    "应当1️⃣**同时符合：**下列条件，**合计**后", "应当1️⃣**同时符合：**甲**合计**乙",
  ])
  func `words that do not become bold are refused, and read as meant`(lead: String) {
    let reading = Reading("# A\n\n" + lead + "\n\n1. a `x`\n")
    #expect(reading.findings.first?.id == "not-bold")
    #expect(reading.findings.first?.range.start == reading.marked[1])
    #expect(reading.section?.operators.list == .allOf)
    #expect(!reading.ids.contains("list-without-word"))
  }

  @Test func `other asterisks are refused`() {
    Reading.under("a 1️⃣** b\n").expect("not-bold")
    Reading.under("2 * 3 and *so* on\n").expect()
    Reading.under("Lead.\n\n1️⃣***a2️⃣***\n").expect("too-many-asterisks", "too-many-asterisks")
    Reading.under("1️⃣__all of__\n\n1. a `x`\n").expect("bold-by-underscores")
    Reading.under("Lead.\n\nx*￥1️⃣**a*￥**z\n").expect("not-bold")
    Reading.under("a snake__case__name\n").expect()
  }
}
