/// The name that an account signs in with: a mobile number, or a name of one's own.
///
/// Names that look the same are the same: they are compared after NFKC, without regard to case or
/// spaces at the ends; a mobile number also without its country code, spaces and hyphens.
package struct SignInName: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  /// Why a name cannot be used.
  package enum Fault: Error, Hashable, Sendable {
    /// It has fewer than three characters or more than 64.
    case length
    /// It has a character that is not seen, or a space inside.
    case character
    /// It looks like an identity number, which is not to be typed at every sign-in.
    case identityNumber
  }

  /// The name as it is shown.
  package let text: String
  /// What names are compared by.
  let key: String

  /// Reads a name as it is typed.
  package init(_ typed: String) throws(Fault) {
    let shown = typed.compatibilityComposed.trimmed
    if let mobile = Self.mobile(shown) {
      (text, key) = (mobile, mobile)
      return
    }
    if shown.unicodeScalars.contains(where: { !$0.isPlainlyVisible }) { throw .character }
    let key = shown.folded
    guard (3...64).contains(key.unicodeScalars.count) else { throw .length }
    let isNumber = key.utf8.count == 18 && key.utf8.prefix(17).allSatisfy { (48...57).contains($0) }
    if isNumber { throw .identityNumber }
    text = shown
    self.key = key
  }

  /// The eleven digits of a Chinese mobile number, however it is written.
  private static func mobile(_ text: String) -> String? {
    guard text.utf8.count <= 40 else { return nil }
    var digits = text.filter { $0 != "-" && !$0.isWhitespace }
    for code in ["+86", "0086"] where digits.hasPrefix(code) { digits.removeFirst(code.count) }
    let isMobile =
      digits.utf8.count == 11 && digits.first == "1"
      && digits.utf8.allSatisfy { (48...57).contains($0) }
    return isMobile ? digits : nil
  }

  /// Nothing: names are personal.
  package var description: String { "SignInName(…)" }
  /// Nothing.
  package var customMirror: Mirror { Mirror(self, children: []) }
}
