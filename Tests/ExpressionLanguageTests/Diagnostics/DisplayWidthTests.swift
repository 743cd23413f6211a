import ExpressionLanguage
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("abc", 3), ("申请", 4), ("a申b", 4), ("", 0), ("（一）", 6), ("é", 1), ("e\u{301}", 1), ("，", 2),
    ("1️⃣", 2), ("𠮷", 2), ("\u{200B}", 0),
  ])
  func `text is as wide as a terminal shows it`(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test func `padding counts columns and not characters`() {
    #expect(DisplayWidth.pad("申请", to: 6) == "申请  ")
    #expect(DisplayWidth.padLeft("12", to: 5) == "   12")
    #expect(DisplayWidth.pad("申请", to: 3) == "申请")
  }

  @Test func `lines break between Han characters and never before closing punctuation`() {
    #expect(DisplayWidth.wrap("申请人应当，符合", to: 10) == ["申请人应当，", "符合"])
    #expect(DisplayWidth.wrap("one two three", to: 8) == ["one two", "three"])
    #expect(DisplayWidth.wrap("unbreakable", to: 4) == ["unbreakable"])
    #expect(DisplayWidth.wrap("", to: 4) == [""])
  }

  @Test(arguments: 4..<40)
  func `no line is wider than asked, but for a word that is`(width: Int) {
    let text = "持证人享受 the six services：义务教育、基本公共就业服务，and so on。"
    for line in DisplayWidth.wrap(text, to: width) {
      let closing = line.last.map { "，。；：、".contains($0) } == true ? 2 : 0
      #expect(DisplayWidth.of(line) <= max(width, 8) + closing)
    }
  }
}
