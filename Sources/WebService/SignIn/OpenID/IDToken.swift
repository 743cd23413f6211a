import FoundationEssentials
import JWTKit

/// What a provider says of somebody, once its signature and all else is checked.
struct IDToken {
  /// What the token must say.
  struct Expectation: Sendable {
    let issuer: String
    let client: String
    let nonce: String
    /// The moment, in milliseconds since 1970.
    let now: Int64
    /// Whether the person must have signed in there just now.
    let isFresh: Bool
  }

  private struct Header: Decodable {
    let alg: String
    let kid: String?
    let crit: [String]?
  }

  private struct Claims: JWTPayload {
    let iss: String
    let sub: String
    let aud: AudienceClaim
    let azp: String?
    let exp: Double
    let iat: Double
    let nbf: Double?
    let nonce: String?
    let authTime: Double?

    private enum CodingKeys: String, CodingKey {
      case iss, sub, aud, azp, exp, iat, nbf, nonce
      case authTime = "auth_time"
    }

    /// What is claimed is checked against what is expected, not by itself.
    func verify(using algorithm: some JWTAlgorithm) {}
  }

  /// How far clocks may differ, in seconds.
  private static let skew = 60.0
  /// How old a token may be, in seconds: it was made for the code that was just given.
  private static let mostAge = 600.0

  private let text: String
  private let header: Header

  /// Reads a token; nothing in it is believed yet.
  init(_ text: String) throws(OpenIDFault) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard text.utf8.count <= 16_384, parts.count == 3, let bytes = Base64Text.bytes(parts[0]),
      let header = try? JSONDecoder().decode(Header.self, from: bytes)
    else { throw .unbelieved("form") }
    guard OpenIDKeys.algorithms.contains(header.alg), header.crit == nil else {
      throw .unbelieved("algorithm")
    }
    self.text = text
    self.header = header
  }

  /// The key that it says it is signed with.
  func key(in keys: OpenIDKeys) -> JWK? { keys.key(header.kid, for: header.alg) }

  /// Checks everything.
  ///
  /// - Returns: The provider's name for the person.
  /// - Throws: `OpenIDFault.unbelieved`.
  func subject(by key: JWK, _ expected: Expectation) async throws(OpenIDFault) -> String {
    let claims: Claims
    do {
      let keys = JWTKeyCollection()
      try await keys.add(jwk: key)
      claims = try await keys.verify(text, as: Claims.self)
    } catch {
      throw .unbelieved("signature")
    }
    let now = Double(expected.now) / 1_000
    func check(_ isSo: Bool, _ what: String) throws(OpenIDFault) {
      if !isSo { throw .unbelieved(what) }
    }
    try check(claims.iss == expected.issuer, "issuer")
    try check(claims.aud.value.contains(expected.client), "audience")
    try check(claims.azp != nil || claims.aud.value.count == 1, "party")
    try check(claims.azp == nil || claims.azp == expected.client, "party")
    try check(claims.exp > now - Self.skew, "expired")
    try check(claims.iat <= now + Self.skew, "not yet")
    try check(claims.iat >= now - Self.mostAge, "too old")
    try check((claims.nbf ?? claims.iat) <= now + Self.skew, "not yet")
    try check(CrossSite.isSame(claims.nonce ?? "", expected.nonce), "nonce")
    try check((1...255).contains(claims.sub.utf8.count), "subject")
    if expected.isFresh {
      try check((claims.authTime ?? 0) >= now - Self.mostAge, "not anew")
    }
    return claims.sub
  }
}
