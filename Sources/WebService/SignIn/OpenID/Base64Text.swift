import Crypto
import FoundationEssentials

/// Base64 as it may stand in an address or a cookie, and random texts in it.
enum Base64Text {
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
  }

  static func bytes(_ text: some StringProtocol) -> Data? {
    let isText = text.utf8.allSatisfy { byte in
      switch byte {
      case 48...57, 65...90, 97...122, 45, 95: true
      default: false
      }
    }
    guard isText else { return nil }
    let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    return Data(
      base64Encoded: String(text).replacing("-", with: "+").replacing("_", with: "/") + padding
    )
  }

  /// 256 random bits, 43 characters.
  static func random() -> String {
    text(SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) })
  }
}
