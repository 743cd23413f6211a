import Crypto

extension SigningKeys {
  /// The keys of a folder: its files `….pem`, each at most mode 0600, in a folder to which only its
  /// owner may write.
  ///
  /// - Throws: `KeyFault` if there is none, any is not sound, or others may read one.
  package static func opened(folder: String) async throws(KeyFault) -> SigningKeys {
    try await SigningKeys(keys(in: folder), folder)
  }

  /// Makes a new key in a folder, which signs from now on; the older ones stay and still verify.
  ///
  /// The folder is made if it is not there, and the key of the status lists' places with the first
  /// key. The file is written beside its name with mode 0600 and
  /// to the disk, and only then gets its name, so that a program that opens the folder meanwhile
  /// finds the new key whole or not at all. Whoever runs must open the folder again to sign by it.
  ///
  /// - Throws: `KeyFault` if the keys that are there are not sound, or the new one cannot be kept.
  package static func rotate(folder: String, now: Int64) async throws(KeyFault) -> SigningKeys {
    try KeyFolder.make(folder)
    let old = try await keys(in: folder)
    if old.isEmpty { try StatusPlaces.make(folder: folder) }
    // Later than all, also where a clock went back.
    let created = max(now, (old.map(\.created).max() ?? now - 1) + 1)
    let key = P256.Signing.PrivateKey()
    guard let new = try? await SigningKey(key, created: created) else {
      throw .unreadable(place: folder)
    }
    let text = PEMKeys.text(key, created: created)
    let stamp = CivilInstant.text(created).filter { $0 != "-" && $0 != ":" }
    // No name of a file begins with a hyphen this way, as a thumbprint may.
    try KeyFolder.write(Array(text.utf8), folder + "/permit-\(stamp)-\(new.kid).pem")
    return try await SigningKeys(old + [new], folder)
  }

  private static func keys(in folder: String) async throws(KeyFault) -> [SigningKey] {
    var keys: [SigningKey] = []
    for name in try KeyFolder.names(folder) where name.hasSuffix(".pem") {
      let path = folder + "/" + name
      let text = String(decoding: try KeyFolder.read(path), as: UTF8.self)
      let found = try await PEMKeys.read(text, path)
      if found.isEmpty { throw .empty(place: path) }
      keys += found
    }
    return keys
  }
}
