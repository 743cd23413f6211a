package import Casework

extension AccountStore {
  /// What is wrong with a password for an account, or `nil`; computes no hash of it.
  ///
  /// - Parameters:
  ///   - password: The password as typed.
  ///   - name: The sign-in name.
  ///   - role: What the account acts as: 8 characters for residents and employers, else 12.
  ///   - personal: The phone and identity number, as far as known.
  /// - Throws: `AccountStoreFault.breachedPasswords`.
  package func passwordFault(
    _ password: String,
    name: String,
    role: Role,
    personal: [String] = []
  ) async throws -> PasswordFault? { throw AccountStoreFault.closed }

  /// Changes the password of the session's account and ends all its sessions; this one goes on
  /// under a new token. An account without one, that came by its provider, sets its first with
  /// `old` empty if signing in is fresh.
  ///
  /// - Throws: `AccountFault.notSignedIn`, `.wrongPassword`, `.wait`, `.password`, `.busy`,
  ///   `.mustReauthenticate`.
  package func changePassword(
    from old: String,
    to new: String,
    personal: [String] = [],
    in token: SessionToken,
    from address: NetworkAddress
  ) async throws -> OpenedSession { throw AccountStoreFault.closed }

  /// Makes a token that sets an account's password once, within half an hour; an older one of the
  /// account is good no more.
  ///
  /// - Parameters:
  ///   - id: The account.
  ///   - author: Who offers it at the window; `nil` if the owner asked for a message.
  /// - Throws: `AccountFault.unknownAccount`, `.blocked`.
  package func makeResetToken(
    of id: AccountID,
    by author: AccountID?
  ) async throws -> OneTimeToken { throw AccountStoreFault.closed }

  /// Whose password the token sets, for its page; `nil` if it is unknown, used or too old.
  package func account(resetBy token: String) async throws -> Account? {
    throw AccountStoreFault.closed
  }

  /// Sets a password by a token, ends all sessions of the account and its waiting; the person then
  /// signs in, with their authenticator if they have one.
  ///
  /// - Throws: `AccountFault.codeInvalid`, `.password`, `.blocked`, `.wait`, `.busy`.
  package func setPassword(
    _ password: String,
    with token: String,
    personal: [String] = [],
    from address: NetworkAddress
  ) async throws -> Account { throw AccountStoreFault.closed }
}
