extension AccountStore {
  /// Makes a client of an agency, without keys yet.
  ///
  /// - Parameters:
  ///   - id: 3 to 40 of a to z, 0 to 9 and hyphens.
  ///   - name: What it is called.
  ///   - office: The agency, as the registry knows it.
  ///   - services: What it may ask about.
  ///   - author: Who makes it; `nil` for the command line.
  /// - Throws: `AccountFault.client`.
  package func registerClient(
    _ id: String,
    name: String,
    office: String,
    services: [String],
    by author: AccountID?
  ) async throws -> Client { throw AccountStoreFault.closed }

  /// The client of that id with its keys.
  package func client(_ id: String) async throws -> Client? { throw AccountStoreFault.closed }

  /// All clients by their id.
  ///
  /// - Complexity: O(*n*) in their number.
  package func clients() async throws -> [Client] { throw AccountStoreFault.closed }

  /// Adds a key that the client signs with.
  ///
  /// - Parameters:
  ///   - key: X9.63 (65 bytes), or a JSON web key as text.
  ///   - kid: Its name.
  ///   - range: From when until when it is good, in milliseconds since 1970.
  ///   - id: The client.
  ///   - author: Who adds it.
  /// - Throws: `AccountFault.client`.
  package func addKey(
    _ key: [UInt8],
    named kid: String,
    valid range: Range<Int64>,
    to id: String,
    by author: AccountID?
  ) async throws { throw AccountStoreFault.closed }

  /// Takes a key away, and the client's access tokens with it.
  ///
  /// - Throws: `AccountFault.client`.
  package func removeKey(named kid: String, of id: String, by author: AccountID?) async throws {
    throw AccountStoreFault.closed
  }

  /// Sets what a client may ask about, and takes its access tokens away.
  ///
  /// - Throws: `AccountFault.client`.
  package func setServices(
    _ services: [String],
    of id: String,
    by author: AccountID?
  ) async throws { throw AccountStoreFault.closed }

  /// Shuts a client and takes its access tokens away.
  ///
  /// - Throws: `AccountFault.client`.
  package func blockClient(_ id: String, by author: AccountID?) async throws {
    throw AccountStoreFault.closed
  }

  /// Opens a client again.
  ///
  /// - Throws: `AccountFault.client`.
  package func unblockClient(_ id: String, by author: AccountID?) async throws {
    throw AccountStoreFault.closed
  }
}
