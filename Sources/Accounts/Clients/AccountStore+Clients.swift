import Crypto
import FoundationEssentials
import GRDB

extension AccountStore {
  /// Makes a client of an agency, without keys yet.
  ///
  /// - Parameters:
  ///   - id: 3 to 40 of a to z, 0 to 9 and hyphens.
  ///   - name: What it is called.
  ///   - office: The agency, as the registry knows it.
  ///   - services: What it may ask about.
  ///   - author: Who makes it; `nil` for the command line.
  /// - Returns: The client.
  /// - Throws: `AccountFault.client`.
  package func registerClient(
    _ id: String,
    name: String,
    office: String,
    services: [String],
    by author: AccountID?
  ) async throws -> Client {
    let isSound = id.utf8.allSatisfy { byte in
      (97...122).contains(byte) || (48...57).contains(byte) || byte == 45
    }
    guard isSound, (3...40).contains(id.utf8.count) else { throw AccountFault.client(.id) }
    let services = try AccountTransaction.services(services)
    return try await write { transaction in
      if try transaction.client(id) != nil { throw AccountFault.client(.exists) }
      try transaction.run(
        "INSERT INTO clients VALUES (?, ?, ?, ?, 'active', ?)",
        [id, name, office, AccountTransaction.text(services), transaction.now]
      )
      try transaction.note(.clientMade, named: id, by: author)
      return try transaction.knownClient(id)
    }
  }

  /// The client of that id with its keys.
  package func client(_ id: String) async throws -> Client? { try await read { try $0.client(id) } }

  /// All clients by their id.
  ///
  /// - Complexity: O(*n*) in their number.
  package func clients() async throws -> [Client] {
    try await read { transaction in
      try transaction.rows("SELECT * FROM clients ORDER BY id").map { try transaction.client($0) }
    }
  }

  /// Adds a key that the client signs with.
  ///
  /// - Parameters:
  ///   - key: PEM or a JSON web key as text, or X9.63 (65 bytes).
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
  ) async throws {
    let key = try ClientKeyReader.key(key).x963Representation
    guard !kid.isEmpty, kid.utf8.count <= 100 else { throw AccountFault.client(.key) }
    try await write { transaction in
      let client = try transaction.knownClient(id)
      if client.keys.contains(where: { $0.kid == kid }) { throw AccountFault.client(.keyExists) }
      try transaction.run(
        "INSERT INTO client_keys VALUES (?, ?, ?, ?, ?)",
        [id, kid, key, range.lowerBound, range.upperBound]
      )
      try transaction.note(.clientKeysChanged, named: id, by: author)
    }
  }

  /// Takes a key away, and the client's access tokens with it.
  ///
  /// - Throws: `AccountFault.client`.
  package func removeKey(named kid: String, of id: String, by author: AccountID?) async throws {
    try await write { transaction in
      _ = try transaction.knownClient(id)
      try transaction.run("DELETE FROM client_keys WHERE client = ? AND kid = ?", [id, kid])
      try transaction.endAccessTokens(of: id)
      try transaction.note(.clientKeysChanged, named: id, by: author)
    }
  }

  /// Sets what a client may ask about, and takes its access tokens away.
  ///
  /// - Throws: `AccountFault.client`.
  package func setServices(
    _ services: [String],
    of id: String,
    by author: AccountID?
  ) async throws {
    let text = AccountTransaction.text(try AccountTransaction.services(services))
    try await write { transaction in
      _ = try transaction.knownClient(id)
      try transaction.run("UPDATE clients SET services = ? WHERE id = ?", [text, id])
      try transaction.endAccessTokens(of: id)
      try transaction.note(.clientServicesChanged, named: id, by: author)
    }
  }

  /// Shuts a client and takes its access tokens away.
  ///
  /// - Throws: `AccountFault.client`.
  package func blockClient(_ id: String, by author: AccountID?) async throws {
    try await setState(.blocked, of: id, .clientBlocked, by: author)
  }

  /// Opens a client again.
  ///
  /// - Throws: `AccountFault.client`.
  package func unblockClient(_ id: String, by author: AccountID?) async throws {
    try await setState(.active, of: id, .clientUnblocked, by: author)
  }

  private func setState(
    _ state: AccountState,
    of id: String,
    _ kind: SecurityEventKind,
    by author: AccountID?
  ) async throws {
    try await write { transaction in
      _ = try transaction.knownClient(id)
      try transaction.run("UPDATE clients SET state = ? WHERE id = ?", [state.rawValue, id])
      try transaction.endAccessTokens(of: id)
      try transaction.note(kind, named: id, by: author)
    }
  }
}
