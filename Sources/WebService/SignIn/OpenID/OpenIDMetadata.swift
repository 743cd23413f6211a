import FoundationEssentials

/// What a provider says of itself.
struct OpenIDMetadata: Decodable, Sendable {
  let issuer: String
  let authorization: String
  let token: String
  let keys: String
  let methods: [String]?
  let challenges: [String]?

  private enum CodingKeys: String, CodingKey {
    case issuer
    case authorization = "authorization_endpoint"
    case token = "token_endpoint"
    case keys = "jwks_uri"
    case methods = "token_endpoint_auth_methods_supported"
    case challenges = "code_challenge_methods_supported"
  }

  /// Whether it is the provider that was asked, and all of its addresses are safe to use.
  func isSound(for issuer: String) -> Bool {
    // Who names no methods may know them all the same; who names others does not.
    guard self.issuer == issuer, challenges?.contains("S256") ?? true else { return false }
    return [authorization, token, keys].allSatisfy(Self.isSafe)
  }

  /// Whether an address is encrypted, or of this machine.
  static func isSafe(_ address: String) -> Bool {
    guard address.utf8.allSatisfy({ (33...126).contains($0) }),
      let parts = URLComponents(string: address), let host = parts.host, !host.isEmpty,
      parts.user == nil, parts.password == nil, parts.fragment == nil
    else { return false }
    switch parts.scheme {
    case "https": return true
    case "http": return ["127.0.0.1", "localhost", "::1", "[::1]"].contains(host)
    default: return false
    }
  }
}
