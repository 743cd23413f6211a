import PermitCredential

/// What somebody asks about: a card's number, or what a code holds.
enum AskedPermit: Hashable {
  case number(String)
  /// Three parts of a signed text; whether it is genuine is not known yet.
  case token(String)

  /// The longest text that is looked at.
  private static let longest = 4_096

  /// Reads what was typed, pasted or scanned: a number, a token or a link, also in full-width
  /// letters and broken into lines; `nil` where it is none of them.
  init?(_ typed: String) {
    guard typed.utf8.count <= AskedPermit.longest else { return nil }
    let text = String(String.UnicodeScalarView(typed.unicodeScalars.compactMap(AskedPermit.plain)))
    if PermitClaims.isSound(serial: text) {
      self = .number(text)
      return
    }
    let token = PermitToken.text(in: text)
    guard token.utf8.count <= PermitToken.longest,
      token.split(separator: ".", omittingEmptySubsequences: false).count == 3
    else { return nil }
    self = .token(token)
  }

  /// A sign as it stands on a card; `nil` for blanks and what nobody sees.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    // Full-width forms.
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
    // Hyphens and dashes, which other programs put in the place of one another.
    case 0x2010...0x2015, 0x2212: "-"
    case 0x200B...0x200F, 0x2060, 0xFEFF, 0x00AD: nil
    default: scalar.properties.isWhitespace ? nil : scalar
    }
  }
}
