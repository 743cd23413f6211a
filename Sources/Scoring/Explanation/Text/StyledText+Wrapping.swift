import ExpressionLanguage

extension StyledText {
  /// The text broken into lines of at most `width` columns, between words and Han characters.
  ///
  /// No line begins with closing punctuation or ends with an opening bracket, and a number keeps
  /// its Chinese unit. A separating dot is left out where the line ends. Only a word that is longer than a line is let out over the edge.
  ///
  /// - Complexity: O(*n*) in the characters.
  func wrapped(to width: Int) -> [StyledText] {
    var lines: [StyledText] = []
    var line: [Letter] = []
    var used = 0
    func put(_ piece: Piece) {
      let gap = line.isEmpty ? nil : piece.gap
      if line.isEmpty || used + (gap == nil ? 0 : 1) + piece.width <= width {
        if let gap { line.append(gap) }
        line += piece.letters
        used += (gap == nil ? 0 : 1) + piece.width
      } else {
        lines.append(StyledText(letters: StyledText.withoutDot(line)))
        line = piece.letters
        used = piece.width
      }
    }
    for piece in StyledText.pieces(letters, keepingTies: true) {
      if piece.width <= width {
        put(piece)
        continue
      }
      for (index, var part) in StyledText.pieces(piece.letters, keepingTies: false).enumerated() {
        if index == 0 { part.gap = piece.gap }
        put(part)
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(StyledText(letters: line)) }
    return lines
  }

  private static func withoutDot(_ line: [Letter]) -> [Letter] {
    guard line.count > 2, line[line.count - 1].character == "·",
      line[line.count - 2].character == tie
    else { return line }
    return line.dropLast(2)
  }

  /// What stays together, with the space before it.
  private struct Piece {
    var gap: Letter?
    var letters: [Letter] = []
    var width = 0

    mutating func append(_ letter: Letter) {
      letters.append(letter)
      width += letter.width
    }
  }

  private static func pieces(_ letters: [Letter], keepingTies: Bool) -> [Piece] {
    var pieces: [Piece] = []
    var piece = Piece()
    for letter in letters {
      if letter.character == " " || (letter.character == tie && !keepingTies) {
        if !piece.letters.isEmpty { pieces.append(piece) }
        piece = Piece(gap: Letter(character: " ", style: letter.style))
        continue
      }
      if letter.character == joiner, !keepingTies { continue }
      if let last = piece.letters.last, mayBreak(last, letter) {
        pieces.append(piece)
        piece = Piece()
      }
      piece.append(letter)
    }
    if !piece.letters.isEmpty { pieces.append(piece) }
    return pieces
  }

  /// Whether a line may end between two characters that stand side by side.
  private static func mayBreak(_ before: Letter, _ after: Letter) -> Bool {
    if closing.contains(after.character) || opening.contains(before.character) { return false }
    let ties: Set = [tie, joiner]
    if ties.contains(before.character) || ties.contains(after.character) { return false }
    guard before.width == 2 || after.width == 2 else { return false }
    let isNumber = before.character.isASCII && before.character.isNumber
    return !isNumber || closing.contains(after.character)
  }

  private static let closing: Set<Character> = [
    "，", "。", "；", "：", "、", "）", "》", "”", "’", "！", "？", "】", "」", "』", "〕", "…", "%", "‰", ")",
    ",", ".", ";", ":",
  ]
  private static let opening: Set<Character> = ["（", "《", "“", "‘", "【", "「", "『", "〔", "("]
}
