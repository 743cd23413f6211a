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
  private func checkReady(
    _ application: Application,
    for asked: Bilingual
  ) throws(Rejection) {
    guard application.state == .accepted || application.state == .reviewed else {
      throw .wrongState(application, for: asked, citing: [CaseLaw.howToApply])
    }
    let open = application.openChecks.map(\.department)
    if !open.isEmpty { throw .checksOpen(open.map(Departments(law: law).words)) }
  }

  /// What the measures say of the applicant by what is known today.
  private func finding(for application: Application) throws(Rejection) -> PermitFinding {
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
    let used = file.facts.known(on: today).filter { item in
      finding.used.contains(NameKey.identifier(item.statement.fact))
    }
    let decision = ApplicationDecision(
      isApproval: isApproval,
      on: today,
      reasons: isApproval ? finding.grounds : finding.unmet,
      remedies: isApproval ? [] : finding.remedies,
      law: finding.texts,
      facts: used.map(\.number)
    )
    return events(
      .decided(number: application.number, decision: decision),
      telling: notices.decision(application, decision)
    )
  }
}
