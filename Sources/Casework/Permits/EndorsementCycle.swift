import ExpressionLanguage

/// When endorsements are due, by the office's contract (Decree 663, Article 10).
///
/// Each due date is counted from the anniversary itself, never from the due date before: a permit
/// of 29 February is due on 28 February, and on 29 February again in a leap year; one of 31 August
/// never drifts to 28. The day of issue does not count, so that the due date is the same day of a
/// later year, and on that day it is still in time.
struct EndorsementCycle {
  let law: OfficeLaw
  let every: Term.Length
  let window: Term.Length
  /// Where the period stands.
  let citation: Citation

  /// Reads the contract.
  init(_ law: OfficeLaw) throws(Rejection) {
    let every = try law.term("endorsement every")
    let window = try law.term("endorsement window")
    guard let length = every.length, length.isPositive else { throw .unreadable(every) }
    guard let opening = window.length else { throw .unreadable(window) }
    self.law = law
    self.every = length
    self.window = opening
    citation = every.citation
  }

  /// The end of the period of a number from 1 on.
  func day(_ count: Int, from anniversary: CivilDate) -> CivilDate {
    law.due(every.times(count), after: anniversary).day
  }

  /// The end of the first period that ends after a day.
  ///
  /// - Complexity: O(*n*) in the periods between.
  func next(after day: CivilDate, from anniversary: CivilDate) -> CivilDate {
    var count = 1
    var end = self.day(count, from: anniversary)
    while end <= day, end < .latest {
      count += 1
      end = self.day(count, from: anniversary)
    }
    return end
  }

  /// The day after which the period counts that ends on `due`.
  ///
  /// - Complexity: O(*n*) in the periods before.
  func start(of due: CivilDate, from anniversary: CivilDate) -> CivilDate {
    var start = anniversary
    var count = 1
    while true {
      let end = day(count, from: anniversary)
      if end >= due { return start }
      start = end
      count += 1
    }
  }

  /// The first day on which the endorsement due on `due` can be made.
  func opens(before due: CivilDate) -> CivilDate { law.day(window, before: due) }
}

extension OfficeLaw {
  /// The day that lies a length of time before another; a month without that day gives its last.
  ///
  /// For working days it is the last day from which the term still ends by `due`.
  func day(_ length: Term.Length, before due: CivilDate) -> CivilDate {
    switch length.withinCalendar {
    case .days(let count): return due.adding(days: -count) ?? .earliest
    case .months(let count): return due.adding(months: -count, monthEnd: .down) ?? .earliest
    case .workingDays:
      var day = due
      while self.due(length, after: day).day > due, let before = day.adding(days: -1) {
        day = before
      }
      return day
    }
  }
}

extension Term.Length {
  /// Whether it is longer than nothing.
  fileprivate var isPositive: Bool {
    switch self {
    case .days(let count), .workingDays(let count), .months(let count): count > 0
    }
  }

  fileprivate func times(_ factor: Int) -> Term.Length {
    // Both are cut to what the calendar holds, so that no product is beyond counting.
    let factor = min(factor, Term.Length.most)
    return switch withinCalendar {
    case .days(let count): .days(count * factor)
    case .workingDays(let count): .workingDays(count * factor)
    case .months(let count): .months(count * factor)
    }
  }
}
