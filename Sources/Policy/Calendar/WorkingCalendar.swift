package import ExpressionLanguage

/// Which days are worked, year by year, as far as they have been published.
///
/// A week has five working days. What a notice published for a year takes off or makes up is kept
/// as the few days that differ; everything else is arithmetic. Where a year has not been published,
/// only weekends are known to be off, and whatever was counted there is provisional.
package struct WorkingCalendar: Sendable {
  /// One holiday, with the weekend days that are worked for it.
  package struct Holiday: Sendable {
    /// Its name.
    package var name: Bilingual
    /// The days off; `nil` where a row only makes up days for a holiday of another year.
    package var days: ClosedRange<CivilDate>?
    /// The weekend days that are worked for it.
    package var makeUpDays: [CivilDate]
    /// How well it is founded.
    package var standing: StandingNote
    /// What it cites.
    package var sources: [SourceReference]

    /// Creates a holiday.
    package init(
      name: Bilingual,
      days: ClosedRange<CivilDate>?,
      makeUpDays: [CivilDate] = [],
      standing: StandingNote,
      sources: [SourceReference] = []
    ) {
      self.name = name
      self.days = days
      self.makeUpDays = makeUpDays
      self.standing = standing
      self.sources = sources
    }
  }

  /// One published year.
  package struct Year: Sendable {
    /// The year.
    package var year: Int
    /// Its holidays, in the order of the text.
    package var holidays: [Holiday]
    /// How well it is founded.
    package var standing: StandingNote
    /// What it cites.
    package var sources: [SourceReference]

    /// Creates a year.
    package init(
      year: Int,
      holidays: [Holiday],
      standing: StandingNote,
      sources: [SourceReference] = []
    ) {
      self.year = year
      self.holidays = holidays
      self.standing = standing
      self.sources = sources
    }
  }

  /// The text that it was read from; what was counted by it can be counted by it again.
  package let text: PolicyText
  /// Its title.
  package let title: Bilingual
  /// The published years, in order, without a gap.
  package let years: [Year]

  /// The days that differ from their weekday, in order.
  private let differing: [Int]
  /// How many working days those up to each of them add or take.
  private let sums: [Int]

  /// Creates a calendar.
  ///
  /// - Precondition: `years` are in order, without a gap.
  /// - Complexity: O(*n* log *n*) in the number of days off.
  package init(text: PolicyText, title: Bilingual, years: [Year]) {
    self.text = text
    self.title = title
    self.years = years
    var changes: [Int: Int] = [:]
    for holiday in years.flatMap(\.holidays) {
      if let days = holiday.days {
        for day in Int(days.lowerBound.day)...Int(days.upperBound.day)
        where !WorkingCalendar.isWeekend(day) {
          changes[day] = -1
        }
      }
      for day in holiday.makeUpDays where WorkingCalendar.isWeekend(Int(day.day)) {
        changes[Int(day.day)] = 1
      }
    }
    differing = changes.keys.sorted()
    var sum = 0
    sums = differing.map { day in
      sum += changes[day] ?? 0
      return sum
    }
  }

  /// The calendar of which no year is published: weekends are off, and all is provisional.
  package static let weekendsOnly = WorkingCalendar(
    text: PolicyText(id: "", path: "", hash: ""),
    title: Bilingual("weekends only", "仅计周末"),
    years: []
  )

  /// Its identifier, such as `china/working-days`; empty for that of weekends only.
  package var id: String { text.id }

  /// The published years; `nil` where there is none.
  package var knownYears: ClosedRange<Int>? {
    guard let first = years.first, let last = years.last else { return nil }
    return first.year...last.year
  }

  /// The last published year.
  package var lastKnownYear: Int? { years.last?.year }

  /// Whether the year of `day` is published.
  package func isKnown(_ day: CivilDate) -> Bool {
    knownYears?.contains(day.parts.year) ?? false
  }

  /// Whether `day` is worked; in a year that is not published, by its weekday only.
  ///
  /// - Complexity: O(log *n*) in the number of days that differ.
  package func isWorkingDay(_ day: CivilDate) -> Bool {
    worked(through: Int(day.day)) > worked(through: Int(day.day) - 1)
  }

  /// How many working days there are after one day, up to and with another; 0 where it is not later.
  ///
  /// The inverse of adding: the day itself on which a period is set going does not count.
  ///
  /// - Complexity: O(log *n*) in the number of days that differ.
  package func workingDays(
    after start: CivilDate,
    through end: CivilDate
  ) -> (count: Int, isProvisional: Bool) {
    guard start < end else { return (0, false) }
    let count = worked(through: Int(end.day)) - worked(through: Int(start.day))
    return (count, isProvisional(from: Int(start.day) + 1, through: Int(end.day)))
  }

  /// The working day that is so many after a day, or before it where the number is negative.
  ///
  /// The day itself does not count; 0 gives it back, worked or not. The result is provisional where
  /// a day that was counted lies in a year that is not published.
  ///
  /// - Returns: `nil` outside the years 1 to 9999.
  /// - Complexity: O(log *n* · log *m*) in the number of working days and of days that differ.
  package func adding(
    workingDays: Int,
    to start: CivilDate
  ) -> (day: CivilDate, isProvisional: Bool)? {
    if workingDays == 0 { return (start, false) }
    // All days that there are; more would only overflow.
    guard (-4_000_000...4_000_000).contains(workingDays) else { return nil }
    let origin = Int(start.day)
    let farthest = (abs(workingDays) + differing.count) * 7 / 5 + 14
    let wanted: Int
    var low: Int
    var high: Int
    if workingDays > 0 {
      wanted = worked(through: origin) + workingDays
      (low, high) = (origin + 1, origin + farthest)
    } else {
      wanted = worked(through: origin - 1) + workingDays + 1
      (low, high) = (origin - farthest, origin - 1)
    }
    // The first day by which so many have been worked is itself a working day.
    while low < high {
      let middle = low + (high - low) / 2
      if worked(through: middle) >= wanted { high = middle } else { low = middle + 1 }
    }
    guard let day = CivilDate(day: low) else { return nil }
    let counted = workingDays > 0 ? (origin + 1, low) : (low, origin - 1)
    return (day, isProvisional(from: counted.0, through: counted.1))
  }

  private func isProvisional(from first: Int, through last: Int) -> Bool {
    guard let low = CivilDate(day: first), let high = CivilDate(day: last) else { return true }
    return !isKnown(low) || !isKnown(high)
  }

  /// How many days have been worked since the Monday before 1970-01-01, up to and with `day`.
  private func worked(through day: Int) -> Int {
    let shifted = day + 3
    let week = shifted >= 0 ? shifted / 7 : (shifted - 6) / 7
    let weekdays = week * 5 + min(shifted - week * 7 + 1, 5)
    var (low, high) = (0, differing.count)
    while low < high {
      let middle = (low + high) / 2
      if differing[middle] <= day { low = middle + 1 } else { high = middle }
    }
    return weekdays + (low == 0 ? 0 : sums[low - 1])
  }

  /// Whether a day is a Saturday or a Sunday; day 0 is a Thursday.
  static func isWeekend(_ day: Int) -> Bool {
    let rest = (day + 3) % 7
    return (rest < 0 ? rest + 7 : rest) >= 5
  }
}
