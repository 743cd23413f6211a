import ExpressionLanguage

/// Cuts ranges of days where the calendar does: by years, then months, then days.
///
/// Most of what the law counts turns with a year or a month, so pieces cut so are steady soonest.
enum DaySplit {
  /// The two parts of a range of at least two days.
  static func halves(
    _ days: ClosedRange<CivilDate>
  ) -> (ClosedRange<CivilDate>, ClosedRange<CivilDate>) {
    let (first, last) = (days.lowerBound.parts, days.upperBound.parts)
    var cut: CivilDate?
    if first.year < last.year {
      cut = CivilDate(year: (first.year + last.year + 1) / 2, month: 1, day: 1)
    } else if first.month < last.month {
      cut = CivilDate(year: first.year, month: (first.month + last.month + 1) / 2, day: 1)
    }
    let middle = CivilDate(day: (Int(days.lowerBound.day) + Int(days.upperBound.day) + 1) / 2)
    let start = cut ?? middle ?? days.upperBound
    let eve = start.adding(days: -1) ?? days.lowerBound
    return (days.lowerBound...eve, start...days.upperBound)
  }
}
