import ExpressionLanguage
import Policy

extension Explainer {
  /// What a person does next about a channel, by what its measure says of applying.
  func nextStep(
    _ channel: Channel,
    _ conditions: [ConditionResult],
    _ missing: [MissingName]
  ) throws(EvaluationFault) -> NextStep {
    var step = NextStep()
    if channel.rankedBy != nil { step.window = window(channel.measure) }
    if !missing.isEmpty {
      step.first = Explainer.firstUndecided(conditions) ?? Array(missing.prefix(1))
    }
    step.applyAt = try words(channel.steps.applyAt, "apply at", channel).texts
    (step.papers, step.papersMissing) = try words(channel.steps.papers, "papers", channel)
    step.remedy = try words(channel.steps.remedy, "remedy", channel).texts
    step.decidedWithin = amount(channel.steps.decidedWithin, "decided within", channel)
    step.fee = amount(channel.steps.fee, "fee", channel)
    return step
  }

  /// What the first undecided condition waits for, in the measure's own order.
  private static func firstUndecided(_ conditions: [ConditionResult]) -> [MissingName]? {
    guard let first = conditions.first(where: { $0.status == .unknown }) else { return nil }
    return firstUndecided(first.children) ?? (first.missing.isEmpty ? nil : first.missing)
  }

  private func amount(_ amount: StepAmount?, _ key: String, _ channel: Channel) -> StepValue? {
    guard let amount, let number = amount.type.number else { return nil }
    return StepValue(
      text: Bilingual(
        amount.type.text(amount.value, .english),
        amount.type.text(amount.value, .chinese)
      ),
      canonical: amount.type.canonical(amount.value),
      unit: number.unit.name(.english),
      isZero: amount.value == .number(0),
      place: amount.place,
      standing: channel.standings[key]?.standing ?? .enacted,
      sources: channel.sources[key] ?? []
    )
  }

  /// The texts that a channel names, each once; what holds for sure before what holds perhaps.
  private func words(
    _ words: StepWords?,
    _ key: String,
    _ channel: Channel
  ) throws(EvaluationFault) -> (texts: [StepText], missing: [MissingName]) {
    let standing = channel.standings[key]?.standing ?? .enacted
    let sources = channel.sources[key] ?? []
    switch words {
    case nil: return ([], [])
    case .texts(let texts):
      let found = texts.map { text in
        StepText(
          text: text,
          isCertain: true,
          condition: nil,
          missing: [],
          place: channel.place,
          standing: standing,
          sources: sources
        )
      }
      return (found, [])
    case .listed(let formula):
      guard case .definition(let index) = formula.node else { return ([], []) }
      var (found, missing) = try listed(set.rules[index])
      for index in found.indices { found[index].standing = min(found[index].standing, standing) }
      var once: [StepText] = []
      for text in found.filter(\.isCertain) + found.filter({ !$0.isCertain })
      where !once.contains(where: { $0.text == text.text }) {
        once.append(text)
      }
      return (once, missing)
    }
  }

  /// What a rule lists for the person, row by row, and what hangs on missing facts.
  private func listed(
    _ rule: Rule
  ) throws(EvaluationFault) -> (texts: [StepText], missing: [MissingName]) {
    if let when = rule.when {
      let value = try value(when.node)
      if value == .truth(false) { return ([], []) }
      if let missing = value.missing {
        return (try body(rule).map { $0.perhaps(names(missing)) }, [])
      }
    }
    for index in rule.exceptions {
      let exception = set.rules[index]
      guard let when = exception.when else { continue }
      let value = try value(when.node)
      if value == .truth(true) { return (try body(exception), []) }
      if let missing = value.missing {
        let both = try body(rule) + body(exception)
        return (both.map { $0.perhaps(names(missing)) }, [])
      }
    }
    let texts = try body(rule)
    let value = try self.value(of: rule)
    return (texts, texts.isEmpty ? names(value.missing) : [])
  }

  private func body(_ rule: Rule) throws(EvaluationFault) -> [StepText] {
    switch rule.body {
    case .table(let table)
    where table.decision.hit == .collect && table.decision.outputGuards == [nil]:
      return try rows(table, of: rule)
    case .dated(let entries, isList: true):
      return entries.filter { entry in
        entry.from <= evaluator.legalDate && (entry.until.map { evaluator.legalDate <= $0 } ?? true)
      }.flatMap { entry in
        texts(entry.value, rule, rule.place, entry.standing, entry.sources)
      }
    default:
      return texts(try value(rule.bodyNode), rule, rule.place, nil, [])
    }
  }

  /// The rows of a table C: those that apply, and those that may.
  private func rows(_ table: RuleTable, of rule: Rule) throws(EvaluationFault) -> [StepText] {
    let applied = try evaluator.rows(of: table.decision, frame)
    var found: [StepText] = []
    for (index, row) in table.rows.enumerated() where applied[index] != .truth(false) {
      guard let output = table.decision.rows[index].outputs.first else { continue }
      let place = rule.place.clause(row.clause)
      for var text in texts(output, rule, place, row.standing, row.sources) {
        if let missing = applied[index].missing {
          text = text.perhaps(names(missing))
          text.condition = try hangsOn(table, index)
        }
        found.append(text)
      }
    }
    return found
  }

  /// The undecided tests of a row in words, such as "basis: employment".
  private func hangsOn(_ table: RuleTable, _ row: Int) throws(EvaluationFault) -> Bilingual? {
    var texts: [Bilingual] = []
    for (column, cell) in zip(table.decision.columns, table.decision.rows[row].cells)
    where !cell.isAny {
      let input = table.columns[column.input]
      guard try value(input.formula.node).missing != nil else { continue }
      var plain = cell
      plain.isNegated = false
      guard var words = words(of: plain, input.formula.type) else { return nil }
      if cell.isNegated {
        let isPlain = cell.tests.allSatisfy { if case .equal = $0 { true } else { false } }
        guard isPlain else { return nil }
        words = Bilingual("not \(words.english)", "不\(words.chinese)")
      }
      texts.append(
        Bilingual(
          "\(input.name.english): \(words.english)",
          "\(input.name[.chinese])\(words.chinese)"
        )
      )
    }
    if texts.isEmpty { return nil }
    return Bilingual(
      texts.map(\.english).joined(separator: ", "),
      texts.map(\.chinese).joined(separator: "，")
    )
  }

  private func texts(
    _ value: Value,
    _ rule: Rule,
    _ place: Place,
    _ standing: StandingNote?,
    _ sources: [SourceReference]
  ) -> [StepText] {
    guard case .list(let element) = rule.type.base else { return [] }
    let type = ValueType(element)
    let values: [Value] = if case .list(let values) = value { values } else { [value] }
    return values.filter(\.isKnown).map { value in
      StepText(
        text: Bilingual(type.text(value, .english), type.text(value, .chinese)),
        isCertain: true,
        condition: nil,
        missing: [],
        place: place,
        standing: min((standing ?? rule.standing).standing, assessor.standings.of(rule.references)),
        sources: sources.isEmpty ? rule.sources : sources
      )
    }
  }
}

extension StepText {
  /// The same, where it is not known whether it holds.
  fileprivate func perhaps(_ missing: [MissingName]) -> StepText {
    var text = self
    text.isCertain = false
    text.missing = missing
    return text
  }
}
