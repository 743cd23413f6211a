/// A minute on the measure's own clock, such as the close of a declaration at 20:00.
package struct CivilInstant: Hashable, Comparable, Sendable {
  /// Minutes since 1970-01-01 00:00 on that clock.
  package let minute: Int64

  /// Creates an instant from minutes since 1970-01-01 00:00.
  init(minute: Int64) { self.minute = minute }

  /// Creates an instant from a day and a time; `nil` where the clock has no such time.
  package init?(_ date: CivilDate, hour: Int, minute: Int) {
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    self.minute = Int64(date.day) * 1_440 + Int64(hour * 60 + minute)
  }

  /// Creates an instant from `2024-01-31 20:00`, or from a date alone, which is its midnight.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    if let date = CivilDate(text) {
      self.init(date, hour: 0, minute: 0)
      return
    }
    guard bytes.count == 16, bytes[10] == UInt8(ascii: " ") || bytes[10] == UInt8(ascii: "T"),
      bytes[13] == UInt8(ascii: ":"), let date = CivilDate(String(text.prefix(10))),
      let hour = CivilDate.digits(bytes[11..<13]), let minute = CivilDate.digits(bytes[14..<16])
    else { return nil }
    self.init(date, hour: hour, minute: minute)
  }

  /// Whether `lhs` is the earlier minute.
  package static func < (lhs: CivilInstant, rhs: CivilInstant) -> Bool { lhs.minute < rhs.minute }
}

extension CivilInstant {
  /// The day in which the minute lies.
  package var date: CivilDate { CivilDate(day: Int(wholeDays)) ?? .latest }

  private var wholeDays: Int64 {
    minute >= 0 ? minute / 1_440 : -((1_439 - minute) / 1_440)
  }
}

extension CivilInstant: CustomStringConvertible {
  /// The instant as `2024-01-31 20:00`.
  package var description: String {
    let rest = Int(minute - wholeDays * 1_440)
    return "\(date) \(padded(rest / 60, 2)):\(padded(rest % 60, 2))"
  }
}
