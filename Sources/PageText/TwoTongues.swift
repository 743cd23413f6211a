/// A template with both languages side by side, `[[中文|English]]`, taken apart into one text a
/// language.
///
/// A half may hold mustache tags and further lines; `||` in it is a bar, `[` and `]` alone are
/// themselves. Doubles do not nest.
package struct TwoTongues: Hashable, Sendable {
  /// The text for readers of Chinese.
  package let chinese: String
  /// The text for readers of English.
  package let english: String

  /// Something that a template gets wrong, with its place.
  package struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The line, from 1.
    package let line: Int
    /// What is wrong, and what to do.
    package let message: String

    /// The line and the message.
    package var description: String { "\(line): \(message)" }
  }

  /// Takes a template apart.
  ///
  /// - Throws: `Fault` where a double does not end, has not two halves, or one of them is empty.
  package init(_ template: String) throws(Fault) {
    var chinese = ""
    var english = ""
    var line = 1
    var rest = template[...]
    while let opening = rest.range(of: "[[") {
      let plain = rest[..<opening.lowerBound]
      chinese += plain
      english += plain
      line += Self.lines(in: plain)
      let inside = rest[opening.upperBound...]
      guard let closing = inside.range(of: "]]") else {
        throw Fault(line: line, message: "`[[` is not closed: write [[中文|English]]")
      }
      let text = inside[..<closing.lowerBound]
      let halves = Self.halves(of: text)
      guard halves.count == 2 else {
        throw Fault(
          line: line,
          message: "\(halves.count) halves where two are needed: write [[中文|English]]; a bar is ||"
        )
      }
      for (half, name) in zip(halves, ["Chinese", "English"])
      where !half.contains(where: { !$0.isWhitespace }) {
        throw Fault(
          line: line,
          message: "the \(name) half is empty: every text needs both languages"
        )
      }
      if text.contains("[[") {
        throw Fault(line: line, message: "`[[` inside `[[`: doubles do not nest")
      }
      chinese += halves[0]
      english += halves[1]
      line += Self.lines(in: text)
      rest = inside[closing.upperBound...]
    }
    if let stray = rest.range(of: "]]") {
      let before = Self.lines(in: rest[..<stray.lowerBound])
      throw Fault(line: line + before, message: "`]]` without `[[`")
    }
    self.chinese = chinese + rest
    self.english = english + rest
  }

  private static func lines(in text: Substring) -> Int {
    text.utf8.count { $0 == UInt8(ascii: "\n") }
  }

  private static func halves(of text: Substring) -> [String] {
    var halves = [""]
    var rest = text[...]
    while let character = rest.popFirst() {
      if character != "|" {
        halves[halves.count - 1].append(character)
      } else if rest.first == "|" {
        rest.removeFirst()
        halves[halves.count - 1].append("|")
      } else {
        halves.append("")
      }
    }
    return halves
  }
}

extension Substring {
  /// The first place of a short text, of which nothing can be a part of another character.
  fileprivate func range(of mark: String) -> Range<Substring.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(mark) {
        return start..<index(start, offsetBy: mark.count)
      }
      start = index(after: start)
    }
    return nil
  }

  fileprivate func contains(_ mark: String) -> Bool { range(of: mark) != nil }
}
