import ExpressionLanguage

extension ResidentFile {
  /// Decides a command on this file.
  ///
  /// The one door: who may is asked first, then the state machine that the command is for.
  ///
  /// - Returns: The events that follow; the caller appends them, with the legal date and the hand.
  /// - Throws: A `Rejection` with reason, article and remedy; nothing happened.
  package func decide(_ command: Command, at desk: Desk) throws(Rejection) -> Decided {
    try AccessTable.check(command.action, on: self, at: desk)
    if isEmpty {
      guard case .person(.register) = command else { throw .noSuchFile }
    }
    if let survivor = person.mergedInto { throw .merged(into: survivor) }
    switch command {
    case .person(let command): return try decide(command, at: desk)
    case .fact(let command): return Decided(try decide(command, at: desk))
    case .application(let command): return Decided(try decide(command, at: desk))
    case .permit(let command): return Decided(try decide(command, at: desk))
    case .dayWork: return Decided(try dayWork(at: desk))
    }
  }

  /// What time has made due by today, in the order in which it fell due.
  private func dayWork(at desk: Desk) throws(Rejection) -> [Event] {
    var file = self
    var events: [Event] = []
    let hand = Hand(account: desk.actor.account, role: desk.actor.role, office: desk.actor.office)
    // Each part sees what the one before has made happen: a closed case needs no reminder.
    for part in [
      ResidentFile.dueApplicationEvents, ResidentFile.duePermitEvents, ResidentFile.dueNoticeEvents,
    ] {
      let due = try part(file)(desk)
      for event in due { file.apply(FileEntry(event, on: desk.today, by: hand)) }
      events += due
    }
    return events
  }
}

extension Rejection {
  static var noSuchFile: Rejection {
    Rejection(
      "no-such-file",
      Bilingual("there is no such resident's file", "没有这份居民档案"),
      remedy: Bilingual("search by name, number or phone, or register", "请按姓名、号码或电话查找，或先登记")
    )
  }

  static func merged(into survivor: ResidentID) -> Rejection {
    Rejection(
      "merged-file",
      Bilingual(
        "this file was merged into \(survivor.text)",
        "本档案已并入 \(survivor.text)"
      ),
      remedy: Bilingual("work on \(survivor.text)", "请在 \(survivor.text) 上办理")
    )
  }
}
