/// The opaque name of one account; it says nothing about the person.
///
/// Sixteen characters of Crockford's base 32 in lower case, drawn at random.
package struct AccountID: Hashable, Comparable, Sendable, Codable {
  /// How many characters a name has.
  package static let length = 16

  /// The name.
  package let text: String

  /// Creates a name; `nil` for any other length or characters.
  package init?(_ text: String) {
    let isSound = text.utf8.allSatisfy { Crockford.lowercase.utf8.contains($0) }
    guard isSound, text.utf8.count == AccountID.length else { return nil }
    self.text = text
  }

  /// A new name.
  static func random() -> AccountID { AccountID(known: Crockford.random(length).lowercased()) }

  /// Takes a name that the store wrote itself.
  init(known text: String) { self.text = text }

  /// Whether `lhs` comes first by its bytes.
  package static func < (lhs: AccountID, rhs: AccountID) -> Bool {
    lhs.text.utf8.lexicographicallyPrecedes(rhs.text.utf8)
  }
}
