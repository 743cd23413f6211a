import ExpressionLanguage

extension ResidentFile {
  /// Decides what is asked about the permit.
  ///
  /// What time has made due is put down first, so that a command finds the permit as it stands on
  /// the day, whether or not the day's work was done: both ways lead to the same file.
  func decide(_ command: PermitCommand, at desk: Desk) throws(Rejection) -> [Event] {
    let overdue = try duePermitEvents(at: desk)
    var file = self
    for event in overdue { file.apply(FileEntry(event, on: desk.today, by: desk.actor.hand)) }
    return overdue + (try file.carryOut(command, at: desk))
  }

  private func carryOut(_ command: PermitCommand, at desk: Desk) throws(Rejection) -> [Event] {
    switch command {
    case .issue(let application, let serial):
      try issue(application, serial, at: desk)
    case .endorse: try endorse(at: desk)
    case .refuseEndorsement: try refuseEndorsement(at: desk)
    case .reportLoss: try reportLoss(at: desk)
    case .reportDamage: try reportDamage(at: desk)
    case .replaceCard(let serial, let isOldHandedIn, let paidFen):
      try replaceCard(serial, isOldHandedIn, paidFen, at: desk)
    case .cancel(let ground, let from): try cancel(ground, from, at: desk)
    case .proposeConfiscation(let ground, let evidence):
      try proposeConfiscation(ground, evidence, at: desk)
    case .confirmConfiscation: try confirmConfiscation(at: desk)
    case .dropConfiscation(let reason): try dropConfiscation(reason, at: desk)
    case .restore(let reason): try restore(reason, at: desk)
    }
  }

  /// What time has made due on the permit by today: suspension from the day after the due date,
  /// whenever it is recorded (Decree 663, Article 10).
  func duePermitEvents(at desk: Desk) throws(Rejection) -> [Event] {
    guard let permit = permits.live, permit.state == .active, let due = permit.endorsementDue,
      due < desk.today, let from = due.adding(days: 1)
    else { return [] }
    return [.permit(.suspended(from: from))]
  }

  /// The permit that is active or suspended.
  func livePermit() throws(Rejection) -> Permit {
    guard let permit = permits.live else { throw .noLivePermit(permits.last) }
    return permit
  }
}
