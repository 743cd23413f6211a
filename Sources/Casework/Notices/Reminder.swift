import ExpressionLanguage

/// The reminders before one date that hurts, the farthest first.
///
/// Of all that would have gone out by a day only the nearest does: whoever was not written to for
/// a month hears once how things stand, not three times.
struct ReminderPlan {
  /// One reminder: when it goes out, and what tells its key from the others'.
  struct Stage {
    var day: CivilDate
    var suffix: String
  }

  private var stages: [Stage]

  /// The reminders that the contract sets before a due date; none where it sets none.
  init(before due: CivilDate, by law: OfficeLaw) {
    let lengths = (try? law.term("reminders before"))?.lengths ?? []
    stages = lengths.map { length in
      Stage(day: law.day(length, before: due), suffix: length.suffix)
    }
    sort()
  }

  /// Adds a day that the contract doesn't count, such as the opening of a window.
  mutating func add(_ day: CivilDate, _ suffix: String) {
    stages.append(Stage(day: day, suffix: suffix))
    sort()
  }

  /// The reminder that a day has reached, if it has reached one.
  func reached(on day: CivilDate) -> Stage? { stages.last { $0.day <= day } }

  private mutating func sort() {
    stages.sort { ($0.day, $0.suffix) < ($1.day, $1.suffix) }
  }
}

extension Term.Length {
  /// The length as keys of notices have it: `7`, `7w` for working days, `2m` for months.
  fileprivate var suffix: String {
    switch self {
    case .days(let count): "\(count)"
    case .workingDays(let count): "\(count)w"
    case .months(let count): "\(count)m"
    }
  }
}
