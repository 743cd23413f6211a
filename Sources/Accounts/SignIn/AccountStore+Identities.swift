import Casework
package import ExpressionLanguage
import FoundationEssentials
import GRDB

/// Somebody as a provider of OpenID Connect knows them.
package struct ProviderIdentity: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  /// The provider's address (`iss`).
  package let issuer: String
  /// Its name for the person (`sub`).
  package let subject: String

  /// Creates an identity.
  package init(issuer: String, subject: String) {
    self.issuer = issuer
    self.subject = subject
  }

  /// The issuer alone: the subject is personal.
  package var description: String { "ProviderIdentity(\(issuer))" }
  /// The issuer alone.
  package var customMirror: Mirror { Mirror(self, children: ["issuer": issuer]) }
}

extension AccountStore {
  /// Makes a resident's account without name and password for a provider's subject, and signs in.
  ///
  /// - Parameters:
  ///   - identity: Whom the provider has vouched for.
  ///   - language: The language that the account prefers.
  ///   - address: Where the request comes from.
  ///   - old: The session that ends, of the form.
  ///   - devices: What the browser holds of earlier times; `nil` for what is no browser.
  /// - Returns: The session under its new token.
  /// - Throws: `AccountFault.identityBound`.
  package func signUp(
    identity: ProviderIdentity,
    language: Language,
    from address: NetworkAddress,
    replacing old: SessionToken?,
    on devices: DeviceTokens? = nil
  ) async throws -> OpenedSession {
    try await write { transaction in
      let account = try transaction.makeAccount(
        name: nil,
        role: .resident,
        office: "",
        language: language,
        from: address
      )
      try transaction.bind(identity, to: account.id)
      try transaction.note(.signedIn, account.id, from: address)
      return try transaction.knowing(
        transaction.openSession(of: account, replacing: old),
        devices
      )
    }
  }

  /// Signs in whom a provider has vouched for; `.wrong` if no account is bound to the subject.
  ///
  /// The account's own authenticator is still asked for, and a waiting account waits.
  ///
  /// - Parameters:
  ///   - identity: Whom the provider has vouched for.
  ///   - address: Where the request comes from.
  ///   - old: The session that ends, of the form.
  ///   - devices: What the browser holds of earlier times; `nil` for what is no browser.
  /// - Returns: The session under its new token, or why there is none.
  /// - Throws: `AccountStoreFault`.
  package func signIn(
    identity: ProviderIdentity,
    from address: NetworkAddress,
    replacing old: SessionToken?,
    on devices: DeviceTokens? = nil
  ) async throws -> SignInAnswer {
    try await write { transaction in
      let sql = "SELECT account FROM identities WHERE identity_index = ?"
      guard let row = try transaction.row(sql, [transaction.index(identity)]) else { return .wrong }
      let account = try transaction.known(AccountID(known: row["account"]))
      if account.state == .blocked {
        try transaction.note(.refusedBlocked, account.id, from: address)
        return .blocked
      }
      let lockout = try transaction.lockout(transaction.place(of: account, devices).index)
      if let until = lockout.wait(at: transaction.now) { return .wait(until: until) }
      if !account.hasSecondFactor { try transaction.note(.signedIn, account.id, from: address) }
      let opened = try transaction.openSession(
        of: account,
        replacing: old,
        failuresBefore: lockout.total
      )
      return .opened(try transaction.knowing(opened, devices))
    }
  }

  /// Binds a provider's subject to the session's account; signing in must be fresh.
  ///
  /// - Throws: `AccountFault.identityBound`, `.sessionEnded`, `.notSignedIn`,
  ///   `.mustReauthenticate`.
  package func bind(_ identity: ProviderIdentity, in token: SessionToken) async throws {
    try await write { transaction in
      let account = try transaction.freshSession(token).account
      try transaction.bind(identity, to: account.id)
      try transaction.note(.identityBound, account.id)
    }
  }

  /// Unbinds a provider's subject from the session's account; signing in must be fresh.
  ///
  /// - Throws: `AccountFault.sessionEnded`, `.notSignedIn`, `.mustReauthenticate`, `.lastWayIn`.
  package func unbind(_ identity: ProviderIdentity, in token: SessionToken) async throws {
    try await write { transaction in
      let account = try transaction.freshSession(token).account
      let sql = "DELETE FROM identities WHERE identity_index = ? AND account = ?"
      let arguments: StatementArguments = [transaction.index(identity), account.id.text]
      guard try transaction.changes(sql, arguments) == 1 else { return }
      let hasOther = try transaction.row(
        "SELECT 1 FROM identities WHERE account = ?",
        [account.id.text]
      )
      if !account.hasPassword, hasOther == nil { throw AccountFault.lastWayIn }
      try transaction.note(.identityUnbound, account.id)
    }
  }

  /// The subjects that are bound to an account.
  ///
  /// - Complexity: O(*n*) in their number.
  package func identities(of id: AccountID) async throws -> [ProviderIdentity] {
    try await read { transaction in
      let sql = "SELECT identity FROM identities WHERE account = ?"
      return try transaction.rows(sql, [id.text]).compactMap { row in
        let text = try transaction.vault.openText(row["identity"], "identities/\(id.text)") ?? ""
        let parts = text.split(separator: "\0", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        return ProviderIdentity(issuer: String(parts[0]), subject: String(parts[1]))
      }
    }
  }
}

extension AccountTransaction {
  func index(_ identity: ProviderIdentity) -> Data {
    vault.index("identity", Array(identity.issuer.utf8), Array(identity.subject.utf8))
  }

  func bind(_ identity: ProviderIdentity, to id: AccountID) throws {
    let index = index(identity)
    let sql = "SELECT account FROM identities WHERE identity_index = ?"
    if let row = try row(sql, [index]) {
      guard row["account"] == id.text else { throw AccountFault.identityBound }
      return
    }
    let text = "\(identity.issuer)\0\(identity.subject)"
    let sealed = try vault.seal(text, "identities/\(id.text)")
    try run("INSERT INTO identities VALUES (?, ?, ?)", [index, id.text, sealed])
  }
}
