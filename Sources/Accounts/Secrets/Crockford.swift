/// Crockford's base 32: figures and letters that are not mistaken for each other.
enum Crockford {
  static let uppercase = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
  static let lowercase = "0123456789abcdefghjkmnpqrstvwxyz"
  /// How many characters of an activation code are random; one more checks them.
  static let codeLength = 8

  private static let digits = Array(uppercase.utf8)

  /// So many characters from the system's random numbers.
  static func random(_ count: Int) -> String {
    String(decoding: (0..<count).map { _ in digits[Int.random(in: 0..<32)] }, as: UTF8.self)
  }

  /// A random text with its check character.
  static func randomChecked() -> String {
    let text = random(codeLength)
    return text + check(values(text))
  }

  /// The characters that were meant: capitals, no hyphens or spaces, O for 0, I and L for 1; `nil`
  /// if another character stands there.
  static func plain(_ typed: String) -> String? {
    var plain = ""
    for scalar in typed.compatibilityComposed.unicodeScalars {
      switch scalar {
      case "-", " ", "\u{2010}", "\u{2013}", "\u{2014}": continue
      case "o", "O": plain += "0"
      case "i", "I", "l", "L": plain += "1"
      default:
        let letter = String(scalar).uppercased()
        guard letter.utf8.count == 1, uppercase.contains(letter) else { return nil }
        plain += letter
      }
      if plain.utf8.count > 64 { return nil }
    }
    return plain
  }

  /// The plain characters of a checked text; `nil` if the last does not agree with the others.
  static func checked(_ typed: String) -> String? {
    guard typed.utf8.count <= 64, let text = plain(typed), text.utf8.count == codeLength + 1 else {
      return nil
    }
    return text.hasSuffix(check(values(String(text.dropLast())))) ? text : nil
  }

  /// Luhn's check to the base of 32: finds every single wrong character, and two exchanged ones but
  /// 0 and Z.
  private static func check(_ values: [Int]) -> String {
    var sum = 0
    for (place, value) in values.reversed().enumerated() {
      let product = value * (place.isMultiple(of: 2) ? 2 : 1)
      sum += product / 32 + product % 32
    }
    return String(Unicode.Scalar(digits[(32 - sum % 32) % 32]))
  }

  private static func values(_ text: String) -> [Int] {
    text.utf8.compactMap { digits.firstIndex(of: $0) }
  }
}
