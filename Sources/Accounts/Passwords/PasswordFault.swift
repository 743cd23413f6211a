/// Why a password cannot be used.
package enum PasswordFault: Error, Hashable, Sendable {
  /// It has fewer characters than `least`.
  case tooShort(least: Int)
  /// It has more than `most`.
  case tooLong(most: Int)
  /// It has a character that no keyboard can be trusted with: a control character.
  case character
  /// The sign-in name, the phone or the identity number is in it.
  case personal
  /// The name of the service or its city is in it.
  case service
  /// It is one thing over and over, a sequence, or a walk over the keyboard.
  case pattern
  /// It is among those that are tried first.
  case common
  /// It stands in a collection of passwords that leaked elsewhere.
  case breached
}
