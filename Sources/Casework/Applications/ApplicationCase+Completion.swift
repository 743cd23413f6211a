import ExpressionLanguage

extension ApplicationCase {
  /// Tells once all that is missing, by Article 9 of the Regulations.
  func giveNotice(on application: Application) throws(Rejection) -> [Event] {
    if application.notice != nil { throw .noticeGivenBefore(application) }
    guard application.state == .submitted else {
      if application.isDeemedAccepted { throw .noticeTooLate(application) }
      throw .wrongState(
        application,
        for: Bilingual("sent a one-time notice", "发出一次性告知书"),
        citing: [CaseLaw.howToApply]
      )
    }
    let missing = try papers.missing(for: application, in: file, on: today)
    if missing.isEmpty { throw .nothingMissing(application) }
    let term = try law.term("days to supplement")
    guard let length = term.length else { throw .noSuchTerm(term.name) }
    let notice = OneTimeNotice(missing: missing, on: today, due: law.due(length, after: today))
    return events(
      .noticeGiven(number: application.number, notice: notice),
      telling: notices.oneTimeNotice(application, notice, citing: term.citation)
    )
  }

  /// Takes papers; what is there already changes nothing.
  func supplement(_ application: Application, _ texts: [String]) throws(Rejection) -> [Event] {
    guard application.state == .submitted || application.state == .supplementNeeded else {
      throw .wrongState(
        application,
        for: Bilingual("given more papers", "补充材料"),
        citing: [CaseLaw.howToApply]
      )
    }
    if texts.isEmpty { throw .noPapers(application.stillMissing.map(papers.words)) }
    let more = try papers.named(texts).filter { !application.papers.contains($0) }
    if more.isEmpty { return [] }
    return [.application(.supplemented(number: application.number, papers: more))]
  }

  /// Accepts it: from this day the term to issue counts.
  ///
  /// After a notice only what it named can be missing (Reg. Art. 9).
  func accept(_ application: Application) throws(Rejection) -> [Event] {
    let missing: [String]
    switch application.state {
    case .submitted: missing = try papers.missing(for: application, in: file, on: today)
    case .supplementNeeded: missing = application.stillMissing
    case .accepted, .reviewed, .approved, .refused, .issued, .notAccepted, .withdrawn,
      .closedUnfinished:
      throw .wrongState(
        application,
        for: Bilingual("accepted", "受理"),
        citing: [CaseLaw.howToApply]
      )
    }
    if !missing.isEmpty { throw .papersMissing(application, missing.map(papers.words)) }
    return events(
      .accepted(number: application.number, since: today, isDeemed: false),
      telling: notices.acceptance(application, since: today, isDeemed: false)
    )
  }
}
