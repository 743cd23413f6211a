import ExpressionLanguage
import Policy

extension ChangeAdvisor {
  /// A change as people read it; `nil` where assessing the changed facts does not confirm it.
  func suggestion(
    _ change: FoundChange,
    _ goal: ChangeGoal,
    _ before: ChannelResult
  ) throws(EvaluationFault) -> Suggestion? {
    // Every choice among the alternatives is assessed, the first is told.
    var told: (facts: Facts, result: ChannelResult)?
    for choice in choices(change) {
      guard let moved = search.making(choice), search.verdict(goal, choice) == .reached else {
        return nil
      }
      if told == nil { told = (moved, try explained(moved, goal, on: day)) }
    }
    guard let (moved, after) = told else { return nil }
    let decision = try assessor.decide(moved, on: day)
    return Suggestion(
      steps: change.parts.map(step),
      cost: change.cost.steps,
      on: day,
      outcome: after.outcome,
      total: after.total?.text,
      met: ResultDifference.met(before.conditions, after.conditions),
      lines: ResultDifference.lines(before.total, after.total),
      closes: closed(by: decision, but: change.parts)
    )
  }

  /// Every choice of one option for each fact.
  func choices(_ change: FoundChange) -> [[(lever: Int, option: [Value])]] {
    var choices: [[(lever: Int, option: [Value])]] = [[]]
    for part in change.parts {
      choices = choices.flatMap { choice in
        part.options.map { choice + [(part.lever, $0)] }
      }
    }
    return choices
  }

  /// The channels that are open today and not after; one that was gone through has done its work.
  func closed(by decision: Decision, but parts: [LeverOptions]) -> [Bilingual] {
    let used = Set(parts.compactMap { search.levers[$0.lever].through })
    return self.set.channels.indices.filter { index in
      today.channels[index].outcome == .open && decision.channels[index].outcome != .open
        && !used.contains(index)
    }.map { self.set.channels[$0].name }
  }

  /// One part of a change as people read it.
  func step(_ part: LeverOptions) -> Suggestion.Step {
    let lever = search.levers[part.lever]
    let model = self.set.model
    switch lever.target {
    case .fact(let index):
      let fact = model.facts[index]
      return step(part, lever, fact, NameKey.identifier(fact.name.english), fact.name)
    case .attribute(let records, let item, let attribute):
      let kind = model.records[records]
      let fact = kind.attributes[attribute]
      let id =
        NameKey.identifier(kind.name.english) + ".\(item + 1)."
        + NameKey.identifier(fact.name.english)
      // A spell that runs is told from others by running; a record by its number.
      let name =
        kind.grain == nil
        ? Bilingual(
          "\(kind.name.english) (\(item + 1)), \(fact.name.english)",
          "\(kind.name[.chinese])（\(item + 1)）的\(fact.name[.chinese])"
        )
        : Bilingual(
          "\(kind.name.english), \(fact.name.english)",
          "\(kind.name[.chinese])的\(fact.name[.chinese])"
        )
      var step = step(part, lever, fact, id, name)
      if let grain = kind.grain {
        step.kind = .next
        step.begins = grain.firstDay(of: day)
        step.isByMonths = grain == .months
      }
      return step
    case .beginning(let records): return beginning(part, lever, model.records[records])
    }
  }

  private func step(
    _ part: LeverOptions,
    _ lever: Lever,
    _ fact: Fact,
    _ id: String,
    _ name: Bilingual
  ) -> Suggestion.Step {
    func text(_ value: Value) -> Bilingual {
      Bilingual(fact.type.text(value, .english), fact.type.text(value, .chinese))
    }
    return Suggestion.Step(
      id: id,
      name: name,
      kind: .fact,
      from: lever.from.map(text),
      to: part.options.map { text($0[0]) },
      canonical: part.options.map { fact.type.canonical($0[0]) },
      begins: nil,
      isByMonths: false,
      through: lever.through.map { self.set.channels[$0].name },
      possibleFrom: day,
      verifiedBy: lever.verifiedBy
    )
  }

  private func beginning(
    _ part: LeverOptions,
    _ lever: Lever,
    _ kind: RecordKind
  ) -> Suggestion.Step {
    let attributes = kind.attributes.dropFirst(2)
    func text(_ option: [Value], _ language: Language) -> String {
      zip(attributes, option).map { fact, value in
        let text = fact.type.text(value, language)
        return language == .chinese
          ? "\(fact.name[.chinese])为\(text)" : "\(fact.name.english): \(text)"
      }.joined(separator: language == .chinese ? "，" : ", ")
    }
    return Suggestion.Step(
      id: NameKey.identifier(kind.name.english),
      name: kind.name,
      kind: .new,
      from: nil,
      to: part.options.map { Bilingual(text($0, .english), text($0, .chinese)) },
      canonical: part.options.map { option in
        zip(attributes, option).map { $0.type.canonical($1) }.joined(separator: ", ")
      },
      begins: kind.grain?.firstDay(of: day),
      isByMonths: kind.grain == .months,
      through: nil,
      possibleFrom: day,
      verifiedBy: lever.verifiedBy
    )
  }
}
