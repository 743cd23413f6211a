import Crypto

/// AES-256-GCM with a random nonce: nonce, ciphertext and tag in one.
enum Cipher {
  /// How many bytes are added to what is sealed.
  static let overhead = 28

  static func seal(_ bytes: [UInt8], _ key: SymmetricKey, about place: [UInt8]) throws -> [UInt8] {
    let box = try AES.GCM.seal(bytes, using: key, authenticating: place)
    var sealed: [UInt8] = []
    sealed.reserveCapacity(bytes.count + overhead)
    sealed.append(contentsOf: box.nonce)
    sealed.append(contentsOf: box.ciphertext)
    sealed.append(contentsOf: box.tag)
    return sealed
  }

  /// What was sealed; `nil` for another key, place or bytes.
  static func open(_ sealed: [UInt8], _ key: SymmetricKey, about place: [UInt8]) -> [UInt8]? {
    guard sealed.count >= overhead, let box = try? AES.GCM.SealedBox(combined: sealed),
      let opened = try? AES.GCM.open(box, using: key, authenticating: place)
    else { return nil }
    return Array(opened)
  }
}
