import Crypto
import FoundationEssentials

/// Encrypts what is secret or personal, and makes the keyed hashes it is found by.
struct AccountVault: Sendable {
  private let sealing: SymmetricKey
  private let indexing: SymmetricKey

  init(_ key: SymmetricKey) throws {
    guard key.bitCount == 256 else { throw AccountStoreFault.key }
    sealing = Self.subkey(of: key, "sealing")
    indexing = Self.subkey(of: key, "indexing")
  }

  private static func subkey(of key: SymmetricKey, _ name: String) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: key,
      info: Data("anju accounts 1 \(name)".utf8),
      outputByteCount: 32
    )
  }

  /// AES-256-GCM under a random nonce; opens at the same place only, so that values of two rows
  /// cannot be exchanged.
  func seal(_ bytes: some DataProtocol, _ place: String) throws -> Data {
    let box = try AES.GCM.seal(bytes, using: sealing, authenticating: Data(place.utf8))
    return Data(box.nonce) + box.ciphertext + box.tag
  }

  func seal(_ text: String, _ place: String) throws -> Data { try seal(Data(text.utf8), place) }

  /// What was sealed.
  ///
  /// - Throws: `Unopened` for another key, place or bytes.
  func open(_ sealed: Data, _ place: String) throws -> Data {
    guard let box = try? AES.GCM.SealedBox(combined: sealed),
      let opened = try? AES.GCM.open(box, using: sealing, authenticating: Data(place.utf8))
    else { throw Unopened() }
    return opened
  }

  func openText(_ sealed: Data?, _ place: String) throws -> String? {
    guard let sealed else { return nil }
    return String(decoding: try open(sealed, place), as: UTF8.self)
  }

  /// HMAC-SHA-256 of values of a kind; tells nothing without the key.
  func index(_ kind: String, _ parts: [UInt8]...) -> Data {
    var hash = HMAC<SHA256>(key: indexing)
    for part in [Array(kind.utf8)] + parts {
      // With its length before it no part can run into the next.
      withUnsafeBytes(of: UInt64(part.count).bigEndian) { hash.update(data: Array($0)) }
      hash.update(data: part)
    }
    return Data(hash.finalize())
  }

  func index(_ kind: String, _ parts: String...) -> Data {
    switch parts.count {
    case 1: index(kind, Array(parts[0].utf8))
    default:
      index(kind, Array(parts[0].utf8), Array(parts.dropFirst().joined(separator: "\0").utf8))
    }
  }
}

/// A sealed value that does not open: the file was changed by another hand.
struct Unopened: Error {}
