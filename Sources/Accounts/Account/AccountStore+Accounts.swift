package import Casework
package import ExpressionLanguage

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
  /// - Throws: `AccountFault.name`, `.nameTaken`, `.password`, `.busy`, `.wait`.
  package func signUp(
    name: String,
    password: String,
    personal: [String] = [],
    language: Language,
    from address: NetworkAddress,
    replacing old: SessionToken?
  ) async throws -> OpenedSession { throw AccountStoreFault.closed }

  /// The account of that id.
  package func account(_ id: AccountID) async throws -> Account? { throw AccountStoreFault.closed }

  /// The account with that sign-in name; for staff and for messages, not for sign-in.
  package func account(named name: String) async throws -> Account? {
    throw AccountStoreFault.closed
  }

  /// The account that is bound to the person's file.
  package func account(of resident: ResidentID) async throws -> Account? {
    throw AccountStoreFault.closed
  }

  /// All accounts that are not residents', by their making.
  ///
  /// - Complexity: O(*n*) in the number of accounts found.
  package func staff() async throws -> [Account] { throw AccountStoreFault.closed }

  /// Sets the language that an account prefers.
  ///
  /// - Throws: `AccountFault.unknownAccount`.
  package func setLanguage(_ language: Language, of id: AccountID) async throws {
    throw AccountStoreFault.closed
  }

  /// Binds an account to the file of its person, which the registry has just opened for it.
  ///
  /// - Throws: `AccountFault.unknownAccount`, `.residentBound`, `.role` unless it is a resident's.
  package func bind(_ id: AccountID, to resident: ResidentID) async throws {
    throw AccountStoreFault.closed
  }

  /// Destroys the account of a person with its sessions, drafts and codes, and the codes that wait
  /// for the person; a copy made by `backup` keeps them.
  ///
  /// - Returns: Whether there was an account.
  package func forget(resident: ResidentID) async throws -> Bool { throw AccountStoreFault.closed }
}
