extension AccountStore {
  /// Signs in with a name and a password.
  ///
  /// After five wrong tries within a quarter of an hour a name waits one minute, and after each
  /// further one 5, 15 and 60 minutes, until a sign-in succeeds; no account waits for ever. An
  /// address waits after fifty wrong tries within a quarter of an hour, whosever.
  ///
  /// - Parameters:
  ///   - name: The sign-in name as typed.
  ///   - password: The password.
  ///   - address: Where the request comes from.
  ///   - old: The session that ends, of the form.
  /// - Throws: `AccountFault.busy`.
  package func signIn(
    name: String,
    password: String,
    from address: NetworkAddress,
    replacing old: SessionToken?
  ) async throws -> SignInAnswer { throw AccountStoreFault.closed }

  /// Asks for the password again before something sensitive; the session gets a new token.
  ///
  /// - Throws: `AccountFault.notSignedIn`, `.busy`.
  package func reauthenticate(
    password: String,
    in token: SessionToken,
    from address: NetworkAddress
  ) async throws -> SignInAnswer { throw AccountStoreFault.closed }
}
