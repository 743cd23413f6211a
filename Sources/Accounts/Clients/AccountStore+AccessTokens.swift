extension AccountStore {
  /// Takes an assertion's `jti` once.
  ///
  /// - Parameters:
  ///   - jti: The assertion's own name.
  ///   - client: Who signed it.
  ///   - expiry: When the assertion ends, in milliseconds since 1970; remembered until then.
  /// - Returns: `false` if it came before, or the assertion is over.
  package func spend(jti: String, of client: String, until expiry: Int64) async throws -> Bool {
    throw AccountStoreFault.closed
  }

  /// Makes a token of ten minutes for a client whose assertion was checked.
  ///
  /// - Parameters:
  ///   - client: The client.
  ///   - scopes: The services asked for; all that it may ask about if empty.
  ///   - address: Where the request comes from.
  /// - Throws: `AccountFault.client`: unknown, blocked, or a service that it may not ask about.
  package func makeAccessToken(
    for client: String,
    scopes: [String],
    from address: NetworkAddress
  ) async throws -> AccessToken { throw AccountStoreFault.closed }

  /// What a client's token is good for; `nil` if it is unknown or over, or the client shut.
  package func grant(accessToken text: String) async throws -> AccessGrant? {
    throw AccountStoreFault.closed
  }
}
