import Crypto

/// Private keys as PEM, each with the line that says when it was made.
enum PEMKeys {
  private static let label = "Created:"

  /// The keys of a text; whatever stands between them is passed over.
  static func read(_ text: String, _ place: String) async throws(KeyFault) -> [SigningKey] {
    var keys: [SigningKey] = []
    var created: Int64?
    var block: [Substring]?
    for line in text.split(whereSeparator: \.isNewline) {
      if var lines = block {
        lines.append(line)
        block = lines
        guard line.hasPrefix("-----END ") else { continue }
        block = nil
        // What openssl writes above a key.
        if line.hasPrefix("-----END EC PARAMETERS") { continue }
        guard let instant = created else { throw .undated(place: place) }
        let pem = lines.joined(separator: "\n")
        guard let key = try? P256.Signing.PrivateKey(pemRepresentation: pem),
          let signing = try? await SigningKey(key, created: instant)
        else { throw .unreadable(place: place) }
        keys.append(signing)
        created = nil
      } else if line.hasPrefix("-----BEGIN ") {
        block = [line]
      } else if line.hasPrefix(label) {
        let words = line.dropFirst(label.count).split(separator: " ")
        created = words.first.flatMap { CivilInstant.instant(String($0)) }
      }
    }
    if block != nil { throw .unreadable(place: place) }
    return keys
  }

  /// The text of a key's file.
  static func text(_ key: P256.Signing.PrivateKey, created: Int64) -> String {
    "\(label) \(CivilInstant.text(created))\n\(key.pemRepresentation)\n"
  }
}
