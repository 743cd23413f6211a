import ExpressionLanguage
import Policy
import Scoring

/// What the measures find of an applicant: whether the permit is open, and why.
struct PermitFinding {
  /// Whether the permit is open.
  let outcome: Outcome
  /// The conditions that are met or waived, the innermost of them.
  let grounds: [Reason]
  /// The conditions that are not met, the innermost of them.
  let unmet: [Reason]
  /// The facts that are missing where it cannot be told.
  let missing: [MissingName]
  /// How to seek review.
  let remedies: [Bilingual]
  /// The texts that decided.
  let texts: [LawText]
  /// The facts and records that the conditions use, by their stable names.
  let used: Set<String>

  /// Reads what was found.
  init(_ result: PermitResult, by law: OfficeLaw) {
    let channel = result.channel
    let leaves = ConditionLeaves(channel.policy, law)
    outcome = channel.outcome
    grounds = leaves.reasons(in: channel.conditions, of: [.met, .waived])
    unmet = leaves.reasons(in: channel.conditions, of: [.notMet])
    missing = channel.missing
    remedies = channel.nextStep.remedy.filter(\.isCertain).map(\.text)
    texts = result.assessment.policies.map {
      LawText(measure: $0.id, version: $0.version, hash: $0.hash)
    }
    used = Set(channel.conditions.flatMap(\.factsUsed))
  }
}

/// The innermost conditions of an explanation that tell why, each with its article.
private struct ConditionLeaves {
  /// The channel's measure.
  let policy: String
  let law: OfficeLaw

  init(_ policy: String, _ law: OfficeLaw) {
    self.policy = policy
    self.law = law
  }

  func reasons(
    in conditions: [ConditionResult],
    of statuses: Set<ConditionStatus>
  ) -> [Reason] {
    conditions.filter { statuses.contains($0.status) }.flatMap { condition in
      // What is waived is waived whole: what stands below it was not needed.
      let below =
        condition.status == .waived ? [] : reasons(in: condition.children, of: statuses)
      return below.isEmpty ? [reason(condition)] : below
    }
  }

  private func reason(_ condition: ConditionResult) -> Reason {
    let place = condition.exception?.place ?? condition.place
    return Reason(
      words: condition.words,
      status: condition.status.rawValue,
      citation: Citation(
        measure: measure(of: place),
        place: place,
        standing: condition.standing
      )
    )
  }

  /// The measure in which a condition stands; conditions may be taken from another.
  private func measure(of place: Place) -> String {
    let set = law.assessor.set
    let measures = set.rules.filter { $0.place.path == place.path }.map {
      set.measures[$0.measure].id
    }
    return measures.contains(policy) ? policy : measures.first ?? policy
  }
}

extension ConditionResult {
  /// The facts and records that it and what stands below it use, by their stable names.
  fileprivate var factsUsed: [String] {
    (uses + (exception?.uses ?? [])).filter(\.isFact).map(\.id)
      + children.flatMap(\.factsUsed)
  }
}
