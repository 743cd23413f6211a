import ExpressionLanguage

extension ResidentFile {
  /// 注销, from a day on that is not in the future: by the holder or at the window where the holder
  /// leaves or gives it up, by staff where the office learns of it.
  ///
  /// While a confiscation is proposed the permit cannot be given up to escape it; a death and the
  /// office's own error end it all the same.
  func cancel(
    _ ground: CancellationGround,
    _ from: CivilDate,
    at desk: Desk
  ) throws(Rejection) -> [Event] {
    let permit = try livePermit()
    if ground.isForStaff, !desk.actor.role.isStaff { throw .groundForStaff(ground) }
    if ground == .issuedInError, desk.actor.role == .clerk { throw .errorIsForOfficers }
    if from > desk.today { throw .cancelledInFuture(desk.today) }
    if from < permit.issued { throw .cancelledBeforeIssue(permit.issued) }
    if permit.proposal != nil, !ground.endsInAnyCase { throw .confiscationPending }
    let cancelled = Event.permit(.cancelled(ground: ground, from: from))
    // Nobody writes to the dead.
    if ground == .died { return [cancelled] }
    let remedies = desk.law.permitRemedies(on: desk.today)
    if remedies.isEmpty { throw .noRemedyToTell }
    return [
      cancelled,
      notice(
        "permit/\(permit.number)/cancelled/\(from)",
        .cancelled(
          ground,
          from: from,
          remedies,
          ground.citations(by: desk.law),
          by: desk.law
        )
      ),
    ]
  }
}

extension CancellationGround {
  /// Whether only the office can know it.
  fileprivate var isForStaff: Bool {
    switch self {
    case .movedAway, .givenUp: false
    case .died, .settledHere, .issuedInError: true
    }
  }

  /// What it rests on, as far as the Regulations leave it to other law.
  fileprivate func citations(by law: OfficeLaw) -> [Citation] {
    switch self {
    case .settledHere: law.citations(of: .settlement)
    case .issuedInError: [CaseLaw.revoking, CaseLaw.strikingOff]
    case .died, .movedAway, .givenUp: [CaseLaw.strikingOff]
    }
  }

  /// Whether it ends a permit whose confiscation is proposed.
  fileprivate var endsInAnyCase: Bool { self == .died || self == .issuedInError }

  /// The ground in words.
  var words: Bilingual {
    switch self {
    case .movedAway: Bilingual("the holder moved away", "持证人迁离")
    case .died: Bilingual("the holder died", "持证人死亡")
    case .settledHere: Bilingual("the holder settled here", "持证人已在本地落户")
    case .givenUp: Bilingual("the holder gave it up", "持证人自愿放弃")
    case .issuedInError:
      Bilingual("the office had no ground to issue it", "不符合条件而误发")
    }
  }
}

extension Rejection {
  static func groundForStaff(_ ground: CancellationGround) -> Rejection {
    Rejection(
      "ground-for-staff",
      Bilingual(
        "only the office's own people cancel on this ground: \(ground.words.english)",
        "此项注销事由只能由工作人员办理：\(ground.words.chinese)"
      ),
      remedy: Bilingual(
        "tell a clerk at the window, with what proves it",
        "请持证明材料到窗口办理"
      )
    )
  }

  /// What an officer decided no window undoes.
  static var errorIsForOfficers: Rejection {
    Rejection(
      "ground-for-officers",
      Bilingual(
        "that a permit was issued in error is decided by a reviewer or a supervisor",
        "误发居住证的撤销由审核人员或者主管决定"
      ),
      citing: [CaseLaw.revoking],
      remedy: Bilingual("hand it on to a reviewer", "请转审核人员办理")
    )
  }

  static func cancelledInFuture(_ today: CivilDate) -> Rejection {
    Rejection(
      "cancelled-in-future",
      Bilingual(
        "a permit is cancelled from today, \(today.words.english), or an earlier day",
        "注销日期不得晚于今天（\(today.words.chinese)）"
      ),
      remedy: Bilingual("come again on that day", "请于该日再办理")
    )
  }

  static func cancelledBeforeIssue(_ issued: CivilDate) -> Rejection {
    Rejection(
      "cancelled-before-issue",
      Bilingual(
        "the permit was issued on \(issued.words.english) and cannot end before",
        "居住证于\(issued.words.chinese)签发，注销日期不得早于该日"
      ),
      remedy: Bilingual(
        "give \(issued.words.english) or a later day",
        "请填写\(issued.words.chinese)或之后的日期"
      )
    )
  }

  static var noRemedyToTell: Rejection {
    Rejection(
      "no-remedy-to-tell",
      Bilingual(
        "the measures name no way to seek review, and this decision must tell one",
        "办法未列明救济途径，而本决定必须告知"
      ),
      remedy: Bilingual("a policy officer completes the measure", "由政策人员补全办法")
    )
  }

  static var confiscationPending: Rejection {
    Rejection(
      "confiscation-pending",
      Bilingual(
        "a confiscation is proposed, and is decided first",
        "已提出收缴，须先作出决定"
      ),
      remedy: Bilingual(
        "another officer confirms the confiscation, or it is dropped",
        "由另一名工作人员确认收缴，或者撤回"
      )
    )
  }
}
