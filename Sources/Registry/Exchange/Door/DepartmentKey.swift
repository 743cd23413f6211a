package import Crypto
package import ExpressionLanguage

/// A department's key for the door.
package struct DepartmentKey: Sendable {
  /// Its name: the key file's, without `.pub`.
  package var id: String
  /// The department, by a name of the dictionary.
  package var department: String
  /// The key.
  package var key: Curve25519.Signing.PublicKey
  /// The first and the last day on which it may sign.
  package var days: ClosedRange<CivilDate>
}
