import FoundationEssentials
import GRDB

extension AccountStore {
  /// Takes an assertion's `jti` once.
  ///
  /// - Parameters:
  ///   - jti: The assertion's own name.
  ///   - client: Who signed it.
  ///   - expiry: When the assertion ends, in milliseconds since 1970; remembered until then.
  /// - Returns: `false` if it came before, the assertion is over, or the client is unknown or shut.
  /// - Throws: `AccountStoreFault`.
  package func spend(jti: String, of client: String, until expiry: Int64) async throws -> Bool {
    let wrongAssertions = wrongAssertions
    return try await write { transaction in
      guard expiry > transaction.now, try transaction.client(client)?.state == .active else {
        return false
      }
      let isFirst = try transaction.changes(
        "INSERT OR IGNORE INTO spent_assertions VALUES (?, ?, ?)",
        [client, transaction.vault.index("jti", client, jti), expiry]
      )
      if isFirst == 0,
        let kind = wrongAssertions.kind(.assertionReplayed, of: client, at: transaction.now)
      {
        try transaction.note(kind, named: client)
      }
      return isFirst == 1
    }
  }

  /// Makes a token of ten minutes for a client whose assertion was checked.
  ///
  /// - Parameters:
  ///   - client: The client.
  ///   - scopes: The services asked for; all that it may ask about if empty.
  ///   - address: Where the request comes from.
  /// - Returns: The token.
  /// - Throws: `AccountFault.client`: unknown, blocked, or a service that it may not ask about.
  package func makeAccessToken(
    for client: String,
    scopes: [String],
    from address: NetworkAddress
  ) async throws -> AccessToken {
    try await write { transaction in
      let known = try transaction.knownClient(client)
      guard known.state == .active else { throw AccountFault.client(.blocked) }
      let allowed = Set(known.services)
      guard scopes.allSatisfy(allowed.contains) else { throw AccountFault.client(.scope) }
      let granted = scopes.isEmpty ? known.services : Array(Set(scopes)).sorted()
      let token = AccessToken(
        text: SecretToken.random(),
        scopes: granted,
        expiresAt: transaction.now + AccessToken.lifetime
      )
      try transaction.run(
        "INSERT INTO access_tokens VALUES (?, ?, ?, ?)",
        [SecretToken.hash(token.text), client, AccountTransaction.text(granted), token.expiresAt]
      )
      try transaction.note(.clientToken, named: client, from: address)
      return token
    }
  }

  /// What a client's token is good for; `nil` if it is unknown or over, or the client shut.
  package func grant(accessToken text: String) async throws -> AccessGrant? {
    guard SecretToken.isToken(text) else { return nil }
    return try await read { transaction in
      let row = try transaction.row(
        """
        SELECT t.client, t.scopes, t.expires, c.office
        FROM access_tokens t JOIN clients c ON c.id = t.client
        WHERE t.hash = ? AND t.expires > ? AND c.state = 'active'
        """,
        [SecretToken.hash(text), transaction.now]
      )
      return row.map { row in
        AccessGrant(
          client: row["client"],
          office: row["office"],
          scopes: AccountTransaction.words(row["scopes"]),
          expiresAt: row["expires"]
        )
      }
    }
  }
}
