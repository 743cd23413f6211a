import Crypto
import FoundationEssentials

/// Random texts of 256 bits in the Base64 of addresses, kept as their SHA-256.
enum SecretToken {
  static let length = 43

  static func random() -> String { text(Data(SymmetricKey(size: .bits256).bytes)) }

  static func isToken(_ text: String) -> Bool {
    text.utf8.count == length && text.utf8.allSatisfy(isDigit)
  }

  /// What the store keeps; so many random bits need no slow hash.
  static func hash(_ text: String) -> Data { Data(SHA256.hash(data: Data(text.utf8))) }

  static func text(_ data: Data) -> String {
    var text = ""
    for character in data.base64EncodedString() {
      switch character {
      case "+": text += "-"
      case "/": text += "_"
      case "=": break
      default: text.append(character)
      }
    }
    return text
  }

  static func data(_ text: String) -> Data? {
    guard text.utf8.allSatisfy(isDigit) else { return nil }
    var plain = String(text.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 })
    while !plain.utf8.count.isMultiple(of: 4) { plain += "=" }
    return Data(base64Encoded: plain)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, 45, 95: true
    default: false
    }
  }
}

extension SymmetricKey {
  /// The bytes of the key.
  var bytes: [UInt8] { withUnsafeBytes { Array($0) } }
}

/// Whether two secrets are the same, in a time that does not tell where they differ.
func areSame(_ one: some Collection<UInt8>, _ other: some Collection<UInt8>) -> Bool {
  guard one.count == other.count else { return false }
  var difference: UInt8 = 0
  for (left, right) in zip(one, other) { difference |= left ^ right }
  return difference == 0
}
