import Crypto

/// What is derived from one subject's data key: for payloads, for salts, for columns.
struct SubjectKey: Sendable {
  private let payloads: SymmetricKey
  private let salts: SymmetricKey
  private let columns: SymmetricKey

  /// Derives from a data key of 256 random bits.
  init(_ data: SymmetricKey) {
    payloads = Self.derive("payload", from: data)
    salts = Self.derive("salt", from: data)
    columns = Self.derive("column", from: data)
  }

  /// The salt of the commitment to one event, the same whenever it is asked for.
  func salt(_ stream: StreamID, _ version: Int64) -> [UInt8] {
    let place = Self.place(stream, version)
    return Array(HMAC<SHA256>.authenticationCode(for: place, using: salts))
  }

  func seal(payload: [UInt8], _ stream: StreamID, _ version: Int64) throws -> [UInt8] {
    try Cipher.seal(payload, payloads, about: Self.place(stream, version))
  }

  func open(payload: [UInt8], _ stream: StreamID, _ version: Int64) -> [UInt8]? {
    Cipher.open(payload, payloads, about: Self.place(stream, version))
  }

  func seal(column: [UInt8], subject: String) throws -> [UInt8] {
    try Cipher.seal(column, columns, about: Array(subject.utf8))
  }

  func open(column: [UInt8], subject: String) -> [UInt8]? {
    Cipher.open(column, columns, about: Array(subject.utf8))
  }

  // One step of HKDF suffices: the data key is random through and through.
  private static func derive(_ purpose: String, from key: SymmetricKey) -> SymmetricKey {
    HKDF<SHA256>.expand(
      pseudoRandomKey: key,
      info: Array("anju subject \(purpose) 1".utf8),
      outputByteCount: 32
    )
  }

  private static func place(_ stream: StreamID, _ version: Int64) -> [UInt8] {
    var text = ByteString(reserving: 64)
    text.write(stream.text)
    text.write(version)
    return text.bytes
  }
}
