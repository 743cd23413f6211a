import PageText
import Testing

@Suite struct TwoTonguesTests {
  @Test func `a double goes to both languages and plain text to each`() throws {
    let text = try TwoTongues("<h1>[[申领{{name}}|Apply, {{name}}]]</h1>\n[a] [[一||二|a || b]]")
    #expect(text.chinese == "<h1>申领{{name}}</h1>\n[a] 一|二")
    #expect(text.english == "<h1>Apply, {{name}}</h1>\n[a] a | b")
  }

  @Test(arguments: [
    ("a\n[[居住证|]]", 2, "the English half is empty"),
    ("[[ |Permit]]", 1, "the Chinese half is empty"),
    ("a\n\n[[居住证]]", 3, "1 halves"),
    ("[[居|a|b]]", 1, "3 halves"),
    ("x\n[[居住证|Permit", 2, "not closed"),
    ("[[一|a]]\n]]", 2, "without"),
    ("[[一 [[二|b]]|c]]", 1, "do not nest"),
  ])
  func `a text in one language only is refused with its line`(
    template: String,
    line: Int,
    part: String
  ) {
    #expect { try TwoTongues(template) } throws: { error in
      guard let fault = error as? TwoTongues.Fault else { return false }
      return fault.line == line && fault.message.contains(part)
    }
  }
}
