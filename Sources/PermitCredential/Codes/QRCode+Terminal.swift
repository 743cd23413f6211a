extension QRCode {
  /// The code for a terminal, two rows to a line of half blocks, with its quiet zone.
  ///
  /// With colours it is black on white whatever the terminal's colours are; without, light modules
  /// are the blocks, which is right on a dark terminal.
  package func terminal(hasColour: Bool) -> String {
    let edge = QRCode.quietZone
    var text = ""
    for row in stride(from: -edge, to: width + edge, by: 2) {
      if hasColour { text += "\u{1B}[30;107m" }
      for column in -edge..<width + edge {
        let (upper, lower) = (self[row, column], self[row + 1, column])
        // Blocks stand for dark where colours make the paper white, else for light.
        let blocks = (upper == hasColour, lower == hasColour)
        text += blocks.0 ? (blocks.1 ? "█" : "▀") : (blocks.1 ? "▄" : " ")
      }
      text += hasColour ? "\u{1B}[0m\n" : "\n"
    }
    return text
  }
}
