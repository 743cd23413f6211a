package import ExpressionLanguage

/// A citizen's identity number of eighteen characters (GB 11643).
package struct IdentityNumber: Hashable, Sendable, Codable {
  /// The number, its check digit in capitals.
  package let text: String

  /// Reads a number.
  package init?(_ text: String) {
    self.text = text
  }

  /// The birth date.
  package var birthDate: CivilDate { .earliest }
  /// Whether it is a man's.
  package var isMale: Bool { false }
}
