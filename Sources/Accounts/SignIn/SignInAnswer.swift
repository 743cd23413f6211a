/// What signing in came to.
package enum SignInAnswer: Hashable, Sendable {
  /// A session was opened; its `standing` says whether a second factor or its enrolment is still
  /// to come.
  case opened(OpenedSession)
  /// The name or the password is wrong; which of them is not said.
  case wrong
  /// Too many wrong tries for this name, whether an account has it or not.
  case wait(until: Int64)
  /// Too many wrong tries from the network address.
  case waitHere(until: Int64)
  /// The account is shut; said only to who knows the password.
  case blocked
}
