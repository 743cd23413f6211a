import Crypto
import FoundationEssentials

/// The name of a key: the beginning of its thumbprint (RFC 7638).
///
/// Eight signs, 48 bits, tell the few keys of an office apart. Nothing rests on the name: a
/// signature is checked against the key itself.
enum Thumbprint {
  static let length = 8

  static func kid(_ key: P256.Signing.PublicKey) -> String {
    let (x, y) = coordinates(key)
    let text = #"{"crv":"P-256","kty":"EC","x":"\#(x)","y":"\#(y)"}"#
    let digits = Base64URL.encoded(SHA256.hash(data: Data(text.utf8)))
    return String(decoding: digits.prefix(length), as: UTF8.self)
  }

  /// The two numbers of a key in Base64url.
  static func coordinates(_ key: P256.Signing.PublicKey) -> (x: String, y: String) {
    let raw = Array(key.rawRepresentation)
    return (Base64URL.text(raw.prefix(32)), Base64URL.text(raw.dropFirst(32)))
  }
}
