package import ExpressionLanguage
import Policy
import Scoring

extension ResidentFile {
  /// What the person may have of each service on a day, in the order of the measures (Decree 663,
  /// Article 12–13, and what the local measure adds).
  package func entitlements(on day: CivilDate, by law: OfficeLaw) -> [Entitlement] {
    let facts = facts(on: day, by: law)
    let reasons = EntitlementReasons(of: self, on: day, by: law)
    let assessment: Assessment
    do throws(EvaluationFault) {
      if let contradiction = try law.assessor.impossible(facts, on: day).first {
        return undecided(.contradiction(contradiction), by: law)
      }
      assessment = try law.assessor.assess(facts, on: day)
    } catch { return undecided(.fault, by: law) }
    return assessment.services.map { service in
      let answer = Entitlement.Answer(service.answer)
      return Entitlement(
        service: service.id,
        name: service.name,
        answer: answer,
        reason: reasons.reason(of: service),
        citation: Citation(
          measure: service.policy,
          place: service.place,
          standing: service.standing
        ),
        providedBy: service.providedBy,
        missing: service.missing.map(\.id),
        validUntil: answer == .yes ? reasons.lastGoodDay : nil
      )
    }
  }

  /// What the person may have of one service on a day, by its stable name, such as
  /// `compulsory-education`; `nil` where no measure in force has it.
  package func mayHave(
    service: String,
    on day: CivilDate,
    by law: OfficeLaw
  ) -> Entitlement? {
    entitlements(on: day, by: law).first { $0.service == service }
  }

  /// The answer to everything where the facts cannot be decided on: unknown, never no.
  private func undecided(_ reason: Bilingual, by law: OfficeLaw) -> [Entitlement] {
    let set = law.assessor.set
    return set.services.map { service in
      Entitlement(
        service: NameKey.identifier(service.name.english),
        name: service.name,
        answer: .unknown,
        reason: reason,
        citation: Citation(
          measure: set.measures[service.measure].id,
          place: service.place,
          standing: service.standing.standing
        ),
        providedBy: service.providedBy,
        missing: [],
        validUntil: nil
      )
    }
  }
}

extension Entitlement.Answer {
  /// What a service says, as holders read it.
  fileprivate init(_ answer: ServiceResult.Answer) {
    switch answer {
    case .open: self = .yes
    case .closed: self = .no
    case .suspended: self = .suspended
    case .unknown: self = .unknown
    }
  }
}
