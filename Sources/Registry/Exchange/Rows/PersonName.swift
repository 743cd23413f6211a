/// Names as they are compared: spaces, widths and the many middle dots do not count.
enum PersonName {
  static func isSame(_ left: String, _ right: String) -> Bool { key(left) == key(right) }

  private static func key(_ name: String) -> String {
    let text = CellText.withoutSpaces(CellText.halfWidth(CellText.unwrapped(name))).lowercased()
    let dots: Set<Unicode.Scalar> = ["·", "•", "・", "‧", "．", ".", "∙", "･", "●"]
    let scalars = text.unicodeScalars.map { dots.contains($0) ? "·" : $0 }
    return String(String.UnicodeScalarView(scalars))
  }
}
