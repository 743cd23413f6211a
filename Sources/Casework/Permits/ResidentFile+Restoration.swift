import ExpressionLanguage

extension ResidentFile {
  /// A supervisor undoes a cancellation or confiscation in error: state, due date, tenure and card
  /// are as they were, and if the due date passed meanwhile the permit is suspended.
  ///
  /// Whoever had a hand in the end does not undo it, and a person who has applied anew or holds
  /// another permit keeps to that.
  func restore(_ reason: String, at desk: Desk) throws(Rejection) -> [Event] {
    guard let permit = permits.last, let end = permit.end else { throw .nothingToRestore }
    let reason = try PlainLine.reason(reason)
    if end.by.contains(where: { $0.account == desk.actor.account }) { throw .restoredBySameHand }
    if let open = applications.open { throw .appliedAnew(open.number) }
    let restored = Event.permit(.restored(reason: reason))
    var file = self
    file.apply(FileEntry(restored, on: desk.today, by: desk.actor.hand))
    let overdue = try file.duePermitEvents(at: desk)
    guard let due = end.due else { throw .nothingToRestore }
    let told = NoticeText.restored(
      due: due,
      isSuspended: !overdue.isEmpty || end.was == .suspended
    )
    return [restored] + overdue
      + [notice("permit/\(permit.number)/restored/\(desk.today)", told)]
  }
}

extension Rejection {
  static var nothingToRestore: Rejection {
    Rejection(
      "nothing-to-restore",
      Bilingual(
        "no permit of this person is cancelled or confiscated",
        "当事人没有已注销或者被收缴的居住证"
      ),
      remedy: Bilingual(
        "a suspended permit is restored by late endorsement",
        "使用功能中止的，请补办签注"
      )
    )
  }

  static var restoredBySameHand: Rejection {
    Rejection(
      "restored-by-same-hand",
      Bilingual(
        "whoever ended the permit does not restore it",
        "作出注销或者收缴的人员不得恢复"
      ),
      remedy: Bilingual("another supervisor restores it", "请由另一名主管办理")
    )
  }

  static func appliedAnew(_ number: Int) -> Rejection {
    Rejection(
      "application-open",
      Bilingual(
        "application \(number) for a new permit is open",
        "第\(number)号新申请正在办理"
      ),
      remedy: Bilingual(
        "decide that application, or let it be withdrawn",
        "请先办结或者由本人撤回该申请"
      )
    )
  }
}
