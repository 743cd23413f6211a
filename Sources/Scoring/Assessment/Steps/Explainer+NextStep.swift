import ExpressionLanguage
import Policy

extension Explainer {
  /// What a rule lists for a person, and what is missing where that is why it lists nothing.
  typealias Listed = (list: StepList, texts: [StepText], missing: [MissingName])

  /// What a person does next about a channel, by what its measure says of applying.
  ///
  /// Whoever cannot apply needs no papers, so that none are looked for.
  func nextStep(
    _ channel: ExplainedChannel,
    _ outcome: Outcome,
    _ conditions: [ConditionResult],
    _ missing: [MissingName],
    _ listed: inout [Listed]
  ) throws(EvaluationFault) -> NextStep {
    let steps = channel.steps
    var step = NextStep()
    step.window = steps.rounds.map { AnnouncedRound.window($0, on: evaluator.legalDate) }
    if outcome == .undetermined {
      step.first = Explainer.firstUndecided(conditions) ?? Array(missing.prefix(1))
    }
    step.applyAt = try texts(steps.applyAt, &listed).texts
    if outcome != .closed { (step.papers, step.papersMissing) = try texts(steps.papers, &listed) }
    step.remedy = try texts(steps.remedy, &listed).texts
    step.decidedWithin = steps.decidedWithin
    step.fee = steps.fee
    return step
  }

  /// What the first undecided condition waits for, in the measure's own order.
  private static func firstUndecided(_ conditions: [ConditionResult]) -> [MissingName]? {
    guard let first = conditions.first(where: { $0.status == .unknown }) else { return nil }
    return firstUndecided(first.children) ?? (first.missing.isEmpty ? nil : first.missing)
  }

  /// The texts of a step, each once, those that hold for sure before those that hold perhaps.
  ///
  /// Where there is none because facts are missing, those.
  func texts(
    _ source: ExplainedSteps.Source,
    _ listed: inout [Listed]
  ) throws(EvaluationFault) -> (texts: [StepText], missing: [MissingName]) {
    switch source {
    case .texts(let texts): return (texts, [])
    case .listed(let list):
      if let known = listed.first(where: { $0.list.isSame(as: list) }) {
        return (known.texts, known.missing)
      }
      let found = try rows(of: list)
      var once: [StepText] = []
      once.reserveCapacity(found.count)
      for isCertain in [true, false] {
        for text in found where text.isCertain == isCertain {
          if !once.contains(where: { $0.text == text.text }) { once.append(text) }
        }
      }
      let missing = once.isEmpty ? try evaluator.value(of: list.rule).missing : nil
      listed.append((list, once, names(missing)))
      return (once, names(missing))
    }
  }

  /// What a rule lists for the person, and what hangs on missing facts.
  private func rows(of list: StepList) throws(EvaluationFault) -> [StepText] {
    if let when = list.when {
      let value = try value(when)
      if value == .truth(false) { return [] }
      if let missing = value.missing { return perhaps(try texts(list.body), missing) }
    }
    for exception in list.exceptions {
      let value = try value(exception.when)
      if value == .truth(true) { return try texts(exception.body) }
      if let missing = value.missing {
        return perhaps(try texts(list.body) + texts(exception.body), missing)
      }
    }
    return try texts(list.body)
  }

  private func texts(_ body: StepList.Body) throws(EvaluationFault) -> [StepText] {
    var found: [StepText] = []
    switch body {
    case .rows(let rows):
      found.reserveCapacity(rows.count)
      for row in rows {
        let value = try value(row.test)
        if value == .truth(true) {
          for subject in row.subjects { found.append(StepText(subject)) }
        } else if let missing = value.missing {
          let tests = try hangsOn(row)
          let names = names(missing)
          for subject in row.subjects {
            found.append(
              StepText(
                subject,
                perhaps: names,
                condition: Explainer.words(tests),
                tests: tests
              )
            )
          }
        }
      }
    case .dated(let entries):
      let day = evaluator.legalDate
      for entry in entries where entry.from <= day && (entry.until.map { day <= $0 } ?? true) {
        found += entry.texts
      }
    case .computed(let computed):
      guard case .list(let values) = try value(computed.node) else { return [] }
      for value in values where value.isKnown {
        let type = computed.element
        found.append(
          StepText(
            StepSubject(
              text: Bilingual(type.text(value, .english), type.text(value, .chinese)),
              place: computed.place,
              standing: computed.standing,
              sources: computed.sources
            )
          )
        )
      }
    }
    return found
  }

  /// The undecided tests of a row.
  private func hangsOn(_ row: StepList.Row) throws(EvaluationFault) -> [StepTest] {
    var tests: [StepTest] = []
    for (input, test) in row.tests where try value(input).missing != nil { tests.append(test) }
    return tests
  }

  /// Tests in words; `nil` where one of them has none.
  private static func words(_ tests: [StepTest]) -> Bilingual? {
    let texts = tests.compactMap(\.words)
    guard !texts.isEmpty, texts.count == tests.count else { return nil }
    return Bilingual(
      texts.map(\.english).joined(separator: ", "),
      texts.map(\.chinese).joined(separator: "，")
    )
  }

  private func perhaps(_ texts: [StepText], _ missing: Missing) -> [StepText] {
    texts.map {
      StepText($0.subject, perhaps: names(missing), condition: $0.condition, tests: $0.tests)
    }
  }
}
