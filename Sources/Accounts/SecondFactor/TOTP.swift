import Crypto
import FoundationEssentials

/// Codes that an authenticator shows: RFC 6238 with SHA-1, half minutes and six figures.
enum TOTP {
  static let secretLength = 20
  static let step: Int64 = 30 * .second
  static let digits = 6

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

  /// The code of a half minute.
  static func code(_ secret: [UInt8], step: Int64, digits: Int = digits) -> String {
    let counter = withUnsafeBytes(of: step.bigEndian) { Array($0) }
    let key = SymmetricKey(data: secret)
    let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: key))
    let place = Int(mac[mac.count - 1] & 15)
    let number = mac[place..<place + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7fff_ffff
    var text = String(number)
    while text.utf8.count < digits { text = "0" + text }
    return String(text.suffix(digits))
  }

  /// The half minute that a code is of, among the present one and those beside it, if it comes
  /// after the last that was used.
  static func step(of code: String, _ secret: [UInt8], at now: Int64, after last: Int64) -> Int64? {
    let present = now / step
    var found: Int64?
    for candidate in present - 1...present + 1 where candidate >= 0 {
      let isSame = areSame(self.code(secret, step: candidate).utf8, code.utf8)
      if isSame, candidate > last, found == nil { found = candidate }
    }
    return found
  }

  /// Base32 without padding (RFC 4648).
  static func base32(_ bytes: [UInt8]) -> String {
    var (text, bits, count): ([UInt8], UInt32, UInt32) = ([], 0, 0)
    for byte in bytes {
      bits = bits << 8 | UInt32(byte)
      count += 8
      while count >= 5 {
        count -= 5
        text.append(alphabet[Int(bits >> count & 31)])
      }
    }
    if count > 0 { text.append(alphabet[Int(bits << (5 - count) & 31)]) }
    return String(decoding: text, as: UTF8.self)
  }

  /// The address that authenticators read from a QR code.
  static func uri(_ secret: String, issuer: String, account: String) -> String {
    let (issuer, account) = (encoded(issuer), encoded(account))
    return "otpauth://totp/\(issuer):\(account)?secret=\(secret)&issuer=\(issuer)"
      + "&algorithm=SHA1&digits=\(digits)&period=\(step / .second)"
  }

  private static func encoded(_ text: String) -> String {
    var encoded: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in text.utf8 {
      switch byte {
      case 48...57, 65...90, 97...122, 45, 46, 95, 126: encoded.append(byte)
      default: encoded += [37, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }
}
