import ExpressionLanguage

/// Text in stretches of different looks.
struct StyledText: Sendable {
  /// One character with its look.
  struct Letter: Sendable {
    var character: Character
    var style: TextStyle

    var width: Int { character == StyledText.tie ? 1 : DisplayWidth.of(character) }
  }

  /// A space at which no line is broken; it is printed as a plain one.
  static let tie: Character = "\u{A0}"
  /// Between two characters, keeps them on one line; it is not printed.
  static let joiner: Character = "\u{2060}"

  /// The characters.
  var letters: [Letter]

  /// Creates a text of one look: every line end is a space, and no control character is left.
  init(_ text: String = "", _ style: TextStyle = .plain) {
    letters = text.compactMap { character in
      if character.isNewline || character == "\t" { return Letter(character: " ", style: style) }
      let isControl = character.unicodeScalars.contains {
        $0.properties.generalCategory == .control
      }
      return isControl ? nil : Letter(character: character, style: style)
    }
  }

  init(letters: [Letter]) { self.letters = letters }

  /// The columns that the text takes.
  var width: Int { letters.reduce(0) { $0 + $1.width } }

  /// Whether there is nothing to print.
  var isEmpty: Bool { letters.isEmpty }

  /// `text` so that it stays on one line, if it is not longer than one.
  static func together(_ text: String) -> String {
    text.map { $0 == " " ? String(tie) : String($0) }.joined(separator: String(joiner))
  }

  /// The text followed by as many spaces as make it `width` columns wide.
  func padded(to width: Int) -> StyledText {
    self + StyledText(String(repeating: " ", count: max(0, width - self.width)))
  }

  /// The text with escape sequences where `colour` is wanted; no space stands at its end.
  func printed(colour: Bool) -> String {
    var text = ""
    var style = TextStyle.plain
    let end = letters.lastIndex { $0.character != " " && $0.character != StyledText.tie }
    for letter in letters.prefix(through: end ?? -1) {
      if colour, letter.style != style {
        if style != .plain { text += "\u{1B}[0m" }
        if let code = letter.style.code { text += "\u{1B}[\(code)m" }
        style = letter.style
      }
      if letter.character == StyledText.joiner { continue }
      text.append(letter.character == StyledText.tie ? " " : letter.character)
    }
    return style == .plain ? text : text + "\u{1B}[0m"
  }

  /// One text after the other.
  static func + (lhs: StyledText, rhs: StyledText) -> StyledText {
    StyledText(letters: lhs.letters + rhs.letters)
  }

  static func += (lhs: inout StyledText, rhs: StyledText) { lhs.letters += rhs.letters }
}

extension [StyledText] {
  /// The texts with `separator` between them.
  func joined(_ separator: StyledText) -> StyledText {
    var result = StyledText()
    for (index, text) in enumerated() { result += index == 0 ? text : separator + text }
    return result
  }
}
