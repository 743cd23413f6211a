extension ResidentFile {
  /// The reminders that are due by today and have not gone out: before every date that hurts.
  func dueNoticeEvents(at desk: Desk) throws(Rejection) -> [Event] { [] }
}
