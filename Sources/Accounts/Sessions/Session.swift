package import Casework

/// How far a session has come.
package enum SessionStanding: String, Hashable, Sendable {
  /// Nobody has signed in.
  case anonymous
  /// The password was right, and the code of the authenticator is still to come.
  case awaitingSecondFactor = "awaiting second factor"
  /// The role asks for an authenticator, and the account has none yet: it may only enrol one.
  case awaitingEnrolment = "awaiting enrolment"
  /// Somebody is signed in.
  case signedIn = "signed in"
}

/// The random text that a browser holds for its session; the store keeps only its SHA-256.
package struct SessionToken: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  /// 43 characters of Base64 for addresses, which fit a cookie as they are.
  package let text: String

  /// Reads what a browser sent; `nil` for what cannot be a token.
  package init?(_ text: String) {
    guard SecretToken.isToken(text) else { return nil }
    self.text = text
  }

  /// A new token of 256 random bits.
  static func random() -> SessionToken { SessionToken(made: SecretToken.random()) }

  private init(made text: String) { self.text = text }

  /// Nothing: it is a secret.
  package var description: String { "SessionToken(…)" }
  /// Nothing.
  package var customMirror: Mirror { Mirror(self, children: []) }
}

/// The name of a session for its owner's list; with it nobody gets in.
package struct SessionID: Hashable, Sendable {
  /// Twenty hexadecimal digits.
  package let text: String

  /// Takes a name.
  package init(_ text: String) { self.text = text }
}

/// One browser's time with the service, as it is at one request.
package struct Session: Hashable, Sendable {
  /// Its name in the owner's list.
  package let id: SessionID
  /// Whose it is; `nil` before somebody has signed in.
  package let account: Account?
  /// How far it has come.
  package let standing: SessionStanding
  /// When it began, in milliseconds since 1970.
  package let createdAt: Int64
  /// When it was last used, to the minute.
  package let seenAt: Int64
  /// When it ends at the latest.
  package let endsAt: Int64
  /// When it ends if nothing more is asked.
  package let idleAt: Int64
  /// When the person last gave the password or came from their provider.
  package let authenticatedAt: Int64?
  /// When the person last gave a code of the authenticator or a recovery code.
  package let secondFactorAt: Int64?
  /// The person whom the account's person acts for.
  package let actingFor: ResidentID?
  /// A word of the last page for the next one; `takeFlash` takes it away.
  package let flash: String?

  let csrf: CSRFSecret

  /// Who asks; `nil` unless somebody is signed in with all that their role asks for.
  package var actor: Actor? { standing == .signedIn ? account?.actor : nil }

  /// A text for a form's hidden field, another each time so that compression tells nothing.
  package func makeCSRFToken() -> String { csrf.makeToken() }

  /// Whether a form's field came from this session; takes the same time for every answer.
  package func accepts(csrf token: String) -> Bool { csrf.accepts(token) }

  /// Whether the person proved who they are within so many milliseconds before `now`.
  ///
  /// Where there is an authenticator its code proves it (`passSecondFactor`), elsewhere the password
  /// (`reauthenticate`) or a new sign-in by the provider.
  package func isFresh(within milliseconds: Int64, at now: Int64) -> Bool {
    let proved = account?.hasSecondFactor == true ? secondFactorAt : authenticatedAt
    guard let proved else { return false }
    return now - proved <= milliseconds
  }
}

/// A session and the token that was just made for it: set the cookie anew whenever one is handed out.
package struct OpenedSession: Hashable, Sendable {
  /// What the browser is to hold from now on.
  package let token: SessionToken
  /// The session.
  package let session: Session
  /// How many wrong tries there were since the last sign-in, for the owner to know.
  package let failuresBefore: Int
  /// What the browser is to hold beside it from now on, where that has changed.
  package var devices: DeviceTokens?

  func on(_ devices: DeviceTokens) -> OpenedSession {
    var opened = self
    opened.devices = devices
    return opened
  }
}
