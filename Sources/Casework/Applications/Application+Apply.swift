import ExpressionLanguage

extension Application {
  /// One that was handed in.
  init?(_ event: ApplicationEvent, number: Int, on day: CivilDate) {
    guard case .submitted(let basis, let medium, let papers, let actedFor) = event else {
      return nil
    }
    self.init(
      number: number,
      basis: basis,
      medium: medium,
      submitted: day,
      actedFor: actedFor,
      papers: papers
    )
  }

  /// Folds what happened to it.
  ///
  /// Whatever was decided is taken as it is: the machine refused what could not be.
  mutating func apply(_ event: ApplicationEvent, on day: CivilDate) {
    switch event {
    case .submitted: break
    case .noticeGiven(_, let notice):
      self.notice = notice
      state = .supplementNeeded
    case .supplemented(_, let more):
      papers += more.filter { !papers.contains($0) }
      if notice != nil, stillMissing.isEmpty { completed = completed ?? day }
    case .accepted(_, let since, let isDeemed):
      accepted = since
      isDeemedAccepted = isDeemed
      state = .accepted
    case .declined: end(.notAccepted, on: day)
    case .withdrawn: end(.withdrawn, on: day)
    case .closedUnfinished(_, let due): end(.closedUnfinished, on: due.adding(days: 1) ?? due)
    case .departmentAsked(_, let check):
      checks.append(check)
      state = .accepted
    case .checkAnswered(_, let department): answer(department, on: day)
    case .relocationConfirmed(_, let isConfirmed, _): relocationConfirmed = isConfirmed
    case .termExtended(_, let reason): extensionReason = reason
    case .decided(_, let decision): settle(decision)
    }
  }

  /// It is over in a state.
  mutating func end(_ final: State, on day: CivilDate) {
    state = final
    ended = day
  }

  /// The last answer is what makes it reviewed.
  private mutating func answer(_ department: String, on day: CivilDate) {
    for index in checks.indices
    where checks[index].department == department && checks[index].answered == nil {
      checks[index].answered = day
    }
    if state == .accepted, openChecks.isEmpty { state = .reviewed }
  }

  private mutating func settle(_ decision: ApplicationDecision) {
    self.decision = decision
    if decision.isApproval {
      state = .approved
    } else {
      end(.refused, on: decision.on)
    }
  }
}
