import Crypto
import Foundation

/// What a person's phone does for the second factor (RFC 6238).
struct Authenticator: Sendable {
  private let secret: [UInt8]

  /// Takes the secret in Base32.
  init(_ base32: String) {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    var (bits, count) = (0, 0)
    var bytes: [UInt8] = []
    for letter in base32.uppercased() {
      guard let value = letters.firstIndex(of: letter) else { continue }
      bits = (bits << 5 | value) & 0xFFFF
      count += 5
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(bits >> count & 0xFF))
      }
    }
    secret = bytes
  }

  /// The code of a moment.
  func code(at milliseconds: Int64) -> String {
    let counter = UInt64(milliseconds / 30_000)
    let message = (0..<8).reversed().map { UInt8(counter >> ($0 * 8) & 0xFF) }
    let hash = Array(
      HMAC<Insecure.SHA1>.authenticationCode(for: message, using: SymmetricKey(data: secret))
    )
    let place = Int(hash[hash.count - 1] & 0xF)
    let number = hash[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } & 0x7FFF_FFFF
    let digits = String(number % 1_000_000)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }
}
