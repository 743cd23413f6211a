/// A page of so many columns, written line by line.
struct TextPage: Sendable {
  /// The columns.
  let width: Int
  /// Whether escape sequences may be used.
  let colour: Bool
  /// What has been written.
  private(set) var text = ""

  /// However deep a line stands, its text has so many columns.
  private static let narrowest = 16

  init(width: Int, colour: Bool) {
    self.width = width
    self.colour = colour
  }

  /// Writes an empty line, unless the page is empty or already ends with one.
  mutating func blank() {
    if !text.isEmpty, !text.hasSuffix("\n\n") { text += "\n" }
  }

  /// Writes `body` after `lead`, all its lines beginning in the same column.
  mutating func put(_ body: StyledText, lead: StyledText = StyledText(), indent: Int = 0) {
    let left = max(0, min(indent, width - lead.width - TextPage.narrowest))
    let room = max(1, width - left - lead.width)
    for (index, line) in body.wrapped(to: room).enumerated() {
      let start = StyledText(String(repeating: " ", count: left))
      let margin = index == 0 ? lead : StyledText(String(repeating: " ", count: lead.width))
      text += (start + margin + line).printed(colour: colour) + "\n"
    }
  }

  /// Writes what another page holds, after an empty line.
  mutating func append(_ page: TextPage) {
    if !page.text.isEmpty { blank() }
    text += page.text
  }
}
