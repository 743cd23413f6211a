/// Knows the passwords that are tried first, by what they are made of.
///
/// No list of others' passwords: a password is common if at most three parts make it up, each of
/// which everybody thinks of: a popular word, a Chinese name in pinyin, a year, a date, a lucky or
/// running number. Figures and signs that stand for letters (`p@ssw0rd`) are read as those.
enum CommonPasswords {
  /// A password of more parts is no longer tried first.
  static let mostParts = 3
  /// So many signs may stand between and after the parts.
  static let mostSigns = 3

  /// Whether a password, in small letters, is among them.
  static func contains(_ password: String) -> Bool {
    let scalars = Array(password.unicodeScalars)
    guard scalars.count <= 40 else { return false }
    // How few parts cover the first so many characters, for so many signs.
    let none = Int.max
    var least = [[Int]](repeating: [Int](repeating: none, count: mostSigns + 1), count: 1)
    least[0][0] = 0
    least += [[Int]](
      repeating: [Int](repeating: none, count: mostSigns + 1),
      count: scalars.count
    )
    for start in scalars.indices {
      let here = least[start]
      guard here.contains(where: { $0 < mostParts || $0 == mostParts }) else { continue }
      let ends = CommonParts.ends(in: scalars, from: start)
      for (signs, parts) in here.enumerated() where parts <= mostParts {
        for end in ends where parts < mostParts {
          least[end][signs] = min(least[end][signs], parts + 1)
        }
        if signs < mostSigns, isSign(scalars[start]) {
          least[start + 1][signs + 1] = min(least[start + 1][signs + 1], parts)
        }
      }
    }
    return least[scalars.count].contains { $0 <= mostParts }
  }

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
  }
}
