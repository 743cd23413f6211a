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
    decision.channels.reserveCapacity(set.channels.count)
    decision.services.reserveCapacity(set.services.count)
    for channel in set.channels {
      let open = try evaluator.evaluate(channel.openWhen.node, frame)
      var total: Value?
      if let formula = channel.rankedBy { total = try evaluator.evaluate(formula.node, frame) }
      decision.channels.append(
        Decision.Way(outcome: Outcome(open), missing: open.missing, total: total)
      )
    }
    for service in set.services {
      var suspended: Value?
      if let node = service.suspendedWhen { suspended = try evaluator.evaluate(node, frame) }
      let open = try evaluator.evaluate(service.openWhen, frame)
      decision.services.append(ServiceResult.Answer(open: open, suspended: suspended))
    }
    return decision
  }
}
