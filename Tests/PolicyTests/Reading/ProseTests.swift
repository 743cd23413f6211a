import ExpressionLanguage
import Policy
import Testing

struct ProseTests {
  @Test func `the lead is the paragraph directly above the block`() throws {
    let reading = Reading.under(
      """
      First words.

      The **sum of** these:
      下列各项**合计**：

      1. a `x`

      Words below.
      """
    )
    reading.expect()
    let section = try #require(reading.section)
    #expect(section.paragraphs.count == 3)
    #expect(reading.text(section.lead?.range) == "The **sum of** these:\n下列各项**合计**：")
    #expect(section.lead?.lines.count == 2)
    #expect(section.operators.list == .sumOf)
  }

  @Test func `with no block the first paragraph is the lead`() throws {
    let reading = Reading.under("Not bound **when** `a`.\n\nMore words.\n")
    reading.expect()
    #expect(reading.text(reading.section?.operators.when) == "a")
  }

  @Test func `a quotation between a paragraph and its block parts them`() {
    let reading = Reading.under("1️⃣**all of**:\n\n> official\n\n2️⃣1. a `x`\n")
    reading.expect("homeless-bold", "list-without-word")
  }

  @Test func `stretches of a paragraph are told apart`() throws {
    let reading = Reading.under("From **when** `a **b**` on\nand `c`\\*\\*d\n")
    let inlines = try #require(reading.section?.lead?.inlines)
    let texts = inlines.map { inline -> String in
      switch inline {
      case .text(let range): "text " + (reading.text(range) ?? "")
      case .bold(let inner, _): "bold " + (reading.text(inner) ?? "")
      case .code(let inner, let outer):
        "code " + (reading.text(inner) ?? "") + " in \(outer.count)"
      }
    }
    #expect(
      texts == [
        "text From ", "bold when", "text  ", "code a **b** in 9", "text  on", "text and ",
        "code c in 3", "text \\*\\*d",
      ]
    )
    #expect(reading.ids == ["unread-expression"])
  }

  @Test func `quotations are kept apart and not read`() throws {
    let reading = Reading.under("> **all of** 官方文本\n> second\n\nWords.\n\n> third\n")
    reading.expect()
    let quotations = try #require(reading.section?.quotations)
    #expect(quotations.map { reading.text($0) } == ["> **all of** 官方文本\n> second", "> third"])
    Reading.under("1️⃣>> nested\n").expect("nested-quotation")
    Reading.under("> a\n1️⃣b\n").expect("line-became-quotation")
  }

  @Test func `comments are skipped`() {
    Reading("<!-- before -->\n# A\n\nWords <!\n<!-- one\n\n**two**\n-->\nmore\n").expect()
    Reading.under("1️⃣<!-- never\n\n| a |\n").expect("unclosed-comment")
    Reading.under("<!-- a --> 1️⃣b\n").expect("text-after-comment")
    Reading.under("a 1️⃣<!-- b -->\n").expect("comment-in-line")
    Reading.under("<!-->\n\n**1️⃣x\n".replacing("**1️⃣", with: "1️⃣**")).expect("not-bold")
  }

  @Test func `an expression stands in a closed fence`() throws {
    let reading = Reading.under("```feel\na +\nb\n```\n")
    reading.expect()
    guard case .fence(let fence) = try #require(reading.section?.block) else { return }
    #expect(fence.info == "feel")
    #expect(reading.text(fence.content) == "a +\nb")
    #expect(reading.text(fence.range) == "```feel\na +\nb\n```")
    Reading.under("```1️⃣sql\na\n```\n").expect("unknown-fence")
    Reading.under("1️⃣```\na\n```\n").expect("unknown-fence")
    Reading.under("1️⃣~~~feel\na\n~~~\n").expect("tilde-fence")
    Reading.under("1️⃣````feel\na\n````\n").expect("long-fence")
    Reading.under("1️⃣```feel\n\n```\n").expect("empty-fence")
    Reading.under("1️⃣```feel\na\n\n# B\n").expect("unclosed-fence")
  }

  @Test func `what Markdown reads otherwise is refused`() {
    Reading.under("Words\n1️⃣===\n").expect("setext-heading")
    Reading.under("Words\n1️⃣---\n").expect("setext-heading")
    Reading.under("1️⃣---\n").expect("thematic-break")
    Reading.under("1️⃣* * *\n").expect("thematic-break")
    Reading.under("1️⃣    code\n").expect("indented-code")
    Reading.under("Words\n1️⃣  more\n").expect("indented-line")
    Reading.under("1️⃣<div>\n").expect("html")
    Reading.under("Words 1️⃣<br> more\n").expect("html")
    Reading.under("a < b and <3\n").expect()
    Reading.under("1️⃣``x2️⃣``\n").expect("backtick-run", "backtick-run")
    Reading.under("a 1️⃣`x\n").expect("unclosed-code")
    Reading("1️⃣Words.\n\n# A\n").expect("text-before-heading")
  }
}
