/// What an authenticator does: tells the code of a moment from a secret.
///
/// For demonstrations and tests, where nobody has a telephone at hand.
package enum Authenticator {
  /// The code of a moment.
  ///
  /// - Parameters:
  ///   - secret: The secret in Base32, as it was offered or shown.
  ///   - moment: Milliseconds since 1970.
  /// - Returns: Six figures, or `nil` where the secret is no Base32.
  package static func code(of secret: String, at moment: Int64) -> String? {
    var (bytes, bits, count): ([UInt8], UInt32, UInt32) = ([], 0, 0)
    for sign in secret.utf8 {
      switch sign {
      // Secrets are shown in groups.
      case 32: continue
      case 65...90: bits = bits << 5 | UInt32(sign - 65)
      case 50...55: bits = bits << 5 | UInt32(sign - 24)
      default: return nil
      }
      count += 5
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> count))
        bits &= 1 << count - 1
      }
    }
    return TOTP.code(bytes, step: moment / TOTP.step)
  }
}
