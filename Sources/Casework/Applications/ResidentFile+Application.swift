extension ResidentFile {
  /// Decides what is asked about an application.
  func decide(_ command: ApplicationCommand, at desk: Desk) throws(Rejection) -> [Event] { [] }

  /// What time has made due on applications by today: deemed acceptance, closing unfinished.
  func dueApplicationEvents(at desk: Desk) throws(Rejection) -> [Event] { [] }
}
