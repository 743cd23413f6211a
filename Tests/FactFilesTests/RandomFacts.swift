import TestSupport

/// Makes random trees and writes them in both notations in many ways.
struct RandomFacts {
  var generator: SplitMix64
  private let characters = Array("ab 1:：,，#-[]{}'\"\\&*!|>%@`~?“”户籍😀é\n\t.=<null")

  init(seed: UInt64) {
    generator = SplitMix64(seed: seed)
  }

  mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }

  private mutating func text() -> String {
    String((0..<pick(8)).map { _ in characters[pick(characters.count)] })
  }

  mutating func map(depth: Int) -> Shape {
    var entries: [Shape.Entry] = []
    for _ in 0..<(depth == 0 ? 1 + pick(5) : pick(4)) {
      let key = text()
      if key.isEmpty || entries.contains(where: { $0.key == key }) { continue }
      entries.append(Shape.Entry(key: key, value: value(depth: depth + 1)))
    }
    return .map(entries)
  }

  private mutating func value(depth: Int) -> Shape {
    switch pick(depth > 5 ? 2 : 4) {
    case 0: return .quoted(text())
    case 1: return .plain(["0", "1.10", "-0.50", "true", "false", "2023", "10000000000"][pick(7)])
    case 2: return .list((0..<pick(4)).map { _ in value(depth: depth + 1) })
    default: return map(depth: depth)
    }
  }

  private mutating func blank(_ choices: [String]) -> String { choices[pick(choices.count)] }

  /// `text` between double quotes, with escapes that both notations know.
  private mutating func doubleQuoted(_ text: String) -> String {
    var written = "\""
    for character in text {
      switch character {
      case "\"": written += "\\\""
      case "\\": written += "\\\\"
      case "\n": written += "\\n"
      case "\t": written += "\\t"
      case "户": written += blank(["户", "\\u6237"])
      default: written.append(character)
      }
    }
    return written + "\""
  }

  mutating func json(_ shape: Shape) -> String {
    let gap = blank(["", " ", "\n  ", "\r\n", "\t"])
    switch shape {
    case .scalar(let text, let quoted): return quoted ? doubleQuoted(text) : text
    case .list(let items):
      return "[\(gap)" + items.map { json($0) }.joined(separator: "\(gap),") + "\(gap)]"
    case .map(let entries):
      let written = entries.map { doubleQuoted($0.key) + "\(gap):\(gap)" + json($0.value) }
      return "{\(gap)" + written.joined(separator: "\(gap),\(gap)") + "\(gap)}"
    }
  }

  private mutating func scalar(_ text: String, quoted: Bool) -> String {
    guard quoted else { return text }
    guard !text.contains("\n"), !text.contains("\t"), pick(2) == 0 else {
      return doubleQuoted(text)
    }
    return "'" + text.replacing("'", with: "''") + "'"
  }

  /// `shape` in brackets, as YAML writes them.
  private mutating func flow(_ shape: Shape) -> String {
    switch shape {
    case .scalar(let text, let quoted): return scalar(text, quoted: quoted)
    case .list(let items): return "[" + items.map { flow($0) }.joined(separator: ", ") + "]"
    case .map(let entries):
      let written = entries.map { scalar($0.key, quoted: true) + ": " + flow($0.value) }
      return "{ " + written.joined(separator: " ,") + " }"
    }
  }

  /// The lines of `shape`, each beginning with `indent`.
  mutating func yaml(_ shape: Shape, indent: String = "") -> String {
    let ending = blank(["\n", "\n", "\r\n", " # 注 [\"\n", "\n\n"])
    switch shape {
    case .map(let entries) where !entries.isEmpty:
      var text = ""
      for entry in entries {
        text += indent + scalar(entry.key, quoted: true) + ":"
        text += nested(entry.value, indent: indent, ending: ending, inList: false)
      }
      return text
    case .list(let items) where !items.isEmpty:
      var text = ""
      for item in items {
        text += indent + "-" + nested(item, indent: indent, ending: ending, inList: true)
      }
      return text
    default: return indent + flow(shape) + ending
    }
  }

  private mutating func nested(
    _ shape: Shape,
    indent: String,
    ending: String,
    inList: Bool
  ) -> String {
    let isBlock: Bool
    var step = blank(["  ", " ", "    "])
    switch shape {
    case .scalar: isBlock = false
    case .list(let items):
      isBlock = !items.isEmpty && pick(3) > 0
      if !inList, pick(3) == 0 { step = "" }
    case .map(let entries): isBlock = !entries.isEmpty && pick(3) > 0
    }
    if isBlock { return ending + yaml(shape, indent: indent + step) }
    return " " + flow(shape) + ending
  }
}
