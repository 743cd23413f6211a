/// A text that sets an account's password once: for an office's message, or the window.
package struct OneTimeToken: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  /// The text, 43 characters that fit an address; shown once.
  package let text: String
  /// Until when it is good, in milliseconds since 1970.
  package let expiresAt: Int64

  /// Nothing: it is a secret.
  package var description: String { "OneTimeToken(…)" }
  /// Nothing.
  package var customMirror: Mirror { Mirror(self, children: []) }
}

/// 激活码: eight characters and a ninth that checks them, which bind an account to a person's file.
package struct ActivationCode: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  /// How long one is good, in milliseconds.
  package static let lifetime: Int64 = 30 * .day
  /// After so many tries with a wrong proof it is good no more.
  package static let mostAttempts = 5

  /// The nine characters, with a hyphen after the fourth; shown once.
  package let text: String
  /// Until when it is good, in milliseconds since 1970.
  package let expiresAt: Int64

  /// Whether something typed can be a code at all: a slip of the hand costs no try.
  package static func isPlausible(_ typed: String) -> Bool { Crockford.checked(typed) != nil }

  /// Nothing: it is a secret.
  package var description: String { "ActivationCode(…)" }
  /// Nothing.
  package var customMirror: Mirror { Mirror(self, children: []) }
}
