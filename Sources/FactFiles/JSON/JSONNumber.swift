/// What a number in a JSON file turns out to be.
enum JSONNumber {
  /// Digits, perhaps with a sign and a fraction.
  case plain
  /// A number with an exponent, and the same number in full where it is not too long.
  case exponent(meant: String?)
  /// No number by the rules of JSON, and the number that was probably meant.
  case malformed(meant: String?)

  /// Judges `text`, which consists of ASCII.
  init(_ text: String) {
    if JSONNumber.isPlain(text) {
      self = .plain
      return
    }
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) {
      $0 == "e" || $0 == "E"
    }
    if parts.count == 2, JSONNumber.isPlain(String(parts[0])), JSONNumber.isInteger(parts[1]) {
      self = .exponent(meant: JSONNumber.writtenOut(parts[0], exponent: Int(parts[1])))
      return
    }
    var meant = text.filter { $0 != "_" }
    if meant.hasPrefix("+") { meant.removeFirst() }
    if meant.hasPrefix(".") { meant = "0" + meant }
    if meant.hasSuffix(".") { meant.removeLast() }
    self = .malformed(meant: JSONNumber.isPlain(meant) ? meant : nil)
  }

  private static func isPlain(_ text: String) -> Bool {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    var whole = parts[0]
    if whole.hasPrefix("-") { whole.removeFirst() }
    guard isDigits(whole), whole.count == 1 || whole.first != "0" else { return false }
    return parts.count == 1 || isDigits(parts[1])
  }

  private static func isDigits(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isInteger(_ text: Substring) -> Bool {
    isDigits(text.hasPrefix("+") || text.hasPrefix("-") ? text.dropFirst() : text)
  }

  /// `mantissa` × 10^`exponent` in digits.
  private static func writtenOut(_ mantissa: Substring, exponent: Int?) -> String? {
    guard let exponent, abs(exponent) <= 20, mantissa.count <= 20 else { return nil }
    let sign = mantissa.hasPrefix("-") ? "-" : ""
    let parts = mantissa.drop { $0 == "-" }.split(separator: ".")
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    var digits = String(parts[0]) + fraction
    var point = parts[0].count + exponent
    if point > digits.count { digits += String(repeating: "0", count: point - digits.count) }
    if point < 1 {
      digits = String(repeating: "0", count: 1 - point) + digits
      point = 1
    }
    var whole = digits.prefix(point).drop { $0 == "0" }
    if whole.isEmpty { whole = "0" }
    let rest = digits.dropFirst(point)
    return sign + whole + (rest.isEmpty ? "" : "." + rest)
  }
}
