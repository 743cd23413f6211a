import TestSupport

/// Changes the layout of a text in the canonical layout, and nothing else.
struct LayoutMutator {
  private var generator: SplitMix64
  private var isInComment = false
  private var isInFence = false
  private var isInFront = true

  /// Creates the mutator whose whole sequence follows from `seed`.
  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  /// The text in another layout.
  mutating func changed(_ text: String) -> String {
    (isInComment, isInFence, isInFront) = (false, false, true)
    let old = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var new: [String] = []
    for (index, line) in old.enumerated() {
      if line == "---", index > 0 { isInFront = false }
      if line.hasPrefix("<!--") { isInComment = true }
      append(
        line,
        after: index > 0 ? old[index - 1] : "",
        to: &new,
        next: old[(index + 1)...].first
      )
      if line.hasSuffix("-->") { isInComment = false }
      if line.hasPrefix("```") { isInFence.toggle() }
    }
    let isCRLF = chance(4)
    var result = new.joined(separator: isCRLF ? "\r\n" : "\n")
    if chance(3) { result += isCRLF ? "\r\n\r\n" : "\n\n\n" } else if chance(3) { trim(&result) }
    return (chance(4) ? "\u{FEFF}" : "") + result
  }

  private mutating func append(
    _ line: String,
    after above: String,
    to lines: inout [String],
    next: String?
  ) {
    if line.isEmpty, !isInComment, !isInFence, let next, !next.isEmpty {
      let mayGo = next.hasPrefix("#") || next.hasPrefix("1. ") || next.hasPrefix("```")
      let touchesOther = above.hasPrefix("|") || above.hasSuffix("-->") || above.hasPrefix("---")
      if mayGo, !touchesOther, chance(3) { return }
      for _ in 0..<Int.random(in: 1...3, using: &generator) { lines.append(blanks(3)) }
      return
    }
    var line = line
    if isInFront, line.contains(": ") {
      line.replace(": ", with: ":" + " " + blanks(3), maxReplacements: 1)
      if chance(4) { lines.append(blanks(2)) }
    } else if !isInComment, !isInFence {
      if line.hasPrefix("|") { line = table(line) }
      if line.hasPrefix("#") { line = heading(line) }
      let bare = String(line.drop { $0 == " " })
      if bare.first?.isNumber == true, bare.contains(". "), chance(3) { lines.append("") }
    } else if isInFence, !line.hasPrefix("```"), lines.last?.hasPrefix("```feel") == true {
      if chance(2) { lines.append("") }
    }
    lines.append(line + blanks(3))
  }

  private mutating func table(_ line: String) -> String {
    if line.allSatisfy({ "|-: ".contains($0) }) {
      return line.split(separator: "|").reduce("|") { row, cell in
        let dashes = String(repeating: "-", count: Int.random(in: 0...20, using: &generator))
        let cell = cell.trimming
        let wide = cell.contains("--") ? String(cell).replacing("--", with: "--" + dashes) : cell
        return row + blanks(2) + wide + blanks(2) + "|"
      }
    }
    var result = ""
    var previous: Character = " "
    for character in line {
      let cuts = character == "|" && previous != "\\"
      if cuts { result += result.isEmpty ? "" : blanks(3) }
      result.append(character)
      if cuts { result += blanks(3) }
      previous = character
    }
    return result.trimming
  }

  private mutating func heading(_ line: String) -> String {
    let hashes = line.prefix { $0 == "#" }
    var rest = line.dropFirst(hashes.count).description
    rest.replace(" {", with: " " + blanks(2) + "{" + blanks(1))
    rest.replace("}", with: blanks(1) + "}")
    if !rest.contains("\"") { rest.replace(" · ", with: " " + blanks(2) + "·" + blanks(2) + " ") }
    return hashes + blanks(2) + rest
  }

  private mutating func chance(_ odds: Int) -> Bool {
    Int.random(in: 0..<odds, using: &generator) == 0
  }

  private mutating func blanks(_ most: Int) -> String {
    String(repeating: " ", count: Int.random(in: 0...most, using: &generator))
  }

  private func trim(_ text: inout String) {
    while text.last?.isNewline == true { text.removeLast() }
  }
}

extension StringProtocol {
  /// The text without blanks at its ends.
  fileprivate var trimming: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
