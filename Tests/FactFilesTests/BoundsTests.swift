import ExpressionLanguage
import FactFiles
import Testing

/// The bounds, on both sides, and files that would overwhelm a reader without them.
struct BoundsTests {
  @Test func `32 levels are read and 33 refused, alike in both notations`() {
    for (depth, isRead) in [(32, true), (33, false)] {
      let open = String(repeating: "[", count: depth - 1)
      let close = String(repeating: "]", count: depth - 1)
      let block = (0..<depth - 1).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
      let dashes = String(repeating: "- ", count: depth - 1)
      let files = [
        ("a.json", "{\"a\": \(open)1\(close)}"), ("a.yaml", "a: \(open)1\(close)"),
        ("a.yaml", block + String(repeating: " ", count: depth) + "a: 1"),
        ("a.yaml", "a:\n  \(dashes)1"),
      ]
      for (name, text) in files {
        let file = FactFileReader.read(SourceText(name: name, text: text))
        #expect((file.tree != nil) == isRead, "\(depth): \(text)")
        #expect(isRead || file.diagnostics.sorted.map(\.id) == ["nesting-too-deep"], "\(text)")
      }
    }
  }

  @Test func `a list at its name's own column counts as a level`() {
    var text = ""
    for level in 0..<17 {
      let indent = String(repeating: " ", count: level * 2)
      text += "\(level == 0 ? "" : String(indent.dropLast(2)) + "- ")a:\n"
    }
    text += String(repeating: " ", count: 32) + "- 1"
    let shifted = "x:\n" + text.split(separator: "\n").map { "  \($0)\n" }.joined()
    for text in [text, shifted] {
      let file = FactFileReader.read(SourceText(name: "a.yaml", text: text))
      #expect(file.diagnostics.sorted.map(\.id) == ["nesting-too-deep"])
    }
    let list = FactFileReader.read(SourceText(name: "a.yaml", text: lists(to: 33)))
    #expect(list.diagnostics.sorted.map(\.id) == ["nesting-too-deep"])
    #expect(FactFileReader.read(SourceText(name: "a.yaml", text: lists(to: 32))).tree != nil)
  }

  /// A list at its name's column, inside as many maps and one list as make it the level `depth`.
  private func lists(to depth: Int) -> String {
    var text = ""
    for level in 0..<depth - 1 { text += String(repeating: " ", count: level) + "a:\n" }
    return text + String(repeating: " ", count: depth - 2) + "- 1"
  }

  @Test func `a file of 20,000 names and values is read and one more refused`() {
    for (pairs, isRead) in [(9_999, true), (10_000, false)] {
      let yaml = (0..<pairs).map { "k\($0): v" }.joined(separator: "\n") + "\nlast: [x]"
      let json = "{" + (0..<pairs).map { "\"k\($0)\": 1" }.joined(separator: ",") + "}"
      let file = FactFileReader.read(SourceText(name: "a.yaml", text: yaml))
      #expect((file.tree != nil) == (pairs < 9_999))
      let second = FactFileReader.read(SourceText(name: "a.json", text: json))
      #expect((second.tree != nil) == isRead)
      #expect(isRead || second.diagnostics.sorted.map(\.id) == ["too-many-values"])
    }
  }

  @Test func `a billion laughs stops at the first anchor`() {
    var text = "a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n"
    for level in 1..<20 {
      let items = (0..<9).map { _ in "*a\(level - 1)" }.joined(separator: ", ")
      text += "a\(level): &a\(level) [\(items)]\n"
    }
    text += "? *a19\n: 1\n"
    let file = FactFileReader.read(SourceText(name: "a.yaml", text: text))
    #expect(file.tree == nil)
    #expect(file.diagnostics.sorted.first?.id == "yaml-anchor")
  }

  static let pieces = [
    "[", "{", "\"", "'", "- ", "? ", "a: ", "a:\n", "&a ", "*a ", "!a ", "|\n", ">", "#", ",", ":",
    "\\", "\"'", "{a: ", "[[]", "\n", "\t", " ", "---\n", "户", "：", "“", "\"a\":", "1,", "-", "😀",
    "a\n", "{\"a\":", "\"\\", "k: v\n", "]", "}", "%\n", "~\n", "\u{7}", "\u{3000}", "a ", "[\"",
    "/",
    "0", "null,", "a: \u{3000}\n", "&", "a: |\n  x\n", "\r\n", "\"a\" ", "- - \n",
  ]

  @Test(arguments: pieces, ["a.yaml", "a.json"])
  func `a file of nothing but one sign is answered soon`(_ piece: String, _ name: String) {
    for start in ["", "a: ", "{\"a\": [", "a: [", "a: \"", "a: x "] {
      check(start + String(repeating: piece, count: 10_000), name)
    }
  }

  @Test(arguments: ["[", "\"", "- ", ",", "a\n", "~\n", "户", "a ", "a: |\n  x\n", "0"])
  func `a file as large as may be is answered soon`(_ piece: String) {
    let count = (1 << 20) / piece.utf8.count - 8
    check("a: " + String(repeating: piece, count: count), "a.yaml")
    check("{\"a\": [" + String(repeating: piece, count: count), "a.json")
  }

  @Test func `ten megabytes are answered at once`() {
    check(String(repeating: "[", count: 10_000_000), "a.yaml")
    check(String(repeating: "{\"a\":", count: 2_000_000), "a.json")
  }

  @Test func `deep indentation and deep brackets are answered soon`() {
    var steps = ""
    for level in 0..<1_400 { steps += String(repeating: " ", count: level) + "a:\n" }
    check(steps, "a.yaml")
    let keys = String(repeating: "{\"a\":", count: 20_000)
    check(keys, "a.json")
    check(keys, "a.yaml")
    let quotes = String(repeating: "\"'", count: 20_000)
    check("a: " + quotes, "a.yaml")
    check("{\"a\": " + quotes, "a.json")
    check("a: [" + String(repeating: "x, ", count: 340_000) + "]", "a.yaml")
    check("a: " + String(repeating: "x\n  ", count: 200_000), "a.yaml")
    let oneLine = "{" + (0..<9_000).map { "\"k\($0)\": \"户籍\"" }.joined(separator: ", ") + "}"
    check(oneLine, "a.yaml")
  }

  private func check(_ text: String, _ name: String) {
    let source = SourceText(name: name, text: text)
    let clock = ContinuousClock()
    let time = clock.measure {
      let file = FactFileReader.read(source)
      #expect((file.tree == nil) == file.diagnostics.hasErrors)
      #expect(file.diagnostics.sorted.count <= 100)
    }
    #expect(time < .seconds(5), "\(text.prefix(20)) × \(text.utf8.count) bytes took \(time)")
  }
}
