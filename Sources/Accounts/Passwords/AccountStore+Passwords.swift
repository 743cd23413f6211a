package import Casework
import GRDB

extension AccountStore {
  /// What is wrong with a password for an account, or `nil`; computes no hash of it to keep.
  ///
  /// - Parameters:
  ///   - password: The password as typed.
  ///   - name: The sign-in name.
  ///   - role: What the account acts as: 8 characters for residents and employers, else 12.
  ///   - personal: The phone and identity number, as far as known.
  /// - Returns: The first fault.
  /// - Throws: `AccountStoreFault.breachedPasswords`, `AccountFault.busy`.
  package func passwordFault(
    _ password: String,
    name: String,
    role: Role,
    personal: [String] = []
  ) async throws -> PasswordFault? {
    try await fault(password, PasswordContext(name: name, role: role, personal: personal))
  }

  /// Changes the password of the session's account and ends all its sessions.
  ///
  /// This one goes on under a new token. An account without a password, that came by its provider,
  /// sets its first with `old` empty if signing in is fresh.
  ///
  /// - Parameters:
  ///   - old: The password until now.
  ///   - new: The password from now on.
  ///   - personal: The phone and identity number, as far as known.
  ///   - token: The session's.
  ///   - address: Where the request comes from.
  ///   - devices: What the browser holds of earlier times; it alone is known from now on.
  /// - Returns: The session under its new token.
  /// - Throws: `AccountFault.sessionEnded`, `.notSignedIn`, `.wrongPassword`, `.wait`, `.password`,
  ///   `.busy`, `.mustReauthenticate`.
  package func changePassword(
    from old: String,
    to new: String,
    personal: [String] = [],
    in token: SessionToken,
    from address: NetworkAddress,
    on devices: DeviceTokens? = nil
  ) async throws -> OpenedSession {
    let account = try await read { transaction in
      let account = try transaction.signedInSession(token).account
      return account.hasPassword ? account : try transaction.freshSession(token).account
    }
    let context = PasswordContext(
      name: account.name ?? "",
      role: account.role,
      personal: personal
    )
    // First the new one: a right old password must not be counted as wrong for its sake.
    let hash = try await acceptedHash(new, context)
    let tried = account.hasPassword ? try await prove(old, account, address, devices) : nil
    let changed = try await write { transaction -> Result<OpenedSession, AccountFault> in
      let open = try transaction.signedInSession(token)
      var failures = 0
      if let tried {
        guard try transaction.confirmed(tried) != nil else { return .failure(.wrongPassword) }
      } else if open.account.hasPassword {
        throw AccountFault.wrongPassword
      }
      if let tried { failures = try transaction.settle(tried.counted, for: open.account) }
      try transaction.setPassword(hash, of: account.id)
      try transaction.run("DELETE FROM reset_tokens WHERE account = ?", [account.id.text])
      let moments = SessionMoments(authenticatedAt: transaction.now)
      let opened = try transaction.rotate(token, setting: moments, failuresBefore: failures)
      try transaction.endSessions(of: account.id, except: SecretToken.hash(opened.token.text))
      try transaction.forgetDevices(of: account.id)
      try transaction.note(.passwordChanged, account.id, from: address)
      return .success(try transaction.knowing(opened, devices))
    }
    return try changed.get()
  }

  /// Makes a token that sets an account's password once, within half an hour.
  ///
  /// An older one of the account is good no more.
  ///
  /// - Parameters:
  ///   - id: The account.
  ///   - author: Who offers it at the window; `nil` if the owner asked for a message.
  /// - Returns: The token.
  /// - Throws: `AccountFault.unknownAccount`, `.blocked`.
  package func makeResetToken(
    of id: AccountID,
    by author: AccountID?
  ) async throws -> OneTimeToken {
    try await write { transaction in
      let account = try transaction.known(id)
      if account.state == .blocked { throw AccountFault.blocked }
      try transaction.note(.resetOffered, id, by: author)
      return try transaction.makeResetToken(of: id, lifetime: 30 * .minute)
    }
  }

  /// Whose password the token sets, for its page; `nil` if it is unknown, used or too old.
  package func account(resetBy token: String) async throws -> Account? {
    try await read { try $0.account(resetBy: token) }
  }

  /// Sets a password by a token, and ends all sessions of the account.
  ///
  /// The person then signs in, with their authenticator if they have one. An account without one
  /// waits no longer; where there is one, wrong codes stay counted.
  ///
  /// - Parameters:
  ///   - password: The password from now on.
  ///   - token: The token's text.
  ///   - personal: The phone and identity number, as far as known.
  ///   - address: Where the request comes from.
  /// - Returns: The account.
  /// - Throws: `AccountFault.codeInvalid`, `.password`, `.blocked`, `.wait`, `.busy`.
  package func setPassword(
    _ password: String,
    with token: String,
    personal: [String] = [],
    from address: NetworkAddress
  ) async throws -> Account {
    let found = try await write { transaction -> Result<Account, AccountFault> in
      if let until = try transaction.wait(at: address) { return .failure(.wait(until: until)) }
      if let account = try transaction.account(resetBy: token) { return .success(account) }
      _ = try transaction.countTry(at: address)
      return .failure(.codeInvalid)
    }
    let account = try found.get()
    if account.state == .blocked { throw AccountFault.blocked }
    let context = PasswordContext(
      name: account.name ?? "",
      role: account.role,
      personal: personal
    )
    let hash = try await acceptedHash(password, context)
    return try await write { transaction in
      guard let account = try transaction.account(resetBy: token) else {
        throw AccountFault.codeInvalid
      }
      if account.state == .blocked { throw AccountFault.blocked }
      // The role may have risen while the hash was computed.
      guard account.role == context.role else { throw AccountFault.codeInvalid }
      try transaction.setPassword(hash, of: account.id)
      try transaction.run("DELETE FROM reset_tokens WHERE account = ?", [account.id.text])
      try transaction.endSessions(of: account.id)
      try transaction.forgetDevices(of: account.id)
      if !account.hasSecondFactor {
        let index = transaction.lockoutIndex(of: account)
        try transaction.run("DELETE FROM lockouts WHERE name_index = ?", [index])
      }
      try transaction.note(.passwordChanged, account.id, from: address)
      return try transaction.known(account.id)
    }
  }

  /// Tries the account's own password.
  private func prove(
    _ password: String,
    _ account: Account,
    _ address: NetworkAddress,
    _ devices: DeviceTokens?
  ) async throws -> TriedPassword {
    let tried = try await tryPassword(password, from: address) { transaction in
      (try transaction.place(of: account, devices), try transaction.known(account.id))
    }
    switch tried {
    case .failure(let refused): throw refused.fault
    case .success(let tried) where tried.isRight: return tried
    case .success(let tried):
      try await write { try $0.fail(tried.counted, .wrongPassword, account.id) }
      throw AccountFault.wrongPassword
    }
  }

  /// The hash of a password that breaks no rule.
  func acceptedHash(_ password: String, _ context: PasswordContext) async throws -> PasswordHash {
    if let fault = try await fault(password, context) { throw AccountFault.password(fault) }
    let cost = options.cost
    return try await hasher.run { try PasswordHash(of: password, cost: cost) }
  }

  private func fault(
    _ password: String,
    _ context: PasswordContext
  ) async throws -> PasswordFault? {
    let breached = breached
    return try await hasher.run {
      if let fault = PasswordRules.fault(password, context) { return fault }
      guard let breached else { return nil }
      let forms = Set([Array(password.utf8), Array(password.compatibilityComposed.utf8)])
      return try forms.contains(where: breached.contains) ? .breached : nil
    }
  }
}
