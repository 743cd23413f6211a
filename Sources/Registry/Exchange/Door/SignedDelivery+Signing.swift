package import Crypto
import FoundationEssentials

extension SignedDelivery {
  /// What is signed: one line each of a fixed word, method, path, key, time, nonce and the body's
  /// SHA-256, so that none of them can be taken from another request.
  package var signedText: String {
    let hash = Hexadecimal.text(SHA256.hash(data: body))
    return ["anju-delivery-1", method, path, keyID, timestamp, nonce, hash]
      .joined(separator: "\n")
  }

  /// Whether every part fits on one line, so that lines cannot be shifted, and is of its form.
  var isWellFormed: Bool {
    let isShort = [method, path, keyID, timestamp, nonce, signature].allSatisfy { part in
      (1...256).contains(part.utf8.count) && part.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }
    let isNonce = nonce.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
      default: false
      }
    }
    return isShort && isNonce && (16...64).contains(nonce.utf8.count)
  }

  /// Seconds since 1970, where the timestamp is plain digits.
  var seconds: Int64? {
    let isDigits = timestamp.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return isDigits && timestamp.utf8.count <= 12 ? Int64(timestamp) : nil
  }

  /// Whether the signature is of this text and key.
  func isSigned(by key: Curve25519.Signing.PublicKey) -> Bool {
    guard let signature = Data(base64Encoded: signature) else { return false }
    return key.isValidSignature(signature, for: Data(signedText.utf8))
  }

  /// The same delivery, signed: what a department's program does.
  package func signed(by key: Curve25519.Signing.PrivateKey) throws -> SignedDelivery {
    var signed = self
    signed.signature = try key.signature(for: Data(signedText.utf8)).base64EncodedString()
    return signed
  }
}
