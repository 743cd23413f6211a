// NFKC is in Foundation, not in its essentials.
import Foundation

extension String {
  /// The text in Unicode's normal form NFKC.
  var compatibilityComposed: String { precomposedStringWithCompatibilityMapping }

  /// The text as names are compared: NFKC, small letters.
  var folded: String { compatibilityComposed.lowercased().compatibilityComposed }

  /// The text without white space at its ends.
  var trimmed: String {
    let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    let rest = unicodeScalars.drop(while: isSpace).reversed().drop(while: isSpace).reversed()
    var text = String.UnicodeScalarView()
    text.append(contentsOf: rest)
    return String(text)
  }
}

extension Unicode.Scalar {
  /// Whether it is a mark that one sees, so that two names that look the same are the same.
  var isPlainlyVisible: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .spaceSeparator:
      false
    default: true
    }
  }
}
