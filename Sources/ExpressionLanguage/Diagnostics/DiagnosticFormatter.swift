/// Draws a diagnostic with its file, line, column, source line and a caret by display width.
///
/// Columns count characters; the caret stands right under Chinese text because a Han character is
/// two columns wide on a terminal.
package struct DiagnosticFormatter: Sendable {
  /// The language of headlines, reasons and fixes.
  package var language: Language
  /// Whether to colour with ANSI escapes.
  package var colour: Bool
  /// Whether the whole source line is shown, or only the entry between commas that is meant, as
  /// befits a person's file of which all may stand on one line.
  package var showsNeighbours: Bool

  /// Creates a formatter.
  package init(language: Language, colour: Bool = false, showsNeighbours: Bool = true) {
    self.language = language
    self.colour = colour
    self.showsNeighbours = showsNeighbours
  }

  /// The text of `diagnostic` about `source`, ending in a line feed.
  package func format(_ diagnostic: Diagnostic, in source: SourceText) -> String {
    let start = min(diagnostic.range.start, source.bytes.count)
    let line = source.line(at: start)
    let place = "\(source.name):\(line):\(source.column(at: start))"
    var text = "\(place): \(word(diagnostic.severity)): \(diagnostic.headline[language])\n"
    text += drawing(diagnostic.range, in: source, line: line)
    let indent = "      "
    if let reason = diagnostic.reason { text += indent + reason[language] + "\n" }
    let (note, fix) = language == .chinese ? ("说明：", "改法：") : ("note: ", "fix: ")
    for remark in diagnostic.notes { text += indent + note + remark.text[language] + "\n" }
    if let advice = diagnostic.fix { text += indent + fix + advice[language] + "\n" }
    return text
  }

  private func word(_ severity: Severity) -> String {
    let word: String
    let code: String
    switch severity {
    case .error: (word, code) = (language == .chinese ? "错误" : "error", "31")
    case .warning: (word, code) = (language == .chinese ? "警告" : "warning", "33")
    case .note: (word, code) = (language == .chinese ? "提示" : "note", "36")
    }
    return colour ? "\u{1B}[1;\(code)m\(word)\u{1B}[0m" : word
  }

  /// The source line and the caret line, cut to a window around the place where the line is long.
  private func drawing(_ range: SourceRange, in source: SourceText, line: Int) -> String {
    let lineRange = source.lineRange(line)
    let start = min(max(range.start, lineRange.start), lineRange.end)
    let end = max(start, min(range.end, lineRange.end))
    // A line may be megabytes long; what is cut to a window below is taken from near the place.
    let near = 1_000
    let (first, last) = (max(lineRange.start, start - near), min(lineRange.end, end + near))
    let before = own(printable(source.text(SourceRange(first, start))), isBefore: true)
    let marked = printable(source.text(SourceRange(start, min(end, start + near))))
    let after = own(printable(source.text(SourceRange(end, last))), isBefore: false)
    let left = before.count > 100 ? "…" + String(before.suffix(60)) : before
    let middle = marked.count > 100 ? String(marked.prefix(99)) + "…" : marked
    let right = after.count > 60 ? String(after.prefix(59)) + "…" : after
    let number = DisplayWidth.padLeft(String(line), to: 5)
    let carets = "^" + String(repeating: "~", count: max(0, DisplayWidth.of(middle) - 1))
    let gap = String(repeating: " ", count: DisplayWidth.of(left))
    return "\(number) | \(left)\(middle)\(right)\n      | \(gap)\(carets)\n"
  }

  /// What of the text beside a place belongs to the same entry.
  private func own(_ text: String, isBefore: Bool) -> String {
    if showsNeighbours { return text }
    let isBorder = { (character: Character) in ",{}[]，".contains(character) }
    if isBefore {
      guard let border = text.lastIndex(where: isBorder) else { return text }
      return "…" + text[text.index(after: border)...]
    }
    guard let border = text.firstIndex(where: isBorder) else { return text }
    return text[..<border] + "…"
  }

  private func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          scalar == "\t" ? " " : scalar.value < 0x20 || scalar.value == 0x7F ? "\u{FFFD}" : scalar
        }
      )
    )
  }
}
