import ExpressionLanguage

extension ResidentFile {
  /// The reminders that are due by today and have not gone out: before every date that hurts.
  ///
  /// Each goes out once, by its key, such as `endorsement/2027-03-01/7`. Where the day's work was
  /// missed, the nearest one alone goes out, and those before it never do. A day before which the
  /// contract sets no reminder has none but the opening of its window and the suspension itself.
  ///
  /// What still waits for somebody who has died reminds nobody.
  func dueNoticeEvents(at desk: Desk) throws(Rejection) -> [Event] {
    if permits.last?.end?.ground == .died { return [] }
    var events: [Event] = []
    for clock in clocks(on: desk.today, by: desk.law) where clock.waitsFor == .resident {
      guard let due = clock.due, let (key, text) = reminder(of: clock, due, at: desk),
        !notices.contains(key)
      else { continue }
      events.append(notice(key, text))
    }
    return events
  }

  private func reminder(
    of clock: CaseClock,
    _ due: DueDate,
    at desk: Desk
  ) -> (key: String, text: NoticeText)? {
    if clock.id == CaseClock.endorsement { return endorsementReminder(clock, due.day, at: desk) }
    // Once the term has run out, the case itself moves on, and says so.
    guard desk.today <= due.day,
      let stage = ReminderPlan(before: due.day, by: desk.law).reached(on: desk.today)
    else { return nil }
    let application = clock.application.map { "/\($0)" } ?? ""
    return (
      "\(clock.id)\(application)/\(due.day)/\(stage.suffix)",
      .clock(clock, due: due, today: desk.today)
    )
  }

  private func endorsementReminder(
    _ clock: CaseClock,
    _ due: CivilDate,
    at desk: Desk
  ) -> (key: String, text: NoticeText)? {
    let places = desk.law.places
    if desk.today > due {
      return (
        "\(clock.id)/\(due)/suspended",
        .suspended(
          since: due,
          restarts: try? desk.law.tenureRestarts(),
          at: places,
          clock.citation
        )
      )
    }
    guard let cycle = try? EndorsementCycle(desk.law) else { return nil }
    let opens = cycle.opens(before: due)
    var plan = ReminderPlan(before: due, by: desk.law)
    plan.add(opens, "opens")
    guard let stage = plan.reached(on: desk.today) else { return nil }
    return (
      "\(clock.id)/\(due)/\(stage.suffix)",
      .endorsementDue(
        due,
        opens: opens,
        refusal: permits.live?.refusal,
        today: desk.today,
        at: places,
        clock.citation
      )
    )
  }
}
