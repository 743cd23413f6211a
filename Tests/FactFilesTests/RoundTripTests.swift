import ExpressionLanguage
import FactFiles
import Scoring
import TestSupport
import Testing

/// Random trees come back as they were written; random text never breaks a promise.
struct RoundTripTests {
  @Test(arguments: 0..<40)
  func `random trees are read back from both notations`(_ block: Int) {
    for seed in block * 25..<block * 25 + 25 {
      var facts = RandomFacts(seed: UInt64(seed))
      let shape = facts.map(depth: 0)
      let json = facts.json(shape)
      #expect(Shape.read(json, name: "a.json") == shape, "seed \(seed):\n\(json)")
      let yaml = facts.yaml(shape)
      #expect(Shape.read(yaml) == shape, "seed \(seed):\n\(yaml)")
    }
  }

  private static let pieces = [
    "a", "b", "1", "户", "😀", " ", " ", "  ", "\n", "\n", "\n  ", "\n    ", "\r\n", ": ", ": ", ":",
    "- ", "-", "? ", "[", "]", "{", "}", ",", ", ", "\"", "'", "\\", "#", " # c", "|", ">-\n   t\n",
    "\t", "...", "---\n", "：", "，", "“", "”", "!", "%", "@", "~", "null", "\"q\"", "'s'", "\"k\": ",
    "k: v\n", "\n- ", "|2", "<<", "*", "&a ", "\u{3000}", "1.5", "true", "\\u12", "\u{FEFF}",
  ]

  @Test(arguments: 0..<20)
  func `random text gives a tree with true places, or errors`(_ block: Int) {
    for seed in block * 500..<block * 500 + 500 {
      var generator = SplitMix64(seed: UInt64(seed))
      var text = ["", "a: ", "{\"a\": "][Int.random(in: 0..<3, using: &generator)]
      for _ in 0..<Int.random(in: 1...14, using: &generator) {
        text += RoundTripTests.pieces.randomElement(using: &generator) ?? ""
      }
      for name in ["a.yaml", "a.json"] {
        let source = SourceText(name: name, text: text)
        let file = FactFileReader.read(source)
        #expect((file.tree == nil) == file.diagnostics.hasErrors, "\(text.debugDescription)")
        for finding in file.diagnostics.sorted {
          let fits = finding.range.start >= 0 && finding.range.end <= source.bytes.count
          #expect(fits, "\(finding.id): \(text.debugDescription)")
        }
        if let tree = file.tree {
          #expect(hasTruePlaces(tree, source), "\(text.debugDescription)")
        }
      }
    }
  }

  private func hasTruePlaces(_ tree: FactTree, _ source: SourceText) -> Bool {
    let range = tree.range
    guard range.start >= 0, range.end <= source.bytes.count, range.count > 0 else { return false }
    func holds(_ inner: SourceRange) -> Bool {
      inner.start >= range.start && inner.end <= range.end
    }
    switch tree {
    case .scalar(let text, let quoted, _):
      let written = source.text(range)
      if quoted { return written.count > 1 && written.last == written.first }
      if written.hasPrefix("|") || written.hasPrefix(">") { return true }
      return written.split(whereSeparator: \.isWhitespace)
        == text.split(whereSeparator: \.isWhitespace)
    case .list(let items, _):
      return items.allSatisfy { holds($0.range) && hasTruePlaces($0, source) }
    case .map(let entries, _):
      return entries.allSatisfy { entry in
        holds(entry.keyRange) && holds(entry.value.range)
          && entry.keyRange.end <= entry.value.range.start && hasTruePlaces(entry.value, source)
      }
    }
  }
}
