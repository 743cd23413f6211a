import ExpressionLanguage
import Policy
import Testing

/// Files far beyond any measure are refused within moments, whatever stands in them.
struct BoundsTests {
  private func read(_ text: String) -> [String] {
    let clock = ContinuousClock()
    let start = clock.now
    let ids = MeasureReader.read(SourceText(name: "t", text: text)).diagnostics.sorted.map(\.id)
    #expect(clock.now - start < .seconds(20))
    return ids
  }

  private let front = Reading.front(.policy)

  @Test func `a file of ten megabytes is not read`() {
    #expect(read(String(repeating: "安居", count: 1_700_000)) == ["file-too-large"])
  }

  @Test func `a file of too many lines is not read`() {
    #expect(read(front + String(repeating: "\n", count: 100_001)) == ["too-many-lines"])
    #expect(read(front + String(repeating: "\n", count: 90_000)).isEmpty)
  }

  @Test func `a line that is too long is left out`() {
    let ids = read(front + "# A\n\n" + String(repeating: "x", count: 20_001) + "\n\n# B\n")
    #expect(ids == ["line-too-long"])
    let fence = read(front + "# A\n\n```feel\n" + String(repeating: "(", count: 30_000) + "\n```\n")
    #expect(fence.contains("line-too-long"))
  }

  @Test func `a table of three thousand columns is left out`() {
    let row = "|" + String(repeating: "a|", count: 3_000) + "\n"
    let rule = "|" + String(repeating: "-|", count: 3_000) + "\n"
    #expect(read(front + "# A\n\n" + row + rule + row) == ["too-many-columns"])
    #expect(read(front + "# A\n\n| a |\n|---|\n" + row) == ["too-many-cells"])
  }

  @Test func `headings without end stop the reading`() {
    let ids = read(front + String(repeating: "# A\n", count: 50_000))
    #expect(ids == ["too-many-sections"])
  }

  @Test(arguments: [
    ">", "> ", "`", "**", "**a", "*", "_", "* ", "*a ", "{", "}", "{a}", " {source: x}", "(", "[",
    "<",
    "<!--", "-->", "|", "\\", "\\|", "\"", "· ", "·a", "**之一**", "**when**", "**ab**", "`a` ",
    "1. ",
    "- ", "#", "# ", "~~~", "```", "**a：**甲", "不得有**之一**", "第", "十", "a_b**c*",
  ])
  func `a line, a file and a list of any one thing are read at once`(thing: String) {
    let line = String(repeating: thing, count: 20_000 / thing.utf8.count)
    _ = read(front + "# " + line + "\n")
    _ = read(front + "# A\n\n" + line + "\n\n1. a `x`\n")
    _ = read(front + "# A\n\n" + String(repeating: line + "\n", count: 8))
    let count = 200_000 / (thing.utf8.count + 12)
    _ = read(front + "# A\n\n" + String(repeating: thing + "\n", count: count))
    _ = read(front + "# A\n\n" + String(repeating: thing + "\n\n", count: count))
    _ = read(front + "# A\n\n1. a\n" + String(repeating: "   \(thing)\n", count: count))
    let items = (1...count).map { "\($0). \(thing)\n" }.joined()
    _ = read(front + "# A\n\n**all of**\n\n" + items)
    _ = read("---\npolicy: a\n" + (1...count).map { "k\($0): \(thing)\n" }.joined())
  }

  @Test func `lists nested without end are left out`() {
    let lines = (0..<6_000).map { String(repeating: "   ", count: $0 % 2_000) + "1. **any of**\n" }
    #expect(read(front + "# A\n\n**all of**\n\n" + lines.joined()).isEmpty == false)
  }

  @Test func `comments and fences that never end are found once each`() {
    let text = String(repeating: "# A\n<!-- x\n", count: 1_900)
    #expect(read(front + text).contains("unclosed-comment"))
    let fences = String(repeating: "# A\n```feel\nx\n", count: 1_900)
    #expect(read(front + fences).contains("unclosed-fence"))
  }
}
