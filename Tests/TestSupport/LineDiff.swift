/// The difference of two texts, line by line, as a person reads it.
package enum LineDiff {
  private struct Line {
    var mark: Character
    var text: Substring
    /// The line's number in the old text; for an added line, that of the line before which it stands.
    var number: Int
  }

  /// The lines that differ, `-` as expected and `+` as they are, with `context` equal lines around.
  ///
  /// A carriage return and a missing last line feed are shown, since they can't be seen.
  ///
  /// - Complexity: O(*n*·*d*) in the number of lines and of differences.
  package static func between(expected: String, actual: String, context: Int = 2) -> String {
    let lines = merged(split(expected), split(actual))
    var text = ""
    var last = -1
    for (index, line) in lines.enumerated() {
      let nearby = lines[max(0, index - context)..<min(lines.count, index + context + 1)]
      guard nearby.contains(where: { $0.mark != " " }) else { continue }
      if index != last + 1 || last < 0 { text += "@@ line \(line.number) @@\n" }
      text += "\(line.mark)\(visible(line.text))\n"
      last = index
    }
    return text
  }

  private static func split(_ text: String) -> [Substring] {
    var lines: [Substring] = []
    var rest = text.unicodeScalars[...]
    while let end = rest.firstIndex(of: "\n") {
      lines.append(Substring(rest[..<end]))
      rest = rest[rest.index(after: end)...]
    }
    return rest.isEmpty ? lines : lines + [Substring(rest) + "⌿ (no line feed at the end)"]
  }

  private static func merged(_ expected: [Substring], _ actual: [Substring]) -> [Line] {
    let difference = actual.difference(from: expected) { $0.utf8.elementsEqual($1.utf8) }
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var lines: [Line] = []
    var old = 0
    var new = 0
    while old < expected.count || new < actual.count {
      if removed.contains(old) {
        lines.append(Line(mark: "-", text: expected[old], number: old + 1))
        old += 1
      } else if inserted.contains(new) {
        lines.append(Line(mark: "+", text: actual[new], number: old + 1))
        new += 1
      } else {
        lines.append(Line(mark: " ", text: expected[old], number: old + 1))
        old += 1
        new += 1
      }
    }
    return lines
  }

  private static func visible(_ line: Substring) -> String {
    line.unicodeScalars.reduce(into: "") { text, scalar in
      text += scalar == "\r" ? "␍" : String(scalar)
    }
  }
}
