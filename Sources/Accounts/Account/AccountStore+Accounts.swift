package import Casework
package import ExpressionLanguage
import GRDB

extension AccountStore {
  /// Makes a resident's account and signs it in.
  ///
  /// - Parameters:
  ///   - name: A mobile number or a name of one's own.
  ///   - password: The password.
  ///   - personal: The phone and identity number, as far as known: the password may hold neither.
  ///   - language: The language that it prefers.
  ///   - address: Where the request comes from.
  ///   - old: The session that ends, of the form.
  ///   - devices: What the browser holds of earlier times; `nil` for what is no browser.
  /// - Returns: The session under its new token.
  /// - Throws: `AccountFault.name`, `.nameTaken`, `.password`, `.busy`, `.wait`.
  package func signUp(
    name: String,
    password: String,
    personal: [String] = [],
    language: Language,
    from address: NetworkAddress,
    replacing old: SessionToken?,
    on devices: DeviceTokens? = nil
  ) async throws -> OpenedSession {
    let name = try signInName(name)
    // Whoever asks for many names learns which are taken, so taken names count as tries.
    let isTaken = try await write { transaction -> Result<Bool, AccountFault> in
      if let until = try transaction.wait(at: address) { return .failure(.wait(until: until)) }
      let isTaken = try transaction.account(nameIndex: transaction.index(name)) != nil
      if isTaken { _ = try transaction.countTry(at: address) }
      return .success(isTaken)
    }
    if try isTaken.get() { throw AccountFault.nameTaken }
    let hash = try await acceptedHash(
      password,
      PasswordContext(name: name.text, role: .resident, personal: personal)
    )
    return try await write { transaction in
      let account = try transaction.makeAccount(
        name: name,
        role: .resident,
        office: "",
        language: language,
        password: hash,
        from: address
      )
      try transaction.note(.signedIn, account.id, from: address)
      return try transaction.knowing(
        transaction.openSession(of: account, replacing: old),
        devices
      )
    }
  }

  /// The account of that id.
  package func account(_ id: AccountID) async throws -> Account? {
    try await read { try $0.account(id) }
  }

  /// The account with that sign-in name; for staff and for messages, not for sign-in.
  package func account(named name: String) async throws -> Account? {
    guard let name = try? SignInName(name) else { return nil }
    return try await read { try $0.account(nameIndex: $0.index(name)) }
  }

  /// The account that is bound to the person's file.
  package func account(of resident: ResidentID) async throws -> Account? {
    try await read { try $0.account(of: resident) }
  }

  /// All accounts that are not residents', by their making.
  ///
  /// - Complexity: O(*n*) in the number of all accounts.
  package func staff() async throws -> [Account] {
    try await read { transaction in
      let sql = """
        SELECT \(AccountTransaction.accountColumns) FROM accounts a
        WHERE role <> 'resident' ORDER BY created, id
        """
      return try transaction.rows(sql).map(transaction.account)
    }
  }

  /// Sets the language that an account prefers.
  ///
  /// - Throws: `AccountFault.unknownAccount`.
  package func setLanguage(_ language: Language, of id: AccountID) async throws {
    try await write { transaction in
      let sql = "UPDATE accounts SET language = ? WHERE id = ?"
      guard try transaction.changes(sql, [language.rawValue, id.text]) == 1 else {
        throw AccountFault.unknownAccount
      }
    }
  }

  /// Binds an account to the file of its person, which the registry has just opened for it.
  ///
  /// One resident's account at most is bound to a file; a person's staff account may be as well.
  ///
  /// - Throws: `AccountFault.unknownAccount`, `.residentBound`.
  package func bind(_ id: AccountID, to resident: ResidentID) async throws {
    try await write { try $0.bind($0.known(id), to: resident) }
  }

  /// Takes an account off the file that it was bound to in error, and ends its sessions.
  ///
  /// - Throws: `AccountFault.unknownAccount`.
  package func unbindResident(of id: AccountID, by author: AccountID?) async throws {
    try await write { transaction in
      _ = try transaction.known(id)
      try transaction.run(
        "UPDATE accounts SET resident_index = NULL, resident = NULL WHERE id = ?",
        [id.text]
      )
      try transaction.endSessions(of: id)
      try transaction.note(.residentUnbound, id, by: author)
    }
  }

  func signInName(_ typed: String) throws -> SignInName {
    do { return try SignInName(typed) } catch { throw AccountFault.name(error) }
  }
}
