import Crypto
import FoundationEssentials
import GRDB

extension AccountStore {
  /// Offers an authenticator to the session's account; nothing changes until it is confirmed.
  ///
  /// The session must be fresh, and signed in or awaiting enrolment. Another offer takes the place
  /// of this one; a confirmed authenticator stays until a new one is confirmed. An offer is good
  /// for a quarter of an hour.
  ///
  /// - Parameters:
  ///   - token: The session's.
  ///   - issuer: What the authenticator shows beside the name.
  /// - Returns: The secret, in two forms.
  /// - Throws: `AccountFault.sessionEnded`, `.notSignedIn`, `.mustReauthenticate`.
  package func offerSecondFactor(
    in token: SessionToken,
    issuer: String = "Anju"
  ) async throws -> SecondFactorOffer {
    try await write { transaction in
      let account = try transaction.freshSession(token, enrolling: true).account
      let secret = Array(SymmetricKey(size: .bits256).bytes.prefix(TOTP.secretLength))
      try transaction.run(
        "UPDATE accounts SET offered = ?, offered_until = ? WHERE id = ?",
        [
          try transaction.vault.seal(secret, "accounts.offered/\(account.id.text)"),
          transaction.now + 15 * .minute, account.id.text,
        ]
      )
      let text = TOTP.base32(secret)
      let uri = TOTP.uri(text, issuer: issuer, account: account.name ?? account.id.text)
      return SecondFactorOffer(secret: text, uri: uri)
    }
  }

  /// Confirms the offered authenticator by its first code; ends the account's other sessions.
  ///
  /// - Parameters:
  ///   - code: What the authenticator shows.
  ///   - token: The session's.
  ///   - address: Where the request comes from.
  ///   - devices: What the browser holds of earlier times; `nil` for what is no browser.
  /// - Returns: The session under its new token, and the recovery codes.
  /// - Throws: `AccountFault.wrongCode`, `.secondFactor` if none was offered, `.sessionEnded`,
  ///   `.notSignedIn`, `.mustReauthenticate`.
  package func confirmSecondFactor(
    code: String,
    in token: SessionToken,
    from address: NetworkAddress,
    on devices: DeviceTokens? = nil
  ) async throws -> SecondFactorEnrolment {
    try await write { transaction in
      let id = try transaction.freshSession(token, enrolling: true).account.id
      let sql = "SELECT offered FROM accounts WHERE id = ? AND offered_until > ?"
      let row = try transaction.row(sql, [id.text, transaction.now])
      guard let row, let sealed: Data = row["offered"] else { throw AccountFault.secondFactor }
      let secret = Array(try transaction.vault.open(sealed, "accounts.offered/\(id.text)"))
      guard let code = Crockford.plain(code),
        let step = TOTP.step(of: code, secret, at: transaction.now, after: -1)
      else { throw AccountFault.wrongCode }
      try transaction.run(
        """
        UPDATE accounts SET totp = ?, totp_step = ?, offered = NULL, offered_until = NULL
        WHERE id = ?
        """,
        [try transaction.vault.seal(secret, "accounts.totp/\(id.text)"), step, id.text]
      )
      let codes = try transaction.makeRecoveryCodes(of: id)
      let moments = SessionMoments(secondFactorAt: transaction.now)
      let opened = try transaction.rotate(token, setting: moments)
      try transaction.endSessions(of: id, except: SecretToken.hash(opened.token.text))
      try transaction.note(.secondFactorAdded, id, from: address)
      return SecondFactorEnrolment(
        opened: try transaction.knowing(opened, devices),
        recoveryCodes: codes
      )
    }
  }

  /// Takes a code of the authenticator, or a recovery code, and gives the session a new token.
  ///
  /// For a session that awaits it, or that proves itself anew. A code is good for the half minute
  /// that it belongs to and the ones beside it, once. Wrong codes count with wrong passwords.
  ///
  /// - Parameters:
  ///   - code: Six figures, or a recovery code.
  ///   - token: The session's.
  ///   - address: Where the request comes from.
  ///   - devices: What the browser holds of earlier times; `nil` for what is no browser.
  /// - Returns: The session under its new token, or why there is none.
  /// - Throws: `AccountFault.sessionEnded`, `.notSignedIn`, `.secondFactor` if the account has no
  ///   authenticator.
  package func passSecondFactor(
    code: String,
    in token: SessionToken,
    from address: NetworkAddress,
    on devices: DeviceTokens? = nil
  ) async throws -> SignInAnswer {
    try await write { transaction in
      let open = try transaction.openSession(token)
      let account = open.account
      guard account.hasSecondFactor else { throw AccountFault.secondFactor }
      let begun = try transaction.begin(transaction.place(of: account, devices), address)
      let counted: CountedTry
      switch begun {
      case .failure(let refused): return refused.answer
      case .success(let begun): counted = begun
      }
      guard let proof = try transaction.take(code, of: account.id) else {
        try transaction.fail(counted, .wrongCode, account.id)
        return .wrong
      }
      let failures = try transaction.succeed(counted)
      if case .recoveryCode = proof {
        try transaction.note(.recoveryCodeUsed, account.id, from: address)
      } else {
        try transaction.note(.secondFactorPassed, account.id, from: address)
      }
      if open.session.standing == .awaitingSecondFactor {
        try transaction.note(.signedIn, account.id, from: address)
      }
      let moments = SessionMoments(secondFactorAt: transaction.now)
      let opened = try transaction.rotate(token, setting: moments, failuresBefore: failures)
      return .opened(try transaction.knowing(opened, devices))
    }
  }

  /// How many recovery codes an account has left.
  package func recoveryCodesLeft(of id: AccountID) async throws -> Int {
    try await read {
      try $0.count("SELECT count(*) FROM recovery_codes WHERE account = ?", [id.text])
    }
  }

  /// Makes ten new recovery codes; the old ones are good no more.
  ///
  /// - Throws: `AccountFault.sessionEnded`, `.notSignedIn`, `.mustReauthenticate`,
  ///   `.secondFactor`.
  package func makeRecoveryCodes(in token: SessionToken) async throws -> [String] {
    try await write { transaction in
      let account = try transaction.freshSession(token).account
      guard account.hasSecondFactor else { throw AccountFault.secondFactor }
      try transaction.note(.recoveryCodesMade, account.id)
      return try transaction.makeRecoveryCodes(of: account.id)
    }
  }

  /// Takes the authenticator off the session's own account.
  ///
  /// - Throws: `AccountFault.secondFactorNeeded` where the role asks for one, `.sessionEnded`,
  ///   `.notSignedIn`, `.mustReauthenticate`, `.secondFactor`.
  package func removeSecondFactor(in token: SessionToken) async throws {
    try await write { transaction in
      let account = try transaction.freshSession(token).account
      guard account.hasSecondFactor else { throw AccountFault.secondFactor }
      if account.mustHaveSecondFactor { throw AccountFault.secondFactorNeeded }
      try transaction.removeSecondFactor(of: account.id)
      // Sessions that still await the code must not be let in for want of it.
      try transaction.endSessions(of: account.id, except: SecretToken.hash(token.text))
      try transaction.note(.secondFactorRemoved, account.id)
    }
  }

  /// Takes the authenticator off somebody's account who has lost it, and ends their sessions.
  ///
  /// Whose role asks for one enrols anew at the next sign-in.
  ///
  /// - Throws: `AccountFault.unknownAccount`.
  package func removeSecondFactor(of id: AccountID, by author: AccountID) async throws {
    try await write { transaction in
      _ = try transaction.known(id)
      try transaction.removeSecondFactor(of: id)
      try transaction.endSessions(of: id)
      try transaction.forgetDevices(of: id)
      try transaction.note(.secondFactorRemoved, id, by: author)
    }
  }
}
