extension ResidentFile {
  /// Decides what is asked about the person.
  func decide(_ command: PersonCommand, at desk: Desk) throws(Rejection) -> Decided {
    Decided([])
  }
}
