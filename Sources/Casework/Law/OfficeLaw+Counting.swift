import ExpressionLanguage
import Policy

extension OfficeLaw {
  /// How many days of a term's unit lie after one day, up to and with another; negative where the
  /// other is earlier.
  ///
  /// Months are told in days.
  func days(_ length: Term.Length, after day: CivilDate, through last: CivilDate) -> Int {
    switch length {
    case .days, .months: Int(last.day) - Int(day.day)
    case .workingDays:
      last < day
        ? -calendar.workingDays(after: last, through: day).count
        : calendar.workingDays(after: day, through: last).count
    }
  }
}
