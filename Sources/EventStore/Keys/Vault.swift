import Crypto

/// What the master key opens: the wrapping of subjects' keys, the blind index, the seal on the head.
struct Vault: Sendable {
  private let master: SymmetricKey
  /// Counts the changes of the master key.
  let version: Int64
  // Begun once: every command uses both.
  private let index: HMAC<SHA256>
  private let head: HMAC<SHA256>

  init(_ keys: MasterKeys, version: Int64, root: SymmetricKey) {
    master = keys.key
    self.version = version
    index = HMAC(key: Self.derive("blind index", from: root))
    head = HMAC(key: Self.derive("head", from: root))
  }

  /// Encrypts a key under the master key; it belongs to one name and version.
  static func wrap(
    _ key: SymmetricKey,
    named name: String,
    _ master: SymmetricKey,
    version: Int64
  ) throws -> [UInt8] {
    try Cipher.seal(key.withUnsafeBytes { Array($0) }, master, about: place(name, version))
  }

  static func unwrap(
    _ wrapped: [UInt8],
    named name: String,
    _ master: SymmetricKey,
    version: Int64
  ) -> SymmetricKey? {
    Cipher.open(wrapped, master, about: place(name, version)).map { SymmetricKey(data: $0) }
  }

  func wrap(_ key: SymmetricKey, named name: String) throws -> [UInt8] {
    try Self.wrap(key, named: name, master, version: version)
  }

  func unwrap(_ wrapped: [UInt8], named name: String) -> SymmetricKey? {
    Self.unwrap(wrapped, named: name, master, version: version)
  }

  func blindIndex(_ text: String, purpose: String) -> [UInt8] {
    var input = ByteString()
    input.write(purpose)
    input.write(text)
    return Self.code(of: input, index)
  }

  /// What only a holder of the keys can put to a head.
  func seal(_ place: JournalHead) -> [UInt8] {
    var input = ByteString()
    input.write(place.position)
    input.write(place.hash)
    return Self.code(of: input, head)
  }

  private static func code(of input: ByteString, _ begun: HMAC<SHA256>) -> [UInt8] {
    var code = begun
    code.update(data: input.bytes)
    return Array(code.finalize())
  }

  private static func derive(_ purpose: String, from root: SymmetricKey) -> SymmetricKey {
    HKDF<SHA256>.expand(
      pseudoRandomKey: root,
      info: Array("anju \(purpose) 1".utf8),
      outputByteCount: 32
    )
  }

  private static func place(_ name: String, _ version: Int64) -> [UInt8] {
    var text = ByteString()
    text.write("anju wrapped key 1")
    text.write(name)
    text.write(version)
    return text.bytes
  }
}
