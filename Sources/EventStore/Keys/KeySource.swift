import Crypto

/// Where the key of a new subject comes from.
package enum KeySource: Sendable {
  /// The system's random numbers.
  case system
  /// A seed, so that a demonstration played twice gives the same journal; for those only.
  case seeded(UInt64)

  /// The key of a subject.
  func makeKey(_ subject: String) -> SymmetricKey {
    switch self {
    case .system:
      return SymmetricKey(size: .bits256)
    case .seeded(let seed):
      var text = ByteString()
      text.write("anju seeded key 1")
      text.write(Int64(bitPattern: seed))
      text.write(subject)
      return SymmetricKey(data: SHA256.hash(data: text.bytes))
    }
  }
}
