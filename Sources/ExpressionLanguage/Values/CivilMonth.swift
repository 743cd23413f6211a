/// A month of the calendar, counted from the year 0.
package struct CivilMonth: Hashable, Comparable, Sendable {
  /// Twelve times the year, plus the month from 0.
  package let ordinal: Int32

  /// Creates a month from its ordinal.
  package init(ordinal: Int32) { self.ordinal = ordinal }

  /// Creates a month from `2024-01`; `nil` for any other form.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 7, let date = CivilDate(text + "-01") else { return nil }
    self = date.month
  }

  /// The first day of the month, or `nil` outside the years 1 to 9999.
  package var firstDay: CivilDate? {
    CivilDate(year: Int(ordinal) / 12, month: Int(ordinal) % 12 + 1, day: 1)
  }

  /// The last day of the month, or `nil` outside the years 1 to 9999.
  package var lastDay: CivilDate? {
    let (year, month) = (Int(ordinal) / 12, Int(ordinal) % 12 + 1)
    return CivilDate(
      year: year,
      month: month,
      day: CivilDate.length(ofMonth: month, year: year)
    )
  }

  /// Whether `lhs` is the earlier month.
  package static func < (lhs: CivilMonth, rhs: CivilMonth) -> Bool { lhs.ordinal < rhs.ordinal }
}

extension CivilMonth: CustomStringConvertible {
  /// The month as `2024-01`.
  package var description: String {
    "\(padded(Int(ordinal) / 12, 4))-\(padded(Int(ordinal) % 12 + 1, 2))"
  }
}
