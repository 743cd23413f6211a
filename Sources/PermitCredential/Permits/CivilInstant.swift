package import ExpressionLanguage

/// Days in Xiong'an as instants, in seconds since 1970 UTC: eight hours ahead of UTC, without
/// summer time since 1991.
package enum CivilInstant {
  /// The seconds of a day.
  package static let day: Int64 = 86_400
  private static let ahead: Int64 = 8 * 3_600

  /// The first second of a day.
  package static func start(of date: CivilDate) -> Int64 { Int64(date.day) * day - ahead }

  /// The last second of a day.
  package static func end(of date: CivilDate) -> Int64 { start(of: date) + day - 1 }

  /// The day in which an instant lies.
  package static func date(at instant: Int64) -> CivilDate {
    let bounds = (start(of: .earliest), end(of: .latest))
    let shifted = min(max(instant, bounds.0), bounds.1) + ahead
    let (whole, rest) = shifted.quotientAndRemainder(dividingBy: day)
    return CivilDate(day: Int(rest < 0 ? whole - 1 : whole)) ?? .latest
  }

  /// The day that starts at an instant; `nil` where none does.
  static func day(startingAt instant: Int64) -> CivilDate? {
    let date = date(at: instant)
    return start(of: date) == instant ? date : nil
  }

  /// `2026-11-23T05:21:15Z`.
  static func text(_ instant: Int64) -> String {
    let date = date(at: instant - ahead)
    let seconds = Int(instant - start(of: date) - ahead)
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return "\(date)T\(two(seconds / 3_600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))Z"
  }

  /// The instant of such a text; `nil` for any other form.
  static func instant(_ text: String) -> Int64? {
    let bytes = Array(text.utf8)
    guard bytes.count == 20, bytes[10] == 0x54, bytes[13] == 0x3A, bytes[16] == 0x3A,
      bytes[19] == 0x5A, let date = CivilDate(String(decoding: bytes[..<10], as: UTF8.self)),
      let hours = number(bytes[11...12], below: 24),
      let minutes = number(bytes[14...15], below: 60),
      let seconds = number(bytes[17...18], below: 60)
    else { return nil }
    return start(of: date) + ahead + Int64(hours * 3_600 + minutes * 60 + seconds)
  }

  private static func number(_ bytes: ArraySlice<UInt8>, below limit: Int) -> Int? {
    var value = 0
    for byte in bytes {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value < limit ? value : nil
  }
}
