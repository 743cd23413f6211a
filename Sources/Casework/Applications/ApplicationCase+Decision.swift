import ExpressionLanguage
import Scoring

extension ApplicationCase {
  /// Approves what the measures find open, and nothing else.
  func approve(_ application: Application) throws(Rejection) -> [Event] {
    try checkReady(application, for: Bilingual("approved", "批准"))
    let finding = try finding(for: application)
    switch finding.outcome {
    case .open: return decision(on: application, finding, isApproval: true)
    case .closed: throw .conditionsNotMet(finding.unmet)
    case .undetermined: throw .undetermined(finding.missing)
    }
  }

  /// Refuses what the measures find closed; the reasons come from them.
  ///
  /// Nobody can refuse whoever meets the conditions (Reg. Art. 20).
  func refuse(_ application: Application) throws(Rejection) -> [Event] {
    try checkReady(application, for: Bilingual("refused", "不予批准"))
    let finding = try finding(for: application)
    switch finding.outcome {
    case .open: throw .conditionsMet
    case .closed:
      if finding.remedies.isEmpty { throw .noRemedy }
      return decision(on: application, finding, isApproval: false)
    case .undetermined: throw .undetermined(finding.missing)
    }
  }

  /// Reviewed, or accepted without asking anybody: then the facts must tell by themselves.
  ///
  /// A department that is asked is waited for up to its last day, and never so long that the office
  /// would break its own: the term to issue goes on whatever departments take (Reg. Art. 9). After
  /// that the decision rests on what is known, and what is unknown still decides nothing.
  private func checkReady(
    _ application: Application,
    for asked: Bilingual
  ) throws(Rejection) {
    guard application.state == .accepted || application.state == .reviewed else {
      throw .wrongState(application, for: asked, citing: [CaseLaw.howToApply])
    }
    let last = terms.issueDue(application)?.day ?? .latest
    let open = application.openChecks.filter { today <= $0.due.day && today < last }
      .map(\.department)
    if !open.isEmpty { throw .checksOpen(open.map(Departments(law: law).words)) }
  }

  /// What the measures say of the applicant by what is known today.
  func finding(for application: Application) throws(Rejection) -> PermitFinding {
    let facts = file.facts(on: today, known: today, basis: application.basis, by: law)
    let impossible = try law.impossible(facts, on: today)
    if !impossible.isEmpty { throw .impossibleFacts(impossible) }
    return PermitFinding(try law.assessPermit(facts, on: today), by: law)
  }

  private func decision(
    on application: Application,
    _ finding: PermitFinding,
    isApproval: Bool
  ) -> [Event] {
    // Of several words on one fact only the one that counted was used.
    let used = file.facts.standing(on: today).values.filter { item in
      finding.used.contains(NameKey.identifier(item.statement.fact))
    }
    let decision = ApplicationDecision(
      isApproval: isApproval,
      on: today,
      reasons: isApproval ? finding.grounds : finding.unmet,
      remedies: isApproval ? [] : finding.remedies,
      law: finding.texts,
      facts: used.map(\.number).sorted()
    )
    return events(
      .decided(number: application.number, decision: decision),
      telling: notices.decision(application, decision)
    )
  }
}
