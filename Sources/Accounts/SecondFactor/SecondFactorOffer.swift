/// What a person puts into their authenticator; shown once.
package struct SecondFactorOffer: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  /// The secret in Base32, for typing.
  package let secret: String
  /// The address for a QR code (`otpauth://totp/…`).
  package let uri: String

  /// Nothing: it is a secret.
  package var description: String { "SecondFactorOffer(…)" }
  /// Nothing.
  package var customMirror: Mirror { Mirror(self, children: []) }
}

/// An authenticator that was confirmed.
package struct SecondFactorEnrolment: Hashable, Sendable {
  /// The session under its new token.
  package let opened: OpenedSession
  /// Ten codes, each good once in place of the authenticator; shown once.
  package let recoveryCodes: [String]
}
