import ExpressionLanguage
import TestSupport
import Testing

@Suite struct SpellingTests {
  private let names = ["permit state", "stable employment", "household place", "户籍", "age"]

  @Test(arguments: [
    ("permit stat", "permit state"), ("permti state", "permit state"),
    ("houshold place", "household place"), ("Stable Employment", "stable employment"),
  ])
  func `a slip finds the name that was meant`(text: String, name: String) {
    #expect(Spelling.nearest(to: text, among: names) == name)
  }

  @Test(arguments: ["x", "something else entirely", ""])
  func `what is near to nothing finds nothing`(text: String) {
    #expect(Spelling.nearest(to: text, among: names) == nil)
  }

  @Test func `of two equally near the first by name is offered`() {
    #expect(Spelling.nearest(to: "abcx", among: ["abcz", "abcy"]) == "abcy")
  }

  @Test(arguments: 0..<50)
  func `one letter too many finds the name`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for name in ["permit state", "stable employment", "household place"] {
      var text = name
      let offset = Int.random(in: 0...name.count, using: &random)
      text.insert("q", at: text.index(text.startIndex, offsetBy: offset))
      #expect(Spelling.nearest(to: text, among: names) == name)
    }
  }
}
