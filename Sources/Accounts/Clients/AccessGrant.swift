package import Casework

/// What an access token is good for.
package struct AccessGrant: Hashable, Sendable {
  /// The client.
  package let client: String
  /// The agency.
  package let office: String
  /// The services it may ask about.
  package let scopes: [String]
  /// Until when, in milliseconds since 1970.
  package let expiresAt: Int64

  /// Who asks, for the registry.
  package var actor: Actor { Actor(account: client, role: .agency, office: office) }
}
