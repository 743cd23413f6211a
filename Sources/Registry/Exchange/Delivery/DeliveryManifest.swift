import ExpressionLanguage

/// What a department says of a file that it sends.
struct DeliveryManifest: Hashable, Sendable {
  /// The department, by either name.
  var department: String
  /// The department's number of the delivery: letters, digits, `.`, `_`, `-`.
  var delivery: String
  /// The day on which the file was made.
  var madeOn: CivilDate
  /// How many rows it has, without the header.
  var rows: Int
  /// The SHA-256 of its bytes, in lower-case hexadecimal.
  var hash: String
  /// How it is written, if told.
  var encoding: TextEncoding?
  /// What it is about, if told.
  var about: String?
  /// How many bytes it has, if told.
  var bytes: Int?

  /// Whether a text can be a delivery number, which names files.
  static func isNumber(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard (1...64).contains(bytes.count) else { return false }
    return bytes.enumerated().allSatisfy { index, byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"): index > 0
      default: false
      }
    }
  }
}
