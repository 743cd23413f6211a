extension ResidentFile {
  /// Decides what is asked about the permit.
  func decide(_ command: PermitCommand, at desk: Desk) throws(Rejection) -> [Event] { [] }

  /// What time has made due on the permit by today: suspension.
  func duePermitEvents(at desk: Desk) throws(Rejection) -> [Event] { [] }
}
