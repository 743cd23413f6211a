import ExpressionLanguage
import FactFiles
import Scoring
import TestSupport
import Testing

/// The bytes that keys and values stand in.
struct PlaceTests {
  /// The written text of every key and value, in order.
  private func written(_ tree: FactTree, in source: SourceText) -> [String] {
    switch tree {
    case .scalar(_, _, let range): return [source.text(range)]
    case .list(let items, let range):
      return [source.text(range)] + items.flatMap { written($0, in: source) }
    case .map(let entries, let range):
      return [source.text(range)]
        + entries.flatMap { [source.text($0.keyRange)] + written($0.value, in: source) }
    }
  }

  private func written(_ text: String, name: String = "a.yaml") throws -> [String] {
    let source = SourceText(name: name, text: text)
    return written(try #require(FactFileReader.read(source).tree), in: source)
  }

  @Test func `places are exact after Han characters and emoji`() throws {
    let marked = MarkedText("😀户: {1️⃣\"👨‍👩‍👧 é\": 2️⃣'值😀'3️⃣, 三: 4️⃣四 五5️⃣}")
    let tree = try #require(FactFileReader.read(SourceText(name: "a.yaml", text: marked.text)).tree)
    guard case .map(let top, _) = tree, case .map(let entries, _) = top[0].value else {
      Issue.record("no map in a map")
      return
    }
    #expect(top[0].keyRange == SourceRange(0, 7))
    #expect(entries[0].keyRange.start == marked[1])
    #expect(entries[0].value.range == marked.range(2, 3))
    #expect(entries[1].value.range == marked.range(4, 5))
  }

  @Test(arguments: ["\n", "\r\n"], ["", "\u{FEFF}"])
  func `places are exact with any line ending and a byte-order mark`(
    _ ending: String,
    _ mark: String
  ) throws {
    let lines = [
      "户: 北京  # 注", "列:", "- 一 二", "- \"😀 引\"", "- 甲: 'x'", "  乙: [1, 二 ]", "块: |", "  字",
      "  行", "", "尾: 折", "  行",
    ]
    let inner = ["甲: 'x'", "  乙: [1, 二 ]"].joined(separator: ending)
    let list = ["- 一 二", "- \"😀 引\"", "- " + inner].joined(separator: ending)
    let expected = [
      "户", "北京", "列", list, "一 二", "\"😀 引\"", inner, "甲", "'x'", "乙", "[1, 二 ]", "1", "二", "块",
      "|\(ending)  字\(ending)  行", "尾", "折\(ending)  行",
    ]
    let text = lines.joined(separator: ending)
    #expect(try written(mark + text) == [text] + expected)
  }

  @Test func `a block that names its indentation ends where it is set in less`() throws {
    let map = "b: |1\n    x\n  c: y"
    let expected = ["a:\n  \(map)", "a", map, "b", "|1\n    x", "c", "y"]
    #expect(try written("a:\n  \(map)") == expected)
  }

  @Test(arguments: ["", "\u{FEFF}"])
  func `places in JSON are exact`(_ mark: String) throws {
    let text = "{ \"户\" : [1.10, \"😀\\\"\"],\r\n \"b\": {\"c\": true} }"
    let expected = [
      text, "\"户\"", "[1.10, \"😀\\\"\"]", "1.10", "\"😀\\\"\"", "\"b\"", "{\"c\": true}", "\"c\"",
      "true",
    ]
    #expect(try written(mark + text, name: "a.json") == expected)
    #expect(try written(mark + text, name: "a.yaml") == expected)
  }
}
