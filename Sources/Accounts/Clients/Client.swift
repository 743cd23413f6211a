package import Crypto

/// Why something about an agency's client is refused.
package enum ClientFault: String, Error, Hashable, Sendable {
  /// No client of that id.
  case unknown
  /// The id is taken.
  case exists
  /// The client is shut.
  case blocked
  /// The id is not 3 to 40 of a to z, 0 to 9 and hyphens.
  case id
  /// The key is no P-256 public key in PEM or X9.63 form or as a JSON web key.
  case key
  /// The key is the secret half, which nobody should give away.
  case privateKey = "private key"
  /// A key of that id is there already.
  case keyExists = "key exists"
  /// It asks for a service that it may not ask for.
  case scope
}

/// A public key that an agency's client signs with.
package struct ClientKey: Sendable {
  /// Its name, the `kid` of what it signs.
  package let kid: String
  /// The key.
  package let publicKey: P256.Signing.PublicKey
  /// From when it is good, in milliseconds since 1970.
  package let validFrom: Int64
  /// Until when.
  package let validUntil: Int64

  /// Whether it is good at `moment`.
  package func isValid(at moment: Int64) -> Bool { (validFrom..<validUntil).contains(moment) }
}

/// A program of an agency (用证单位) that asks whether a holder may have a service.
package struct Client: Sendable {
  /// Its id, which it signs under.
  package let id: String
  /// What it is called.
  package let name: String
  /// The agency, as the registry knows it.
  package let office: String
  /// The services it may ask about.
  package let services: [String]
  /// Whether it may be used.
  package let state: AccountState
  /// When it was made, in milliseconds since 1970.
  package let createdAt: Int64
  /// Its keys, those that are over too.
  package let keys: [ClientKey]

  /// The key of that name, if it is good at `moment` and the client is active.
  package func key(_ kid: String, at moment: Int64) -> P256.Signing.PublicKey? {
    guard state == .active else { return nil }
    return keys.first { $0.kid == kid && $0.isValid(at: moment) }?.publicKey
  }
}

/// A token of ten minutes for a client's requests; shown once.
package struct AccessToken: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  /// How long one is good, in milliseconds.
  package static let lifetime: Int64 = 10 * .minute

  /// The text, 43 characters.
  package let text: String
  /// What it is good for.
  package let scopes: [String]
  /// Until when, in milliseconds since 1970.
  package let expiresAt: Int64

  /// Nothing: it is a secret.
  package var description: String { "AccessToken(…)" }
  /// Nothing.
  package var customMirror: Mirror { Mirror(self, children: []) }
}
