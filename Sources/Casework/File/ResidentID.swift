/// The opaque name of one resident's file; it says nothing about the person.
///
/// Ten characters of Crockford's base 32 in lower case, drawn at random by the registry.
package struct ResidentID: Hashable, Comparable, Sendable, Codable {
  /// The characters that a name is made of.
  package static let alphabet = "0123456789abcdefghjkmnpqrstvwxyz"
  /// How many there are.
  package static let length = 10

  /// The name.
  package let text: String

  /// Creates a name; `nil` for any other length or characters.
  package init?(_ text: String) {
    let isSound = text.utf8.allSatisfy { ResidentID.alphabet.utf8.contains($0) }
    guard isSound, text.utf8.count == ResidentID.length else { return nil }
    self.text = text
  }

  /// Reads a name.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let id = ResidentID(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no resident's name")
    }
    self = id
  }

  /// Writes the name.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }

  /// Whether `lhs` comes first by its bytes.
  package static func < (lhs: ResidentID, rhs: ResidentID) -> Bool {
    lhs.text.utf8.lexicographicallyPrecedes(rhs.text.utf8)
  }
}
