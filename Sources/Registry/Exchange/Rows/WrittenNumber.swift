import Casework
import ExpressionLanguage

/// An identity number as departments write it.
enum WrittenNumber {
  /// The number, or what is wrong with it.
  static func read(_ cell: String, on today: CivilDate) -> Result<IdentityNumber, RowFault> {
    let text = plain(cell)
    if let reason = reason(against: text, on: today) { return .failure(RowFault(reason)) }
    guard let number = IdentityNumber(text) else { return .failure(RowFault(.numberRegion)) }
    return .success(number)
  }

  /// The cell without what spreadsheets and keyboards add.
  static func plain(_ cell: String) -> String {
    let text = CellText.halfWidth(CellText.unwrapped(cell))
    return CellText.withoutSpaces(CellText.unwrapped(text)).uppercased()
  }

  private static func reason(against text: String, on today: CivilDate) -> RowReason? {
    if text.isEmpty { return .noNumber }
    if isScientific(text) { return .cutNumber }
    let bytes = Array(text.utf8)
    let count = text.unicodeScalars.count
    let isDigits = bytes.allSatisfy(isDigit)
    if count == 15, isDigits { return .oldNumber }
    guard count == 18 else { return .numberLength(count) }
    for (index, scalar) in text.unicodeScalars.enumerated() {
      let isSound = ("0"..."9").contains(scalar) || index == 17 && scalar == "X"
      if !isSound { return .numberCharacter(index + 1) }
    }
    let digits = bytes.map { Int($0) - 0x30 }
    let year = digits[6..<10].reduce(0) { $0 * 10 + $1 }
    let birth = CivilDate(
      year: year,
      month: digits[10] * 10 + digits[11],
      day: digits[12] * 10 + digits[13]
    )
    let isChecked = hasCheckDigit(bytes)
    // A spreadsheet keeps fifteen digits and puts zeros in place of the rest.
    if !isChecked, text.hasSuffix("000") { return .cutNumber }
    guard let birth, year >= 1850, birth <= today else { return .numberDate }
    return isChecked ? nil : .numberCheck
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Whether it reads as 1.1E+17.
  static func isScientific(_ text: String) -> Bool {
    guard let e = text.firstIndex(of: "E") else { return false }
    let (head, tail) = (text[..<e], text[text.index(after: e)...])
    return !head.isEmpty && !tail.isEmpty
      && head.utf8.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ".") }
      && tail.utf8.allSatisfy { isDigit($0) || $0 == UInt8(ascii: "+") }
  }

  /// Whether the last character follows from the others (GB 11643, ISO 7064 MOD 11-2).
  private static func hasCheckDigit(_ bytes: [UInt8]) -> Bool {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(bytes, weights).reduce(0) { $0 + (Int($1.0) - 0x30) * $1.1 }
    return Array("10X98765432".utf8)[sum % 11] == bytes[17]
  }

  /// Whether what stands in a damaged cell may have been a number before: where a whole list is
  /// needed, a row that may belong to it must not be missed.
  ///
  /// - Complexity: O(1): both are short.
  static func mayBe(_ damaged: String, _ number: String) -> Bool {
    let (left, right) = (Array(damaged.utf8), Array(number.utf8))
    if isScientific(damaged) {
      // The digits before the E, but for the last, which was rounded.
      let digits = left.prefix { $0 != UInt8(ascii: "E") }.filter(isDigit)
      return right.starts(with: digits.dropLast())
    }
    if left.count == 15 { return left == Array(right[..<6] + right[8..<17]) || near(left, right) }
    return near(left, right)
  }

  private static func near(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    if left.count >= 14, right.starts(with: left.prefix(14)) { return true }
    if left.count == right.count { return zip(left, right).count { $0 != $1 } <= 2 }
    let (short, long) = left.count < right.count ? (left, right) : (right, left)
    guard long.count - short.count <= 3 else { return false }
    var rest = short[...]
    for byte in long where rest.first == byte { rest.removeFirst() }
    return rest.isEmpty
  }
}

/// A reason where a `Result` asks for an error.
struct RowFault: Error, Hashable {
  /// The reason.
  var reason: RowReason

  init(_ reason: RowReason) { self.reason = reason }
}
