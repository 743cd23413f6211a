package import ExpressionLanguage
package import Policy

/// What a fact can still decide, with the words and the article that it decides by.
package struct AskingReason: Sendable {
  /// One condition, or one indicator that gives points.
  package struct Ground: Hashable, Sendable {
    /// The words of the measure.
    package var words: Bilingual
    /// Where they stand.
    package var place: Place
  }

  /// The channel or the service.
  package var goal: Bilingual
  /// The title of the measure.
  package var measure: Bilingual
  /// The conditions and indicators that wait for the fact; empty where the goal waits for it by a
  /// rule without words of its own.
  package var grounds: [Ground]
}

extension Assessor {
  /// Why a question is asked, by channel in the order of the assessment, then by service.
  package func reasons(for question: Question, in assessment: Assessment) -> [AskingReason] {
    var reasons: [AskingReason] = []
    for channel in assessment.channels {
      guard let index = index(of: channel),
        [Goal.outcome(index), .standing(index), .total(index)].contains(where: {
          question.goals.contains($0)
        })
      else { continue }
      var grounds: [AskingReason.Ground] = []
      for condition in channel.conditions { condition.collect(question.name.id, into: &grounds) }
      channel.total?.collect(question.name.id, into: &grounds)
      reasons.append(
        AskingReason(
          goal: channel.name,
          measure: title(channel.policy, assessment),
          grounds: grounds
        )
      )
    }
    for (index, service) in assessment.services.enumerated()
    where question.goals.contains(.service(index)) {
      reasons.append(
        AskingReason(
          goal: service.name,
          measure: title(service.policy, assessment),
          grounds: [AskingReason.Ground(words: service.article, place: service.place)]
        )
      )
    }
    return reasons
  }

  private func title(_ policy: String, _ assessment: Assessment) -> Bilingual {
    assessment.policies.first { $0.id == policy }?.title ?? Bilingual(policy, policy)
  }
}

extension ConditionResult {
  /// Adds the innermost conditions that wait for a fact.
  fileprivate func collect(_ fact: String, into grounds: inout [AskingReason.Ground]) {
    guard missing.contains(where: { $0.id == fact }) else { return }
    let count = grounds.count
    for child in children { child.collect(fact, into: &grounds) }
    let ground = AskingReason.Ground(words: words, place: place)
    if grounds.count == count, !grounds.contains(ground) { grounds.append(ground) }
  }
}

extension PointsLine {
  /// Adds the innermost lines that wait for a fact.
  fileprivate func collect(_ fact: String, into grounds: inout [AskingReason.Ground]) {
    guard missing.contains(where: { $0.id == fact }) else { return }
    let count = grounds.count
    for line in lines { line.collect(fact, into: &grounds) }
    let ground = AskingReason.Ground(words: name, place: place)
    if grounds.count == count, !grounds.contains(ground) { grounds.append(ground) }
  }
}
