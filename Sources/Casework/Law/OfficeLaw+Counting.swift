import ExpressionLanguage

extension OfficeLaw {
  /// How many days of a term's unit lie after one day, up to and with another; negative where the
  /// other is earlier.
  ///
  /// Months are told in days.
  func days(_ length: Term.Length, after day: CivilDate, through last: CivilDate) -> Int {
    switch length {
    case .days, .months: Int(last.day) - Int(day.day)
    case .workingDays:
      last < day ? -workingDays(after: last, through: day) : workingDays(after: day, through: last)
    }
  }

  private func workingDays(after day: CivilDate, through last: CivilDate) -> Int {
    // Weekdays since the Monday before 1970-01-01, a Thursday.
    func weekdays(upTo day: CivilDate) -> Int {
      let days = Int(day.day) + 3
      let (weeks, rest) = (days >= 0 ? days / 7 : (days - 6) / 7, (days % 7 + 7) % 7)
      return weeks * 5 + min(rest + 1, 5)
    }
    return weekdays(upTo: last) - weekdays(upTo: day)
  }
}
