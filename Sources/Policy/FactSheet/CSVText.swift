/// Writes rows of comma-separated values as RFC 4180 has them, harmless to spreadsheets.
package enum CSVText {
  /// The mark by which Excel tells UTF-8, for the head of a file.
  package static let byteOrderMark = "\u{FEFF}"

  /// One row, ending in CR LF.
  ///
  /// A cell that a spreadsheet would run as a formula stands behind an apostrophe; a number, also
  /// one below zero, is no formula.
  ///
  /// - Complexity: O(*n*) in the length of the cells.
  package static func row(_ cells: [String]) -> String {
    cells.map { cell(harmless($0)) }.joined(separator: ",") + "\r\n"
  }

  private static func cell(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { !",\"\r\n".unicodeScalars.contains($0) }
    let hasBlankEnd = text.first == " " || text.last == " "
    if isPlain, !hasBlankEnd { return text }
    let doubled = text.unicodeScalars.reduce(into: "") { result, scalar in
      result += scalar == "\"" ? "\"\"" : String(scalar)
    }
    return "\"\(doubled)\""
  }

  /// The signs with which a formula begins, in half and in full width.
  private static let beginnings: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
  ]

  private static func harmless(_ text: String) -> String {
    guard let first = text.unicodeScalars.first(where: { $0 != " " }), beginnings.contains(first),
      !isNumber(text)
    else { return text }
    return "'" + text
  }

  private static func isNumber(_ text: String) -> Bool {
    let digits = text.utf8.dropFirst(text.hasPrefix("-") ? 1 : 0)
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return (1...2).contains(parts.count)
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      }
  }
}
