import Casework
import ExpressionLanguage

/// An identity number as departments write it.
enum WrittenNumber {
  /// The number, or what is wrong with it.
  static func read(_ cell: String, on today: CivilDate) -> Result<IdentityNumber, RowFault> {
    let text = plain(cell)
    if text.isEmpty { return .failure(RowFault(.noNumber)) }
    if isScientific(text) { return .failure(RowFault(.cutNumber)) }
    do throws(IdentityNumber.Fault) {
      return .success(try IdentityNumber(reading: text, on: today))
    } catch {
      // A spreadsheet keeps fifteen digits and puts zeros in place of the rest.
      if error == .checkDigit, text.hasSuffix("000") { return .failure(RowFault(.cutNumber)) }
      return .failure(RowFault(.number(error)))
    }
  }

  /// The cell without what spreadsheets and keyboards add.
  static func plain(_ cell: String) -> String {
    let text = CellText.halfWidth(CellText.unwrapped(cell))
    return CellText.withoutSpaces(CellText.unwrapped(text)).uppercased()
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
