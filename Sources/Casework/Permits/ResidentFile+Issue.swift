import ExpressionLanguage

extension ResidentFile {
  /// Makes the card of an approved application and hands it out (Decree 663, Article 9).
  ///
  /// A late issue is still an issue: the holder has a right to it, and the clock of the application
  /// shows how late it is.
  func issue(
    _ application: Int,
    _ serial: String,
    at desk: Desk
  ) throws(Rejection) -> [Event] {
    if permits.live != nil { throw .alreadyHolds }
    guard let approved = applications.application(application) else {
      throw .noSuchApplication(application, of: applications.all.count)
    }
    guard approved.state == .approved else { throw .applicationNotApproved(approved) }
    try desk.checkFree("fee first permit")
    try desk.checkSerial(serial, in: permits)
    let cycle = try EndorsementCycle(desk.law)
    let due = cycle.day(1, from: desk.today)
    let card = Card(serial: serial, made: desk.today)
    let opens = cycle.opens(before: due)
    return [
      .permit(.issued(application: application, card: card, due: due)),
      notice(
        "permit/\(permits.all.count + 1)/issued",
        .issued(due: due, opens: opens, cycle.citation, by: desk.law)
      ),
    ]
  }
}

extension Rejection {
  static var alreadyHolds: Rejection {
    Rejection(
      "already-holds-permit",
      Bilingual("this person holds a permit already", "当事人已持有居住证"),
      remedy: Bilingual(
        "endorse it, or replace its card; a second permit is never issued",
        "请签注或换领、补领证件；不另发第二个居住证"
      )
    )
  }

  static func applicationNotApproved(_ application: Application) -> Rejection {
    Rejection(
      "application-not-approved",
      Bilingual(
        "application \(application.number) is not approved: \(application.state.rawValue)",
        "第\(application.number)号申请未获批准或者已经办结"
      ),
      remedy: Bilingual(
        "a permit is issued once, after approval",
        "批准之后方可发证，且只发一次"
      )
    )
  }
}
