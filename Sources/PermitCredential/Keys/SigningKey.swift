import Crypto
import JWTKit

/// One private key on P-256.
package struct SigningKey: Sendable {
  /// The beginning of its thumbprint (RFC 7638).
  package let kid: String
  /// When it was made, in seconds since 1970.
  package let created: Int64
  /// What is published of it.
  let publicKey: P256.Signing.PublicKey
  /// Signs by it.
  let algorithm: any JWTAlgorithm

  init(_ key: P256.Signing.PrivateKey, created: Int64) async throws {
    publicKey = key.publicKey
    kid = Thumbprint.kid(publicKey)
    self.created = created
    let keys = JWTKeyCollection()
    await keys.add(ecdsa: try ES256PrivateKey(backing: key))
    algorithm = try await keys.getKey()
  }
}

extension SigningKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Its public name, and dots.
  package var description: String { "\(kid) •••" }
  /// Its public name, and dots.
  package var debugDescription: String { description }
  /// Nothing within.
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
