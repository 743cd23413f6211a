import Casework

/// Whose password it is to be.
struct PasswordContext: Sendable {
  let name: String
  let role: Role
  let personal: [String]

  /// The fewest characters.
  var least: Int { role.isOfficial ? 12 : 8 }
}

/// The rules that a password is held to, but the collection of leaked ones.
enum PasswordRules {
  /// The most characters.
  static let most = 128
  /// What every password of this service is tried with first.
  static let service = ["anju", "安居", "xiongan", "雄安"]

  static func fault(_ password: String, _ context: PasswordContext) -> PasswordFault? {
    // One that is far too long is not even read.
    if password.utf8.count > 4_096 { return .tooLong(most: most) }
    let plain = password.compatibilityComposed
    let count = plain.unicodeScalars.count
    if count < context.least { return .tooShort(least: context.least) }
    if count > most { return .tooLong(most: most) }
    if plain.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      return .character
    }
    let folded = plain.folded
    if holdsPersonal(folded, context) { return .personal }
    let letters = folded.filter { !$0.isWhitespace }
    if service.contains(where: letters.contains) { return .service }
    if PasswordPattern.isPattern(folded) { return .pattern }
    if CommonPasswords.contains(folded) { return .common }
    return nil
  }

  private static func holdsPersonal(_ password: String, _ context: PasswordContext) -> Bool {
    let key = (try? SignInName(context.name))?.key
    let words = [key, context.name.folded] + context.personal.map { $0.folded }
    for case let word? in words {
      let plain = word.filter { $0.isLetter || $0.isNumber }
      for word in Set([word, plain]) where word.unicodeScalars.count >= 3 {
        if password.contains(word) { return true }
      }
      // The birth date of an identity number, and the end of it or of a phone.
      let isNumber = plain.utf8.count >= 11 && plain.utf8.prefix(10).allSatisfy { $0 < 58 }
      if isNumber, password.contains(plain.suffix(6)) { return true }
      if plain.utf8.count == 18, password.contains(plain.dropFirst(6).prefix(8)) { return true }
    }
    return false
  }
}
