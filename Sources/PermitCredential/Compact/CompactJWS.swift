import FoundationEssentials
import JWTKit

/// Three parts of Base64url: header, payload, signature (RFC 7515).
///
/// The header is one of two texts, byte for byte, apart from the key's name. So no header can
/// choose an algorithm, bring a key of its own or ask for an extension.
struct CompactJWS {
  /// What is signed: the first two parts as they stand, with the full stop between.
  private let signed: [UInt8]
  private let header: [UInt8]
  private let payload: [UInt8]
  private let signature: [UInt8]

  init(_ text: String) throws(PermitFault) {
    let bytes = Array(text.utf8)
    let parts = bytes.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard parts.count == 3, let header = Base64URL.bytes(parts[0]),
      let payload = Base64URL.bytes(parts[1]), let signature = Base64URL.bytes(parts[2])
    else { throw .form }
    signed = Array(bytes[..<parts[1].endIndex])
    self.header = header
    self.payload = payload
    self.signature = signature
  }

  /// The payload, if the header is right for the type and the signature that of the key it names.
  func verified(type: String?, by keys: PublicKeys) throws(PermitFault) -> [UInt8] {
    guard let kid = CompactJWS.kid(header, type) else { throw .header }
    guard let key = keys[kid] else { throw .key(kid) }
    guard signature.count == 64,
      (try? key.algorithm.verify(signature, signs: signed)) == true
    else { throw .signature }
    return payload
  }

  /// Signs a payload.
  static func sign(_ payload: [UInt8], type: String?, by key: SigningKey) throws -> String {
    let (before, after) = frame(type)
    var bytes = Base64URL.encoded((before + key.kid + after).utf8)
    bytes.append(0x2E)
    bytes += Base64URL.encoded(payload)
    let signature = try key.algorithm.sign(bytes)
    bytes.append(0x2E)
    bytes += Base64URL.encoded(signature)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func frame(_ type: String?) -> (before: String, after: String) {
    let after = type.map { #"","typ":"\#($0)"}"# } ?? #""}"#
    return (#"{"alg":"ES256","kid":""#, after)
  }

  /// The key's name in a header that is right otherwise.
  private static func kid(_ header: [UInt8], _ type: String?) -> String? {
    let (before, after) = frame(type)
    let length = before.utf8.count + Thumbprint.length + after.utf8.count
    guard header.count == length, header.starts(with: before.utf8),
      header.suffix(after.utf8.count).elementsEqual(after.utf8)
    else { return nil }
    let kid = header.dropFirst(before.utf8.count).prefix(Thumbprint.length)
    guard Base64URL.bytes(kid) != nil else { return nil }
    return String(decoding: kid, as: UTF8.self)
  }
}
