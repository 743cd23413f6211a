import ExpressionLanguage
import Policy

extension Explainer {
  /// What a channel says, with its conditions, its total and the family.
  func channel(_ channel: Channel) throws(EvaluationFault) -> ChannelResult {
    let value = try value(channel.openWhen.node)
    let openStanding = channel.standings["open when"]?.standing ?? .enacted
    let standing = min(openStanding, assessor.standings.of(channel.openWhen.references))
    let conditions = try conditions(
      channel.openWhen,
      words: channel.name,
      place: channel.place,
      standing: openStanding
    )
    let missing = names(value.missing)
    return ChannelResult(
      id: NameKey.identifier(channel.name.english),
      name: channel.name,
      policy: set.measures[channel.measure].id,
      place: channel.place,
      outcome: Outcome(value),
      standing: standing,
      conditions: conditions,
      missing: missing,
      total: try channel.rankedBy.map(total),
      ties: channel.ties.map(ties),
      scoreLine: channel.rankedBy == nil ? nil : scoreLine(),
      plan: try plan(channel.plan),
      confirmedBy: channel.confirmedBy,
      leadsTo: channel.leadsTo,
      family: try channel.family.map(family) ?? [],
      familyMissing: channel.family.map(familyMissing) ?? [],
      order: channel.order,
      nextStep: try nextStep(channel, conditions, missing)
    )
  }

  private func total(_ formula: Formula) throws(EvaluationFault) -> PointsLine {
    let scale = formula.type.number?.scale ?? 0
    if case .definition(let index) = formula.node {
      return try line(set.rules[index], scale: scale)
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
      standing: assessor.standings.of(formula.references),
      sources: [],
      joining: nil,
      lines: [],
      uses: try uses(formula.references),
      missing: names(value.missing)
    )
  }

  private func ties(_ ties: Channel.Ties) -> Bilingual {
    switch ties {
    case .admitAll: Bilingual("all who are equal are admitted", "同分同落")
    case .excludeAll: Bilingual("none who are equal is admitted", "同分均不落")
    case .earliest(let formula):
      Bilingual("the earlier \(name(formula).english) first", "\(name(formula)[.chinese])早者优先")
    case .highest(let formula):
      Bilingual("the higher \(name(formula).english) first", "\(name(formula)[.chinese])高者优先")
    }
  }

  private func name(_ formula: Formula) -> Bilingual {
    switch formula.node {
    case .fact(let index): set.model.facts[index].name
    case .definition(let index): set.rules[index].name
    default: Bilingual(formula.text, "所列项目")
    }
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

  /// The score line of the last round that has one, up to the year of the legal date.
  private func scoreLine() -> PublishedLine? {
    let year = evaluator.legalDate.parts.year
    let lines = set.office.filter { entry in
      NameKey.of(entry.name.english) == "score line" && (entry.round ?? .max) <= year
    }
    guard let last = lines.max(by: { ($0.round ?? 0) < ($1.round ?? 0) }),
      let value = last.values.first, let type = last.types.first, let round = last.round
    else { return nil }
    return PublishedLine(
      round: round,
      text: Bilingual(type.text(value, .english), type.text(value, .chinese)),
      standing: last.standing.standing
    )
  }

  /// What a service says.
  func service(_ service: Service) throws(EvaluationFault) -> ServiceResult {
    let suspended = try service.suspendedWhen.map { (node) throws(EvaluationFault) in
      try value(node)
    }
    let open = try value(service.openWhen)
    let answer = ServiceResult.Answer(open: open, suspended: suspended)
    let missing: Missing? =
      answer == .unknown ? Evaluator.union(suspended?.missing, open.missing) : nil
    return ServiceResult(
      id: NameKey.identifier(service.name.english),
      name: service.name,
      policy: set.measures[service.measure].id,
      place: service.place,
      article: service.article,
      answer: answer,
      providedBy: service.providedBy,
      required: required(service.openWhen),
      standing: min(service.standing.standing, assessor.standings.of(service.references)),
      uses: try uses(service.references),
      missing: names(missing)
    )
  }
}
