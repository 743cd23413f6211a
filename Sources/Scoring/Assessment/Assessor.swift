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
  let questions: Questions
  let book: Phrasebook

  /// Prepares a set.
  package init(_ set: PolicySet) {
    self.set = set
    standings = Standings(set)
    questions = Questions(set)
    book = Phrasebook(set, standings)
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
    let explainer = Explainer(book, facts: facts, evaluator: evaluator)
    var channels: [ChannelResult] = []
    channels.reserveCapacity(book.channels.count)
    // One rule about the family serves several channels.
    var families: [Int: [FamilyResult]] = [:]
    for rule in book.families { families[rule] = try explainer.family(rule) }
    // Channels share rules that list texts, such as how to seek review.
    var listed: [Explainer.Listed] = []
    for channel in book.channels {
      channels.append(try explainer.channel(channel, families: families, &listed))
    }
    let answers = try questions.answers(evaluator)
    var services: [ServiceResult] = []
    services.reserveCapacity(book.services.count)
    for (service, question) in zip(book.services, questions.services) {
      services.append(
        try explainer.service(
          service,
          open: answers[question.isOpen],
          suspended: question.isSuspended.map { answers[$0] }
        )
      )
    }
    return Assessment(
      displayName: facts.displayName,
      jurisdiction: set.jurisdiction,
      on: day,
      policies: book.policies,
      channels: Assessor.ordered(channels),
      services: services
    )
  }

  /// Open, undetermined, closed; then by the order that the measure gives, then as declared.
  static func ordered(_ channels: [ChannelResult]) -> [ChannelResult] {
    // A result is heavy to copy, so that keys are sorted and each result is taken once.
    var keys: [(rank: Int, order: Int64, index: Int)] = []
    keys.reserveCapacity(channels.count)
    for index in channels.indices {
      keys.append((rank(channels[index].outcome), channels[index].order ?? .max, index))
    }
    keys.sort { $0 < $1 }
    return keys.map { channels[$0.index] }
  }

  private static func rank(_ outcome: Outcome) -> Int {
    switch outcome {
    case .open: 0
    case .undetermined: 1
    case .closed: 2
    }
  }
}
