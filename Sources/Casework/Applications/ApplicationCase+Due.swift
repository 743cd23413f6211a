import ExpressionLanguage

extension ApplicationCase {
  /// What time has made happen to an open application by today, with the days on which it did.
  func due(on application: Application) -> [Event] {
    switch application.state {
    case .submitted:
      deem(application, since: application.submitted, after: terms.notifyDue(application))
    case .supplementNeeded:
      if let completed = application.completed {
        deem(application, since: completed, after: terms.acceptDue(application))
      } else {
        closeUnfinished(application)
      }
    case .accepted, .reviewed, .approved, .refused, .issued, .notAccepted, .withdrawn,
      .closedUnfinished:
      []
    }
  }

  /// Silence accepts, as of the day on which the papers came in.
  ///
  /// So says Article 32 of the Administrative Licensing Law. Once all is there that a notice named,
  /// nothing more can be asked for, so that the same holds from that day.
  private func deem(
    _ application: Application,
    since day: CivilDate,
    after due: DueDate?
  ) -> [Event] {
    guard let due, today > due.day else { return [] }
    return events(
      .accepted(number: application.number, since: day, isDeemed: true),
      telling: notices.acceptance(application, since: day, isDeemed: true)
    )
  }

  private func closeUnfinished(_ application: Application) -> [Event] {
    guard let due = application.notice?.due.day, today > due else { return [] }
    return events(
      .closedUnfinished(number: application.number, due: due),
      telling: notices.closedUnfinished(application, due: due, law.permitRemedies(on: today))
    )
  }
}
