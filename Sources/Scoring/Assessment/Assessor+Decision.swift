package import ExpressionLanguage
import Policy

extension Assessor {
  /// What the measures decide of one person on one day: outcomes, totals and services, no reasons.
  ///
  /// Nothing is evaluated that no channel and no service asks for. Values in `given` stand in for
  /// rules, by rule.
  ///
  /// - Throws: A fault that names the rule, such as an overflow; the checker proves most away.
  package func decide(
    _ facts: Facts,
    on day: CivilDate,
    given: [Int: Value] = [:]
  ) throws(EvaluationFault) -> Decision {
    let evaluator = Evaluator(
      program: set.program,
      facts: facts.values,
      records: facts.records,
      legalDate: day,
      given: given
    )
    let frame = Evaluator.Frame()
    var decision = Decision(channels: [], services: [])
    decision.channels.reserveCapacity(questions.ways.count)
    decision.services.reserveCapacity(questions.services.count)
    for way in questions.ways {
      let open = try evaluator.evaluate(way.isOpen, frame)
      var total: Value?
      if let node = way.total { total = try evaluator.evaluate(node, frame) }
      decision.channels.append(
        Decision.Way(outcome: Outcome(open), missing: open.missing, total: total)
      )
    }
    let answers = try questions.answers(evaluator)
    for service in questions.services {
      decision.services.append(
        ServiceResult.Answer(
          open: answers[service.isOpen],
          suspended: service.isSuspended.map { answers[$0] }
        )
      )
    }
    return decision
  }
}
