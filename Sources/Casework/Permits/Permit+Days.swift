package import ExpressionLanguage

extension Permit {
  /// Where it stands on a day from its issue on: suspended as soon as the due date has passed,
  /// whether or not the day's work has recorded it yet (Decree 663, Article 10).
  ///
  /// It tells the past as well: a day between a missed due date and the late endorsement was one of
  /// suspension, a day before a cancellation took effect was not one of cancellation.
  ///
  /// - Complexity: O(*n*) in the endorsements.
  package func state(on day: CivilDate) -> State {
    if let end, end.on <= day { return state }
    guard let due = endorsementDue(on: day) else { return state }
    return day > due ? .suspended : .active
  }

  /// The due date that ran on a day; after an end, the one that would have run.
  ///
  /// - Complexity: O(*n*) in the endorsements.
  package func endorsementDue(on day: CivilDate) -> CivilDate? {
    endorsements.first { $0.on > day }?.due ?? endorsementDue ?? end?.due
  }

  /// The day on which the residence tenure began that ran on a day.
  func tenureStart(on day: CivilDate) -> CivilDate {
    tenureStarts.last { $0 <= day } ?? issued
  }

  /// The last day that counts for the tenure, seen from a day: the day itself while the permit is
  /// active, the due date while it is suspended, the day before it ended.
  func lastCounted(on day: CivilDate) -> CivilDate {
    var last = day
    if let due = endorsementDue(on: day) { last = min(last, due) }
    if let end { last = min(last, end.on.adding(days: -1) ?? end.on) }
    return last
  }
}
