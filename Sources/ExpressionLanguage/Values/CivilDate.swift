/// A day of the proleptic Gregorian calendar, from 0001-01-01 to 9999-12-31.
///
/// Stored as days since 1970-01-01, so that windows and ages are integer arithmetic and no
/// calendar, locale or time zone can touch a decision.
package struct CivilDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  package let day: Int32

  /// 0001-01-01.
  package static let earliest = CivilDate(uncheckedDay: -719_162)
  /// 9999-12-31.
  package static let latest = CivilDate(uncheckedDay: 2_932_896)

  private init(uncheckedDay day: Int32) { self.day = day }

  /// Creates a date from days since 1970-01-01; `nil` outside the years 1 to 9999.
  package init?(day: Int) {
    guard (Int(CivilDate.earliest.day)...Int(CivilDate.latest.day)).contains(day) else {
      return nil
    }
    self.day = Int32(day)
  }

  /// Creates a date from its parts; `nil` where the calendar has no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CivilDate.length(ofMonth: month, year: year)
    else { return nil }
    self.day = Int32(CivilDate.days(year: year, month: month, day: day))
  }

  /// Creates a date from `2024-01-31`; `nil` for any other form and for days that do not exist.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = CivilDate.digits(bytes[0..<4]), let month = CivilDate.digits(bytes[5..<7]),
      let day = CivilDate.digits(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The year, month and day of the month.
  package var parts: (year: Int, month: Int, day: Int) {
    let shifted = Int(day) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// Which way a month without the wanted day rounds: 31 August + 6 months.
  package enum MonthEnd: Sendable {
    /// To the last day of that month.
    case down
    /// To the first day of the month after.
    case up
  }

  /// The date `months` later (or earlier, when negative), or `nil` outside the years 1 to 9999.
  package func adding(months: Int, monthEnd: MonthEnd) -> CivilDate? {
    let parts = self.parts
    let ordinal = parts.year * 12 + parts.month - 1 + months
    let year = ordinal >= 0 ? ordinal / 12 : -1
    let month = ordinal % 12 + 1
    guard (1...9999).contains(year) else { return nil }
    let length = CivilDate.length(ofMonth: month, year: year)
    let last = CivilDate.days(year: year, month: month, day: min(parts.day, length))
    if parts.day <= length { return CivilDate(uncheckedDay: Int32(last)) }
    return CivilDate(day: monthEnd == .down ? last : last + 1)
  }

  /// The date `days` later (or earlier, when negative), or `nil` outside the years 1 to 9999.
  package func adding(days: Int) -> CivilDate? { CivilDate(day: Int(day) + days) }

  /// The month that holds the date.
  package var month: CivilMonth {
    let parts = self.parts
    return CivilMonth(ordinal: Int32(parts.year * 12 + parts.month - 1))
  }

  /// Whether `lhs` is the earlier day.
  package static func < (lhs: CivilDate, rhs: CivilDate) -> Bool { lhs.day < rhs.day }

  /// The number of days in a month.
  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01 of a day that exists.
  static func days(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The number that ASCII digits spell, or `nil` where anything else stands among them.
  static func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
    var number = 0
    for byte in bytes {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }
}

extension CivilDate: CustomStringConvertible {
  /// The date as `2024-01-31`.
  package var description: String {
    let parts = self.parts
    return "\(padded(parts.year, 4))-\(padded(parts.month, 2))-\(padded(parts.day, 2))"
  }
}

/// `number` with leading zeros up to `width` digits.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
