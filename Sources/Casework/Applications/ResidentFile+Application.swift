extension ResidentFile {
  /// Decides what is asked about an application.
  ///
  /// What time has made happen by today happens first, so that nothing hangs on when the day's work
  /// was done.
  func decide(_ command: ApplicationCommand, at desk: Desk) throws(Rejection) -> [Event] {
    let due = try dueApplicationEvents(at: desk)
    var file = self
    for event in due { file.apply(FileEntry(event, on: desk.today, by: desk.actor.hand)) }
    return due + (try ApplicationCase(file: file, desk: desk).decide(command))
  }

  /// What time has made due on applications by today: deemed acceptance, closing unfinished.
  func dueApplicationEvents(at desk: Desk) throws(Rejection) -> [Event] {
    guard let application = applications.open else { return [] }
    return ApplicationCase(file: self, desk: desk).due(on: application)
  }
}
