/// Text as YAML: plain where it reads back as the same text, else between double quotes.
enum YAMLText {
  /// A name, or a value that must not be taken for one of the words of a facts file.
  static func written(_ text: String) -> String {
    isPlain(text) ? text : quoted(text)
  }

  /// Text between double quotes.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  static func quoted(_ text: String) -> String {
    var written = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": written += "\\\""
      case "\\": written += "\\\\"
      case "\n": written += "\\n"
      case "\r": written += "\\r"
      case "\t": written += "\\t"
      default: written.unicodeScalars.append(scalar)
      }
    }
    return written + "\""
  }

  /// Words that mean something else where no quotes stand around them.
  private static let reserved: Set<String> = [
    "none", "无", "null", "Null", "NULL", "~", "?", "？",
  ]

  /// Whether plain text stays the same text, inside brackets and outside.
  private static func isPlain(_ text: String) -> Bool {
    guard !reserved.contains(text), let first = text.unicodeScalars.first,
      isLetter(first) || isDigit(first), text.unicodeScalars.last != " "
    else { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      isLetter(scalar) || isDigit(scalar) || scalar == " " || scalar == "-" || scalar == "'"
        || scalar == "."
    } && !text.contains("  ")
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isIdeographic || scalar.isASCII && scalar.properties.isAlphabetic
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }
}
