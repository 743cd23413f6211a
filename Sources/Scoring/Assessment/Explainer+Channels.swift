import ExpressionLanguage
import Policy

extension Explainer {
  /// What one channel says alone.
  func channel(
    _ channel: ExplainedChannel,
    families: [Int: [FamilyResult]]
  ) throws(EvaluationFault) -> ChannelResult {
    var listed: [Listed] = []
    return try self.channel(channel, families: families, &listed)
  }

  /// What a channel says, with its conditions, its total and the family.
  ///
  /// `families` has what each rule about the family says, by rule, and `listed` what rules
  /// listed for the channels before.
  func channel(
    _ channel: ExplainedChannel,
    families: [Int: [FamilyResult]],
    _ listed: inout [Listed]
  ) throws(EvaluationFault) -> ChannelResult {
    let value = try value(channel.channel.openWhen.node)
    let outcome = Outcome(value)
    let conditions = try conditions(channel)
    let missing = names(value.missing)
    return ChannelResult(
      id: channel.identifier,
      name: channel.channel.name,
      policy: channel.policy,
      place: channel.channel.place,
      outcome: outcome,
      standing: channel.standing,
      conditions: conditions,
      missing: missing,
      total: try total(channel),
      ties: channel.ties,
      scoreLine: channel.total == nil
        ? nil : book.scoreLine(until: evaluator.legalDate.parts.year),
      plan: try plan(channel.channel.plan),
      confirmedBy: channel.channel.confirmedBy,
      leadsTo: channel.channel.leadsTo,
      family: channel.channel.family.flatMap { families[$0] } ?? [],
      familyMissing: familyMissing(channel),
      order: channel.channel.order,
      nextStep: try nextStep(channel, outcome, conditions, missing, &listed)
    )
  }

  private func total(_ channel: ExplainedChannel) throws(EvaluationFault) -> PointsLine? {
    guard let formula = channel.channel.rankedBy, let mentions = channel.total else { return nil }
    let scale = formula.type.number?.scale ?? 0
    if case .definition(let index) = formula.node {
      return try line(book.rules[index], scale: scale)
    }
    let value = try value(formula.node)
    return PointsLine(
      id: "total",
      name: Bilingual("total", "总分"),
      kind: .item,
      points: number(value),
      scale: scale,
      counts: true,
      place: Place(article: Bilingual("", ""), path: []),
      standing: mentions.standing,
      sources: [],
      joining: nil,
      lines: [],
      uses: try uses(mentions.all),
      missing: names(value.missing),
      bounds: bounds(formula.node, value, formula.type, to: scale)
    )
  }

  private func plan(_ plan: Channel.Plan?) throws(EvaluationFault) -> Bilingual? {
    switch plan {
    case nil: return nil
    case .outside: return Bilingual("outside the plan", "计划外")
    case .number(let formula):
      // A plan that begins later is no plan yet; nothing else hangs on it.
      let found: Value?
      do throws(EvaluationFault) { found = try value(formula.node) } catch {
        if error.kind != .noRow { throw error }
        found = nil
      }
      guard let value = found else { return Bilingual("not published yet", "尚未公布") }
      return Bilingual(
        "a plan of \(formula.type.text(value, .english))",
        "计划\(formula.type.text(value, .chinese))"
      )
    }
  }

  /// What a service says.
  func service(
    _ service: ExplainedService,
    open: Value,
    suspended: Value?
  ) throws(EvaluationFault) -> ServiceResult {
    let answer = ServiceResult.Answer(open: open, suspended: suspended)
    let missing: Missing? =
      answer == .unknown ? Evaluator.union(suspended?.missing, open.missing) : nil
    return ServiceResult(
      id: service.identifier,
      name: service.service.name,
      policy: service.policy,
      place: service.service.place,
      article: service.service.article,
      answer: answer,
      providedBy: service.service.providedBy,
      required: service.required,
      standing: service.standing,
      uses: try uses(service.mentions.all),
      missing: names(missing)
    )
  }
}
