package import Crypto
import FoundationEssentials

/// The master key, which wraps the key of every subject and never stands in the journal.
package struct MasterKeys: Sendable {
  /// The environment variable that may hold it.
  package static let variable = "ANJU_MASTER_KEY"

  /// The key of demonstrations, known to everyone; its bytes say what it is.
  package static let demo = MasterKeys(
    key: SymmetricKey(data: Array("anju demo key, known to everyone".utf8)),
    isDemo: true
  )

  /// The key.
  package let key: SymmetricKey
  /// Whether it opens demonstrations, and nothing else.
  package let isDemo: Bool

  private init(key: SymmetricKey, isDemo: Bool) {
    self.key = key
    self.isDemo = isDemo
  }

  /// Takes 32 bytes for a real store.
  ///
  /// - Throws: `StoreError.masterKey` for another length, one byte repeated, or the demo key.
  package init(_ bytes: [UInt8]) throws {
    guard bytes.count == 32 else {
      throw StoreError.masterKey(.length(bytes.count))
    }
    let isRepeated = bytes.allSatisfy { $0 == bytes[0] }
    if isRepeated { throw StoreError.masterKey(.repeated) }
    let key = SymmetricKey(data: bytes)
    if key == Self.demo.key {
      throw StoreError.masterKey(.known)
    }
    self.init(key: key, isDemo: false)
  }

  /// Reads 32 bytes as they are, as 64 hexadecimal digits or in Base64.
  package init(text bytes: [UInt8]) throws {
    if bytes.count == 32 {
      try self.init(bytes)
      return
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let word = text.filter { !$0.isWhitespace }
    if let hex = Self.hexadecimal(word) {
      try self.init(hex)
    } else if let data = Data(base64Encoded: word) {
      try self.init(Array(data))
    } else {
      throw StoreError.masterKey(.encoding)
    }
  }

  /// Reads the environment variable.
  package init(environment: [String: String]) throws {
    guard let text = environment[Self.variable], !text.isEmpty else {
      throw StoreError.masterKey(.missing(variable: Self.variable))
    }
    try self.init(text: Array(text.utf8))
  }

  /// A new key from the system's random numbers, in Base64 for a key file.
  package static func makeText() -> String {
    SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }.base64EncodedString() + "\n"
  }

  /// Tells which key wrapped the others, without telling the key.
  var fingerprint: [UInt8] {
    var hash = SHA256()
    hash.update(data: Array("anju master key 1".utf8))
    key.withUnsafeBytes { hash.update(bufferPointer: $0) }
    return Array(Array(hash.finalize()).prefix(8))
  }

  private static func hexadecimal(_ text: String) -> [UInt8]? {
    guard text.utf8.count == 64 else { return nil }
    let digits = text.compactMap(\.hexDigitValue)
    guard digits.count == 64 else { return nil }
    return stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
  }
}
