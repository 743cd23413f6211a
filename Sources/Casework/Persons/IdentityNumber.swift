package import ExpressionLanguage

/// A citizen's identity number of eighteen characters (GB 11643).
///
/// Six digits of the place that issued it first, eight of the birth date, three of the order, odd
/// for men, and a check digit by ISO 7064, MOD 11-2. It is personal: printing, dumping or
/// interpolating a number shows dots, never the number; ask for `text` to have it.
package struct IdentityNumber: Hashable, Sendable {
  /// How many characters it has.
  package static let length = 18
  /// The province-level divisions of GB/T 2260, by their first two digits.
  static let provinces: Set<Int> = [
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52,
    53, 54, 61, 62, 63, 64, 65, 71, 81, 82,
  ]
  /// Nobody alive was born before.
  static let earliestBirth = CivilDate(year: 1880, month: 1, day: 1) ?? .earliest

  /// The number, its check digit in capitals.
  package let text: String
  /// The birth date.
  package let birthDate: CivilDate

  /// Reads a number as somebody types it at a window.
  ///
  /// Spaces around it are dropped, full-width digits and letters are taken for the plain ones, and
  /// a small x for a capital. Nothing else is mended: a number with a wrong digit is another
  /// person's or nobody's.
  ///
  /// - Parameters:
  ///   - typed: What was typed.
  ///   - today: The day after which nobody can have been born.
  /// - Throws: The first thing that is wrong.
  package init(reading typed: String, on today: CivilDate = .latest) throws(Fault) {
    let plain = typed.unicodeScalars.map(IdentityNumber.plain)
    let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    let scalars = plain.drop(while: isSpace).reversed().drop(while: isSpace).reversed()
    let characters = Array(scalars)
    let last = IdentityNumber.length - 1
    if characters.count == 15, characters.allSatisfy({ IdentityNumber.digit($0) != nil }) {
      throw .oldNumber
    }
    guard characters.count == IdentityNumber.length else { throw .length(characters.count) }
    var digits: [Int] = []
    for (index, character) in characters.enumerated() {
      if let digit = IdentityNumber.digit(character) {
        digits.append(digit)
      } else if index == last, character == "X" {
        digits.append(10)
      } else {
        throw .character(place: index + 1)
      }
    }
    guard IdentityNumber.provinces.contains(digits[0] * 10 + digits[1]) else { throw .region }
    let number = { (range: Range<Int>) in digits[range].reduce(0) { $0 * 10 + $1 } }
    guard
      let birth = CivilDate(year: number(6..<10), month: number(10..<12), day: number(12..<14)),
      birth >= IdentityNumber.earliestBirth
    else { throw .birthDate }
    guard IdentityNumber.checkDigit(of: digits[..<last]) == digits[last] else { throw .checkDigit }
    guard birth <= today else { throw .bornInFuture }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: characters)
    self.text = String(text)
    birthDate = birth
  }

  /// Reads a number without saying what is wrong with it; see `init(reading:on:)`.
  package init?(_ text: String) {
    do throws(Fault) { try self.init(reading: text) } catch { return nil }
  }

  /// Whether it is a man's.
  package var isMale: Bool {
    text.unicodeScalars.dropLast().last.flatMap(IdentityNumber.digit).map { $0 % 2 == 1 } ?? false
  }

  /// The number as a screen or a paper may show it to others: the place and the check digit.
  package var masked: String { text.prefix(4) + String(repeating: "•", count: 13) + text.suffix(1) }

  /// What the check digit must be; 10 is written as X.
  private static func checkDigit(of digits: ArraySlice<Int>) -> Int {
    // The weight of a digit is two to the power of its distance from the end, modulo 11.
    let sum = digits.reduce(0) { ($0 + $1) * 2 % 11 }
    return (12 - sum) % 11
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    ("0"..."9").contains(scalar) ? Int(scalar.value - 0x30) : nil
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "\u{FF10}"..."\u{FF19}": Unicode.Scalar(scalar.value - 0xFF10 + 0x30) ?? scalar
    case "x", "\u{FF38}", "\u{FF58}": "X"
    default: scalar
    }
  }
}

extension IdentityNumber: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Dots: a log has no use for the number.
  package var description: String { String(repeating: "•", count: IdentityNumber.length) }
  /// Dots.
  package var debugDescription: String { description }
  /// Nothing within.
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension IdentityNumber: Codable {
  /// Reads a number.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    do throws(Fault) { try self.init(reading: text) } catch {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: error.words.english
      )
    }
  }

  /// Writes the number.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
