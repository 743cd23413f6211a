/// How names are compared: case and spacing do not count.
package enum NameKey {
  /// Words that never stand in a name.
  package static let reserved: Set<String> = [
    "and", "or", "not", "if", "then", "else", "otherwise",
  ]

  /// Words that are values and never begin a name.
  package static let values: Set<String> = ["true", "false", "none"]

  /// The form in which `name` is looked up: lower case, one space between words.
  package static func of(_ name: String) -> String {
    ASCIIName.key(name)
      ?? name.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }

  /// The form in which `name` stands in machine output: lower case, a hyphen between words.
  package static func identifier(_ name: String) -> String {
    if let identifier = ASCIIName.identifier(name) { return identifier }
    var identifier = ""
    for character in name.lowercased() {
      if character.isLetter || character.isNumber {
        identifier.append(character)
      } else if identifier.last != "-", !identifier.isEmpty, character != "'" {
        identifier.append("-")
      }
    }
    while identifier.last == "-" { identifier.removeLast() }
    return identifier
  }

  /// The words of `name` that keep it from being a name, each with what is wrong.
  ///
  /// Expressions never use the names of channels and services (`isInExpressions` false), so that
  /// `and` can stand in those without being misread.
  package static func faults(in name: String, isInExpressions: Bool = true) -> [NameFault] {
    let words = name.split(whereSeparator: \.isWhitespace).map(String.init)
    if words.isEmpty { return [.empty] }
    if isInExpressions, let first = words.first, values.contains(first.lowercased()) {
      return [.value(first)]
    }
    return words.compactMap { word in
      if isInExpressions, reserved.contains(word.lowercased()) { return .reservedWord(word) }
      if !isInExpressions { return nil }
      guard let first = word.unicodeScalars.first, first.isASCII, first.properties.isAlphabetic
      else { return .badStart(word) }
      let allowed = word.unicodeScalars.allSatisfy { scalar in
        scalar == "'" || scalar == "-"
          || scalar.isASCII
            && (scalar.properties.isAlphabetic || ("0"..."9").contains(Character(scalar)))
      }
      return allowed ? nil : .badSign(word)
    }
  }
}

/// What keeps a text from being a name.
package enum NameFault: Hashable, Sendable {
  /// There is no word in it.
  case empty
  /// A word of the language stands in it.
  case reservedWord(String)
  /// The first word is a value, as which it would be read.
  case value(String)
  /// A word begins with something other than a letter.
  case badStart(String)
  /// A word holds a sign that no name may hold.
  case badSign(String)
}
