import FoundationEssentials
import JWTKit

/// The public keys that a provider signs with.
struct OpenIDKeys: Decodable, Sendable {
  private let keys: [Entry]

  /// One key; of a kind that is not known here it is none.
  private struct Entry: Decodable, Sendable {
    let key: JWK?
    let use: String?

    private enum CodingKeys: String, CodingKey {
      case use
    }

    init(from decoder: any Decoder) throws {
      key = try? JWK(from: decoder)
      use = try? decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .use)
    }
  }

  /// The algorithms that are believed; `none` and those with a shared secret are not.
  static let algorithms = ["RS256", "PS256", "ES256"]

  /// The key of a token's header, made for its algorithm and no other.
  ///
  /// - Returns: `nil` where there is none; without a name in the header, where there are several.
  func key(_ name: String?, for algorithm: String) -> JWK? {
    guard Self.algorithms.contains(algorithm), let wanted = JWK.Algorithm(rawValue: algorithm)
    else { return nil }
    let fitting = keys.compactMap { entry -> JWK? in
      guard let key = entry.key, entry.use ?? "sig" == "sig", Self.fits(key, algorithm),
        key.algorithm == nil || key.algorithm == wanted
      else { return nil }
      return name == nil || key.keyIdentifier?.string == name ? key : nil
    }
    guard fitting.count == 1, var key = fitting.first else { return nil }
    key.algorithm = wanted
    if key.keyIdentifier == nil { key.keyIdentifier = JWKIdentifier(string: "only") }
    key.privateExponent = nil
    return key
  }

  private static func fits(_ key: JWK, _ algorithm: String) -> Bool {
    if algorithm == "ES256" { return key.keyType == .ecdsa && key.curve == .ecdsa(.p256) }
    // 2,048 bits are 342 characters.
    return key.keyType == .rsa && (key.modulus ?? "").utf8.count >= 342
  }
}
