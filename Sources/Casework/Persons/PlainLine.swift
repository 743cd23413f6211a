import ExpressionLanguage
import Policy

/// Reads what somebody types in one line: a name, an address, a reason.
enum PlainLine {
  /// The longest name of a paper, a department or a fact that is looked up.
  static let longestName = 200
  /// How many spaces around a line are put up with.
  private static let margins = 100

  /// The text without the spaces around it.
  ///
  /// - Throws: `empty-text`, `long-text` or `control-character`, each with what the text is for.
  static func read(
    _ text: String,
    _ what: Bilingual,
    atMost longest: Int = 500
  ) throws(Rejection) -> String {
    let line = try readOptional(text, what, atMost: longest)
    if line.isEmpty { throw .emptyText(what) }
    return line
  }

  /// The same, where the text may be empty.
  static func readOptional(
    _ text: String,
    _ what: Bilingual,
    atMost longest: Int = 500
  ) throws(Rejection) -> String {
    // Counting scalars first keeps a text of millions from being cut into characters.
    if text.isLonger(than: longest + PlainLine.margins) { throw .longText(what, longest) }
    let line = text.trimmingSpaces
    if line.isLonger(than: longest) { throw .longText(what, longest) }
    for scalar in line.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: throw .controlCharacter(what)
      default: continue
      }
    }
    return line
  }

  /// The reason that a change rests on.
  static func reason(_ text: String) throws(Rejection) -> String {
    try read(text, Bilingual("the reason", "理由"))
  }
}

extension String {
  /// Whether it has more than so many signs; it stops counting there.
  ///
  /// - Complexity: O(*n*) in `count`.
  func isLonger(than count: Int) -> Bool {
    let scalars = unicodeScalars
    return scalars.index(scalars.startIndex, offsetBy: count + 1, limitedBy: scalars.endIndex)
      != nil
  }
}

extension Rejection {
  fileprivate static func emptyText(_ what: Bilingual) -> Rejection {
    Rejection(
      "empty-text",
      Bilingual("\(what.english) is empty", "\(what.chinese)为空"),
      remedy: Bilingual("write it", "请填写")
    )
  }

  fileprivate static func longText(_ what: Bilingual, _ longest: Int) -> Rejection {
    Rejection(
      "long-text",
      Bilingual(
        "\(what.english) is longer than \(longest) characters",
        "\(what.chinese)超过\(longest)字"
      ),
      remedy: Bilingual("shorten it", "请缩短")
    )
  }

  fileprivate static func controlCharacter(_ what: Bilingual) -> Rejection {
    Rejection(
      "control-character",
      Bilingual(
        "\(what.english) holds a line break or a hidden sign",
        "\(what.chinese)中有换行或不可见的符号"
      ),
      remedy: Bilingual("write it in one line of plain letters", "请在一行内用普通文字书写")
    )
  }
}
