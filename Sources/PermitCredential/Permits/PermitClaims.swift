package import ExpressionLanguage

/// What a permit's token says, all of it: a card's number and two days.
///
/// No name, no citizen's number, nothing of the person.
package struct PermitClaims: Hashable, Sendable {
  /// Who vouches for it, in short, such as `xiongan`.
  package let issuer: String
  /// The serial number printed on the card.
  package let serial: String
  /// The day on which the card was made.
  package let issued: CivilDate
  /// The last day before endorsement is late: up to its end the token speaks for itself.
  package let due: CivilDate
  /// Where the status lists keep its status.
  package let place: StatusPlace

  /// Creates the claims.
  ///
  /// - Throws: `PermitFault.unsound` where the issuer is not 1 to 16 small letters, digits or
  ///   hyphens, the serial not 1 to 32 letters, digits or hyphens, or a day lies outside the years
  ///   2000 to 2199 or before the one that comes first.
  package init(
    issuer: String,
    serial: String,
    issued: CivilDate,
    due: CivilDate,
    place: StatusPlace
  ) throws(PermitFault) {
    guard PermitClaims.isSound(issuer: issuer), PermitClaims.isSound(serial: serial),
      issued <= due, (2_000...2_199).contains(issued.parts.year),
      (2_000...2_199).contains(due.parts.year)
    else { throw .unsound }
    self.issuer = issuer
    self.serial = serial
    self.issued = issued
    self.due = due
    self.place = place
  }

  /// Whether a text can name an issuer.
  package static func isSound(issuer: String) -> Bool {
    (1...16).contains(issuer.utf8.count)
      && issuer.utf8.allSatisfy { isDigit($0) || (0x61...0x7A).contains($0) || $0 == 0x2D }
  }

  /// Whether a text can be what is printed on a card.
  package static func isSound(serial: String) -> Bool {
    (1...32).contains(serial.utf8.count)
      && serial.utf8.allSatisfy {
        isDigit($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D
      }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
