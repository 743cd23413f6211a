import ExpressionLanguage
import Policy
import Scoring

extension ApplicationCase {
  /// Hands an application in; the receipt goes out at once.
  ///
  /// Article 32 of the Administrative Licensing Law asks for a dated one.
  func submit(_ basis: Basis, _ medium: Medium, _ texts: [String]) throws(Rejection) -> [Event] {
    guard law.permitChannel != nil else { throw .noWayToPermit }
    try checkApplicant()
    let names = try papers.named(texts)
    return events(
      .submitted(basis: basis, medium: medium, papers: names, actedFor: representative),
      telling: notices.receipt(
        Application(
          number: file.applications.all.count + 1,
          basis: basis,
          medium: medium,
          submitted: today,
          actedFor: representative,
          papers: names
        )
      )
    )
  }

  /// Takes an application back; until it is approved the person may.
  func withdraw(_ application: Application) throws(Rejection) -> [Event] {
    switch application.state {
    case .submitted, .supplementNeeded, .accepted, .reviewed:
      events(.withdrawn(number: application.number), telling: notices.withdrawal(application))
    case .approved, .refused, .issued, .notAccepted, .withdrawn, .closedUnfinished:
      throw .wrongState(application, for: Bilingual("withdrawn", "撤回"))
    }
  }

  /// Says that the office is not the right one, why, and which is; only of what has just come in.
  ///
  /// Article 32 of the Administrative Licensing Law asks for it in writing.
  func decline(
    _ application: Application,
    _ reason: String,
    _ office: String
  ) throws(Rejection) -> [Event] {
    guard application.state == .submitted else {
      throw .wrongState(
        application,
        for: Bilingual("declined as not in scope", "不予受理"),
        citing: [CaseLaw.answering]
      )
    }
    let reason = try PlainLine.readOptional(reason, Bilingual("the reason", "理由"))
    if reason.isEmpty { throw .noReason(citing: [CaseLaw.answering]) }
    let what = Bilingual("the right office", "有权办理的机关")
    let office = try PlainLine.readOptional(office, what, atMost: 200)
    if office.isEmpty { throw .noRightOffice }
    try checkMayBeTurnedAway(application)
    let remedies = law.permitRemedies(on: today)
    if remedies.isEmpty { throw .noRemedy }
    return events(
      .declined(number: application.number, reason: reason, rightOffice: office),
      telling: notices.notInScope(application, reason, office, remedies)
    )
  }

  /// Refuses to turn away whoever lives here and meets the conditions, by Article 20 of the
  /// Regulations.
  private func checkMayBeTurnedAway(_ application: Application) throws(Rejection) {
    let here = law.assessor.set.jurisdiction
    guard file.person.residence(on: today)?.residence.place == here else { return }
    let finding: PermitFinding
    // What cannot be told yet does not keep the office from saying that it is not the right one.
    do throws(Rejection) { finding = try self.finding(for: application) } catch { return }
    if finding.outcome == .open { throw .eligibleTurnedAway }
  }

  /// The file of a resident who applies for another.
  private var representative: ResidentID? {
    guard desk.actor.role == .resident, desk.actor.resident != file.id else { return nil }
    return desk.actor.resident
  }

  private func checkApplicant() throws(Rejection) {
    if file.person.identity == nil { throw .noIdentity }
    if file.permits.last?.end?.ground == .died { throw .applicantDied }
    let livesHere = file.person.residences.contains { registration in
      registration.residence.from <= today && registration.last.map { $0 >= today } ?? true
    }
    if !livesHere { throw .noResidence }
    if let open = file.applications.open { throw .applicationOpen(open) }
    if file.permits.live != nil { throw .permitLive }
  }
}
