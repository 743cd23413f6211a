package import ExpressionLanguage
package import Policy

/// Applies a set of measures to people, one at a time.
///
/// Everything that is the same for all people is prepared once; a value of this type can be used
/// from anywhere.
package struct Assessor: Sendable {
  /// The measures.
  package let set: PolicySet
  let standings: Standings

  /// Prepares a set.
  package init(_ set: PolicySet) {
    self.set = set
    standings = Standings(set)
  }

  /// What cannot be true of these facts, in the words of the dictionaries; empty for good facts.
  package func impossible(
    _ facts: Facts,
    on day: CivilDate
  ) throws(EvaluationFault) -> [Bilingual] {
    let evaluator = Evaluator(
      program: set.program,
      facts: facts.values,
      records: facts.records,
      legalDate: day
    )
    var found: [Bilingual] = []
    for check in set.model.impossible {
      let value = try evaluator.evaluate(check.node, Evaluator.Frame())
      if value == .truth(true) { found.append(check.words) }
    }
    return found
  }

  /// What the measures say of one person on one day, with every reason.
  ///
  /// Values in `given` stand in for rules, by rule; scenarios use it.
  ///
  /// - Throws: A fault that names the rule, such as an overflow; the checker proves most away.
  package func assess(
    _ facts: Facts,
    on day: CivilDate,
    given: [Int: Value] = [:]
  ) throws(EvaluationFault) -> Assessment {
    let evaluator = Evaluator(
      program: set.program,
      facts: facts.values,
      records: facts.records,
      legalDate: day,
      given: given
    )
    let explainer = Explainer(self, facts: facts, evaluator: evaluator)
    var channels: [(result: ChannelResult, index: Int)] = []
    for (index, channel) in set.channels.enumerated() {
      channels.append((try explainer.channel(channel), index))
    }
    channels.sort { lhs, rhs in
      let left = (Assessor.rank(lhs.result.outcome), lhs.result.order ?? .max, lhs.index)
      let right = (Assessor.rank(rhs.result.outcome), rhs.result.order ?? .max, rhs.index)
      return left < right
    }
    var services: [ServiceResult] = []
    for service in set.services { services.append(try explainer.service(service)) }
    return Assessment(
      displayName: facts.displayName,
      jurisdiction: set.jurisdiction,
      on: day,
      policies: policies,
      channels: channels.map(\.result),
      services: services
    )
  }

  private static func rank(_ outcome: Outcome) -> Int {
    switch outcome {
    case .open: 0
    case .undetermined: 1
    case .closed: 2
    }
  }

  private var policies: [Assessment.AppliedPolicy] {
    self.set.measures.map { measure in
      Assessment.AppliedPolicy(
        id: measure.id,
        title: measure.title,
        version: measure.from,
        hash: measure.hash,
        standing: measure.standing.standing,
        texts: measure.texts
      )
    }
  }
}
