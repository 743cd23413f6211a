import ExpressionLanguage
import Policy
import Testing

struct TableTests {
  @Test func `cells are cut at unescaped pipes and trimmed`() throws {
    let reading = Reading.under(
      """
      | U | a · 甲 | points |
      |---|:-:|--:|
      | (1) | "x\\|y" | 3 |
      |(2)| |-|
      """
    )
    reading.expect()
    guard case .table(let table) = try #require(reading.section?.block) else { return }
    #expect(table.header.map(\.text) == ["U", "a · 甲", "points"])
    #expect(table.rows.map { $0.map(\.text) } == [["(1)", "\"x|y\"", "3"], ["(2)", "", "-"]])
    #expect(reading.text(table.rows[0][1].range) == "\"x\\|y\"")
    #expect(table.rows[1][1].range.count == 0)
    #expect(reading.text(table.headerRange) == "| U | a · 甲 | points |")
    #expect(reading.text(table.range)?.hasSuffix("|(2)| |-|") == true)
  }

  @Test func `a row has as many cells as the header`() throws {
    let many = Reading.under("| a | b |\n|---|---|\n| 1 | 2 | 1️⃣3 |\n")
    many.expect("too-many-cells")
    guard case .table(let table) = try #require(many.section?.block) else { return }
    #expect(table.rows[0].count == 2)
    let few = Reading.under("| a | b | c |\n|---|---|---|\n| 1 1️⃣|\n")
    few.expect("too-few-cells")
    guard case .table(let table) = try #require(few.section?.block) else { return }
    #expect(table.rows[0].map(\.text) == ["1", "", ""])
  }

  @Test func `the row of dashes is there, as long as the header`() {
    Reading.under("| a | b |\n1️⃣| 1 | 2 |\n").expect("no-delimiter-row")
    Reading.under("1️⃣| a | b |\n").expect("no-delimiter-row")
    Reading.under("| a | b |\n1️⃣|---|\n| 1 | 2 |\n").expect("delimiter-row-length")
    Reading.under("| a | b |\n1️⃣|---|-:-|\n| 1 | 2 |\n").expect("malformed-delimiter-row")
    Reading.under("| a | b |\n1️⃣---|---\n| 1 | 2 |\n").expect("malformed-delimiter-row")
  }

  @Test func `a row begins and ends with a pipe`() {
    Reading.under("| a | b |\n|---|---|\n| 1 | 21️⃣\n").expect("row-without-closing-pipe")
    Reading.under("| a | b |\n|---|---|\n| 1 | 2 \\|1️⃣\n").expect("row-without-closing-pipe")
    Reading.under("| a | b |\n|---|---|\n1️⃣1 | 2 |\n").expect("row-without-pipe")
    Reading.under("1️⃣a | b\n2️⃣---|---\n").expect("row-without-pipe", "malformed-delimiter-row")
    Reading.under("| a | b |\n|---|---|\n1️⃣  | 1 | 2 |\n").expect("indented-line")
  }

  @Test func `a blank line stands above a table`() {
    Reading.under("Words.\n1️⃣| a |\n|---|\n| 1 |\n").expect("table-glued")
    Reading("# A\n1️⃣| a |\n|---|\n| 1 |\n").expect("table-glued")
    Reading.under("**all of**:\n\n1. a `b`\n1️⃣2️⃣| a |\n|---|\n").expect("table-glued", "two-rules")
  }

  @Test func `a blank line stands below a table`() throws {
    let reading = Reading.under("| a |\n|---|\n| 1 |\n1️⃣本表自2021年起施行。\n")
    reading.expect("line-became-row")
    #expect(reading.section?.paragraphs.count == 1)
    Reading("# A\n\n| a |\n|---|\n| 1 |\n1️⃣# B\n").expect("no-blank-below-table")
    Reading.under("| a |\n|---|\n| 1 |\n1️⃣> x\n").expect("no-blank-below-table")
    let between = Reading.under("| a |\n|---|\n1️⃣words\n| 1 |\n")
    between.expect("line-became-row")
    guard case .table(let table) = try #require(between.section?.block) else { return }
    #expect(table.rows.count == 1)
  }

  @Test func `neither bold nor comments stand in a table`() {
    Reading.under("| a |\n|---|\n| 1️⃣**any of** |\n").expect("bold-in-table")
    Reading.under("| a |\n|---|\n| 1 1️⃣<!-- x --> |\n").expect("comment-in-line")
    Reading.under("| a |\n|---|\n| 1 |\n1️⃣<!-- x -->\n| 2 |\n").expect("comment-in-block")
    Reading.under("| a |\n|---|\n| 1 |\n<!-- x -->\n").expect()
  }

  @Test func `a measure has one rule under a heading, other files several tables`() {
    let tables = "| a |\n|---|\n| 1 |\n\n1️⃣| b |\n|---|\n| 2 |\n"
    Reading.under(tables).expect("two-rules")
    Reading("# A\n\n" + tables, kind: .dictionary).expect()
    Reading("# A\n\n" + tables, kind: .scenarios).expect()
    Reading("# A {informative}\n\n" + tables).expect()
    Reading.under("| a |\n|---|\n| 1 |\n\n1️⃣```feel\nx\n```\n").expect("two-rules")
  }
}
