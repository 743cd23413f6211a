import ExpressionLanguage

/// A day or month as departments write it.
///
/// `2026-11-01`, `2026/11/1`, `2026.11.1`, `20261101` or `2026年11月1日`. What leaves a doubt is refused: days before months, years of two digits.
enum WrittenDate {
  /// What is wrong with a written date.
  enum Fault: Error {
    case unreadable, spreadsheetDay, noSuchDay
  }

  /// The day.
  static func day(_ cell: String) throws(Fault) -> CivilDate {
    let parts = try parts(cell)
    guard parts.count == 3 else { throw .unreadable }
    guard let day = CivilDate(year: parts[0], month: parts[1], day: parts[2]) else {
      throw .noSuchDay
    }
    return day
  }

  /// The month.
  static func month(_ cell: String) throws(Fault) -> CivilMonth {
    let parts = try parts(cell)
    guard parts.count == 2 else { throw .unreadable }
    guard let day = CivilDate(year: parts[0], month: parts[1], day: 1) else { throw .noSuchDay }
    return day.month
  }

  /// Year, month and perhaps day.
  private static func parts(_ cell: String) throws(Fault) -> [Int] {
    var text = CellText.halfWidth(CellText.unwrapped(cell))
    // A spreadsheet adds midnight.
    for midnight in [" 00:00:00", " 0:00:00", " 00:00", " 0:00"] where text.hasSuffix(midnight) {
      text = CellText.trimmed(String(text.dropLast(midnight.count)))
      break
    }
    if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return try bare(text) }
    if text.hasSuffix("日") { text.removeLast() } else if text.hasSuffix("月") { text.removeLast() }
    let signs: Set<Character> = ["-", "/", ".", "年", "月"]
    let used = Set(text.filter { signs.contains($0) })
    guard used.count == 1 || used.isSubset(of: ["年", "月"]) else { throw .unreadable }
    let pieces = text.split(omittingEmptySubsequences: false) { signs.contains($0) }
    guard (2...3).contains(pieces.count), pieces[0].utf8.count == 4 else { throw .unreadable }
    return try pieces.enumerated().map { index, piece throws(Fault) in
      let digits = piece.utf8
      guard index == 0 || (1...2).contains(digits.count),
        digits.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(piece)
      else { throw .unreadable }
      return number
    }
  }

  private static func bare(_ text: String) throws(Fault) -> [Int] {
    guard let number = Int(text) else { throw .unreadable }
    switch text.utf8.count {
    case 8: return [number / 10_000, number / 100 % 100, number % 100]
    case 6: return [number / 100, number % 100]
    // From 1927 to 2173, as spreadsheets count days.
    case 5 where (10_000...99_999).contains(number): throw .spreadsheetDay
    default: throw .unreadable
    }
  }
}
