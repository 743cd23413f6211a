import ExpressionLanguage

extension ApplicationCase {
  /// Lengthens the term to issue, once, before it is over, as far as the measure allows.
  ///
  /// It may where an implementing measure says so, to thirty days at most (Reg. Art. 9).
  func extendTerm(of application: Application, _ reason: String) throws(Rejection) -> [Event] {
    switch application.state {
    case .accepted, .reviewed, .approved: break
    case .submitted, .supplementNeeded, .refused, .issued, .notAccepted, .withdrawn,
      .closedUnfinished:
      throw .wrongState(
        application,
        for: Bilingual("given a longer term", "延长期限"),
        citing: [CaseLaw.howToApply]
      )
    }
    let reason = try PlainLine.readOptional(reason, Bilingual("the reason", "理由"))
    if reason.isEmpty { throw .noReason(citing: [CaseLaw.howToApply, CaseLaw.extending]) }
    if application.extensionReason != nil { throw .extendedBefore(application) }
    let term = try law.term("days to issue")
    guard let due = terms.issueDue(application) else { throw .noSuchTerm(term.name) }
    if today > due.day { throw .termOver(due, term) }
    var longer = application
    longer.extensionReason = reason
    guard let extended = terms.issue(longer), let later = terms.issueDue(longer),
      later.day > due.day
    else { throw .noExtension(term) }
    return events(
      .termExtended(number: application.number, reason: reason),
      telling: notices.longerTerm(application, reason, until: later, by: extended)
    )
  }
}
