import Policy

/// A line as somebody typed it, with what an input method does to it undone.
struct TypedLine: Sendable {
  /// The line without blanks around it.
  let text: String
  /// The same with ASCII where full-width signs stand, and one space between words.
  let plain: String

  init(_ line: String) {
    let scalars = line.unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar.value {
      case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
      case 0x3000, 0xA0, 0x09: " "
      default: scalar
      }
    }
    let words = String(String.UnicodeScalarView(scalars)).split { $0 == " " || $0.isNewline }
    plain = words.joined(separator: " ")
    text = line.trimmingSpaces
  }

  /// The groups of digits, and what else stands between them.
  var numbers: (groups: [String], signs: Set<Character>) {
    var groups: [String] = []
    var signs: Set<Character> = []
    var isOpen = false
    for character in plain {
      if character.isASCII, character.isNumber {
        if !isOpen { groups.append("") }
        groups[groups.count - 1].append(character)
        isOpen = true
      } else {
        signs.insert(character)
        isOpen = false
      }
    }
    return (groups, signs)
  }
}
