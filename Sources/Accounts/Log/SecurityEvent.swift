/// What the log of security knows.
package enum SecurityEventKind: String, CaseIterable, Hashable, Sendable, Codable {
  /// 登录.
  case signedIn = "signed in"
  /// A wrong name or password.
  case wrongPassword = "wrong password"
  /// A wrong code.
  case wrongCode = "wrong code"
  /// Too many wrong tries: the account waits.
  case locked
  /// Too many wrong tries from one address.
  case addressLocked = "address locked"
  /// A shut account tried to sign in, with the right password.
  case refusedBlocked = "refused blocked"
  /// 退出.
  case signedOut = "signed out"
  /// Sessions were ended from elsewhere.
  case sessionsEnded = "sessions ended"
  /// An account was made.
  case created
  /// The password was changed or set.
  case passwordChanged = "password changed"
  /// A token for setting a password was made.
  case resetOffered = "reset offered"
  /// The second factor was passed.
  case secondFactorPassed = "second factor passed"
  /// An authenticator was confirmed.
  case secondFactorAdded = "second factor added"
  /// An authenticator was taken away.
  case secondFactorRemoved = "second factor removed"
  /// A recovery code was used.
  case recoveryCodeUsed = "recovery code used"
  /// New recovery codes were made.
  case recoveryCodesMade = "recovery codes made"
  /// A provider's subject was bound.
  case identityBound = "identity bound"
  /// A provider's subject was unbound.
  case identityUnbound = "identity unbound"
  /// An activation code was made.
  case codeMade = "code made"
  /// The account was bound to a person's file.
  case residentBound = "resident bound"
  /// The account was taken off a person's file.
  case residentUnbound = "resident unbound"
  /// 停用.
  case blocked
  /// 启用.
  case unblocked
  /// The role or office was changed.
  case roleChanged = "role changed"
  /// The account was destroyed.
  case forgotten
  /// A client was made.
  case clientMade = "client made"
  /// A client's key was added or taken away.
  case clientKeysChanged = "client keys changed"
  /// What a client may ask about was changed.
  case clientServicesChanged = "client services changed"
  /// A client was blocked.
  case clientBlocked = "client blocked"
  /// A client was unblocked.
  case clientUnblocked = "client unblocked"
  /// A client got an access token.
  case clientToken = "client token"
  /// A client's assertion came a second time.
  case assertionReplayed = "assertion replayed"
  /// An assertion that is none.
  case assertionUnreadable = "assertion unreadable"
  /// An assertion of a client that there is not.
  case assertionOfNobody = "assertion of nobody"
  /// An assertion of a shut client.
  case assertionOfShutClient = "assertion of shut client"
  /// An assertion under a key that the client has not, or not now.
  case assertionKey = "assertion key"
  /// An assertion that the client's key did not sign.
  case assertionSignature = "assertion signature"
  /// An assertion for another service.
  case assertionAudience = "assertion audience"
  /// An assertion that is over, or holds too long.
  case assertionTimes = "assertion times"
  /// So many wrong assertions that those of this hour are no longer noted.
  case assertionsUnnoted = "assertions unnoted"
}

/// One entry of the log of security: never a name, an address or a secret.
package struct SecurityEvent: Hashable, Sendable {
  /// How long entries are kept, in milliseconds.
  package static let lifetime: Int64 = 180 * .day

  /// Its number.
  package let number: Int64
  /// When, in milliseconds since 1970.
  package let moment: Int64
  /// What.
  package let kind: SecurityEventKind
  /// Whose account, or which client.
  package let account: String?
  /// The account that did it, where it is another's.
  package let by: String?
  /// Sixteen hexadecimal digits, the same for the same network address under this store's key.
  package let address: String?
}
