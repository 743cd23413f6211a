/// The terms under which a name is found by their beginnings.
///
/// For 陈志远 these are 陈志远, 志远, 远; chenzhiyuan, zhiyuan, yuan; czy, zy. A query is brought
/// into the same form: `Chen Zhiyuan` and `chenzhi` become beginnings of one of them.
enum NameTerms {
  /// The terms of a name.
  ///
  /// - Complexity: O(*n*²) in the length of the name.
  static func terms(of name: String) -> Set<String> {
    var terms: Set<String> = []
    let characters = characters(of: name)
    if characters.contains(where: \.isHan) {
      for start in characters.indices { terms.insert(String(characters[start...])) }
    }
    let syllables = Pinyin.syllables(of: name).map(plain)
    for start in syllables.indices {
      terms.insert(syllables[start...].joined())
      // One initial alone begins too many names to be worth a row.
      if start + 1 < syllables.count {
        terms.insert(String(syllables[start...].compactMap(\.first)))
      }
    }
    return terms.filter { !$0.isEmpty }
  }

  /// A query as the beginning of a term; empty for what can begin none.
  static func query(_ text: String) -> String {
    let characters = characters(of: text)
    if !characters.isEmpty, characters.allSatisfy(\.isHan) { return String(characters) }
    return Pinyin.syllables(of: text).map(plain).joined()
  }

  /// The first text after all that begin with `term`.
  static func end(ofTermsBeginningWith term: String) -> String {
    // Greater than any character that a name can hold, in the order of bytes.
    term + "\u{10FFFF}"
  }

  private static func characters(of name: String) -> [Character] {
    name.filter { $0.isLetter || $0.isNumber }.map { $0 }
  }

  // Keyboards write ü as v, ICU as u.
  private static func plain(_ syllable: String) -> String {
    String(syllable.map { $0 == "v" ? "u" : $0 })
  }
}
