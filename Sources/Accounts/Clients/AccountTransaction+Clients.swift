import Crypto
import FoundationEssentials
import GRDB

extension AccountTransaction {
  func client(_ id: String) throws -> Client? {
    guard let row = try row("SELECT * FROM clients WHERE id = ?", [id]) else { return nil }
    return try client(row)
  }

  func client(_ row: Row) throws -> Client {
    let id: String = row["id"]
    let sql = "SELECT * FROM client_keys WHERE client = ? ORDER BY valid_from, kid"
    return Client(
      id: id,
      name: row["name"],
      office: row["office"],
      services: Self.words(row["services"]),
      state: AccountState(rawValue: row["state"]) ?? .blocked,
      createdAt: row["created"],
      keys: try rows(sql, [id]).map { row in
        ClientKey(
          kid: row["kid"],
          publicKey: try P256.Signing.PublicKey(x963Representation: row["public_key"] as Data),
          validFrom: row["valid_from"],
          validUntil: row["valid_until"]
        )
      }
    )
  }

  func knownClient(_ id: String) throws -> Client {
    guard let client = try client(id) else { throw AccountFault.client(.unknown) }
    return client
  }

  func endAccessTokens(of client: String) throws {
    try run("DELETE FROM access_tokens WHERE client = ?", [client])
  }

  static func text(_ words: [String]) -> String { words.joined(separator: "\n") }
  static func words(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

  /// Each service once, none empty or on two lines.
  static func services(_ services: [String]) throws -> [String] {
    let isSound = services.allSatisfy { service in
      !service.isEmpty && !service.contains { $0.isNewline }
    }
    guard isSound else { throw AccountFault.client(.scope) }
    return Array(Set(services)).sorted()
  }
}

/// Reads a client's key in any of its forms.
enum ClientKeyReader {
  private struct WebKey: Decodable {
    let kty: String
    let crv: String
    let x: String
    let y: String
    /// The secret half, which nobody should send.
    let d: String?
  }

  static func key(_ bytes: [UInt8]) throws -> P256.Signing.PublicKey {
    do {
      if bytes.first == 4 { return try P256.Signing.PublicKey(x963Representation: bytes) }
      let text = String(decoding: bytes.prefix(10_000), as: UTF8.self)
      if text.contains("PRIVATE KEY-----") { throw AccountFault.client(.privateKey) }
      if text.contains("-----BEGIN PUBLIC KEY-----") {
        return try P256.Signing.PublicKey(pemRepresentation: text.trimmed)
      }
      let web = try JSONDecoder().decode(WebKey.self, from: Data(bytes.prefix(10_000)))
      if web.d != nil { throw AccountFault.client(.privateKey) }
      if web.kty == "EC", web.crv == "P-256",
        let x = SecretToken.data(web.x), let y = SecretToken.data(web.y), x.count == 32,
        y.count == 32
      {
        return try P256.Signing.PublicKey(rawRepresentation: x + y)
      }
    } catch let fault as AccountFault { throw fault } catch {}
    throw AccountFault.client(.key)
  }
}
