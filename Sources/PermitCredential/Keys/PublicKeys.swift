import Crypto
import FoundationEssentials
import JWTKit

/// The public halves: what `/.well-known/jwks.json` says, and all that a verifier needs.
package struct PublicKeys: Sendable {
  /// One of them.
  struct Key: Sendable {
    let kid: String
    let key: P256.Signing.PublicKey
    /// ES256 and nothing else, whatever a token's header says.
    let algorithm: any JWTAlgorithm

    init(_ key: P256.Signing.PublicKey) async throws {
      kid = Thumbprint.kid(key)
      self.key = key
      let keys = JWTKeyCollection()
      await keys.add(ecdsa: try ES256PublicKey(backing: key))
      algorithm = try await keys.getKey()
    }
  }

  /// The most bytes of a key set, and the most keys in it, that are read.
  package static let longest = 65_536
  private static let most = 64

  private let keys: [Key]

  init(_ publicKeys: [P256.Signing.PublicKey]) async throws(KeyFault) {
    var keys: [Key] = []
    for key in publicKeys {
      guard let new = try? await Key(key) else { throw .publicKeys }
      if keys.contains(where: { $0.kid == new.kid }) { throw .twice(kid: new.kid) }
      keys.append(new)
    }
    self.keys = keys
  }

  /// Reads a JSON Web Key Set (RFC 7517).
  ///
  /// Keys of other kinds are passed over.
  ///
  /// - Throws: `KeyFault` if it is none, holds no key on P-256, a private part, or a key under a
  ///   name that is not its thumbprint's.
  package init(jwks: [UInt8]) async throws(KeyFault) {
    guard jwks.count <= PublicKeys.longest,
      let set = try? JSONDecoder().decode(KeySet.self, from: Data(jwks)),
      set.keys.count <= PublicKeys.most
    else { throw .publicKeys }
    var found: [P256.Signing.PublicKey] = []
    for entry in set.keys {
      if entry.d != nil || entry.k != nil { throw .privateAmongPublic(kid: entry.shownName) }
      guard entry.kty == "EC", entry.crv == "P-256", entry.alg ?? "ES256" == "ES256",
        entry.use ?? "sig" == "sig"
      else { continue }
      guard let x = entry.x.flatMap({ Base64URL.bytes($0.utf8) }), x.count == 32,
        let y = entry.y.flatMap({ Base64URL.bytes($0.utf8) }), y.count == 32,
        let key = try? P256.Signing.PublicKey(rawRepresentation: x + y)
      else { throw .publicKeys }
      guard entry.kid == Thumbprint.kid(key) else { throw .misnamed(kid: entry.shownName) }
      found.append(key)
    }
    guard !found.isEmpty else { throw .publicKeys }
    try await self.init(found)
  }

  /// The names, the newest first.
  package var kids: [String] { keys.map(\.kid) }

  /// The key set as it is served.
  ///
  /// Its type is `application/jwk-set+json`, and it has no private part.
  package var jwks: String {
    let entries = keys.map { entry in
      let (x, y) = Thumbprint.coordinates(entry.key)
      return #"{"kty":"EC","crv":"P-256","x":"\#(x)","y":"\#(y)","#
        + #""use":"sig","alg":"ES256","kid":"\#(entry.kid)"}"#
    }
    return #"{"keys":["# + entries.joined(separator: ",") + "]}\n"
  }

  subscript(kid: String) -> Key? { keys.first { $0.kid == kid } }
}

/// A key set as it is read.
private struct KeySet: Decodable {
  struct Entry: Decodable {
    var kty: String?
    var crv: String?
    var x: String?
    var y: String?
    var use: String?
    var alg: String?
    var kid: String?
    /// The private part of a key on a curve, and the whole of a secret one: never to be here.
    var d: String?
    var k: String?

    /// Its name in a message, which shows nothing longer or stranger.
    var shownName: String {
      String((kid ?? "?").unicodeScalars.filter(\.isASCII).prefix(16).map(Character.init))
    }
  }

  var keys: [Entry]
}
