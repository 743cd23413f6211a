/// Why something that was asked of the accounts is refused.
///
/// `AccountFault+Text.swift` says it to people.
package enum AccountFault: Error, Hashable, Sendable {
  /// The sign-in name cannot be used.
  case name(SignInName.Fault)
  /// Another account has the name.
  case nameTaken
  /// The password cannot be used.
  case password(PasswordFault)
  /// The password that should prove who asks is wrong.
  case wrongPassword
  /// There is no such account.
  case unknownAccount
  /// The account is shut.
  case blocked
  /// Too many wrong tries; nothing is tried again before the moment.
  case wait(until: Int64)
  /// So many sign in at once that the queue is full; ask again in a moment.
  case busy
  /// No account can have the role, or the office that goes with it is missing.
  case role
  /// The session is unknown or over.
  case sessionEnded
  /// The session has no account, or has not passed its second factor.
  case notSignedIn
  /// Signing in was too long ago for what is asked; the person gives the password again.
  case mustReauthenticate
  /// The code of six digits or the recovery code is wrong, or was used before.
  case wrongCode
  /// There is no authenticator to confirm or remove, or there is one already.
  case secondFactor
  /// The role may not be without a second factor.
  case secondFactorNeeded
  /// Somebody else saved the draft meanwhile; `version` is the one that is there, 0 for none.
  case draftChanged(version: Int)
  /// More bytes than a draft may have, or more drafts than an account may have.
  case draftTooLarge
  /// The activation code, or the one-time token, is unknown, used or too old.
  case codeInvalid
  /// Another account is bound to the person's file already, or the account to another file.
  case residentBound
  /// What should be unbound is the only way into the account.
  case lastWayIn
  /// Another account is bound to the provider's subject.
  case identityBound
  /// The client, its key or what is given of it is not as it must be.
  case client(ClientFault)
}
