package import ExpressionLanguage
package import Policy

/// What one rule gives for a person, with where it stands and how well it is founded.
package struct RuleAnswer: Sendable {
  /// The rule's label.
  package var name: Bilingual
  /// The measure of the rule.
  package var policy: String
  /// What it gives: known, absent or unknown, of `type`.
  package var value: Value
  /// What its values are.
  package var type: ValueType
  /// The facts that are missing where the value is unknown.
  package var missing: [MissingName]
  /// The texts that it lists, each with its own row, standing and sources.
  ///
  /// What hangs on a missing fact is among them, marked so. Empty for a rule that lists none.
  package var texts: [StepText]
  /// Where the rule stands.
  package var place: Place
  /// The weakest standing of all that the rule rests on.
  package var standing: Standing
  /// What the rule cites.
  package var sources: [SourceReference]

  /// Yes or no; `nil` where it is unknown, absent or no question of yes and no.
  package var truth: Bool? {
    if case .truth(let truth) = value { truth } else { nil }
  }

  /// The value in words; unknown where it is.
  package var words: Bilingual { Bilingual(type.text(value, .english), type.text(value, .chinese)) }
}

extension Assessor {
  /// What the rule of a name gives for a person on a day; `nil` where no rule has the name, or
  /// where it is given something or decided for each record.
  ///
  /// The name is the English label of the rule's heading. It is looked for in the measure `policy`,
  /// such as that of the channel applied by, then in the jurisdiction's other measures, then in
  /// those that they take names from, such as the nation's. Values in `given` stand in for rules,
  /// by rule.
  ///
  /// - Throws: A fault that names the rule, such as an overflow; the checker proves most away.
  package func answer(
    ofRule name: String,
    in policy: String? = nil,
    _ facts: Facts,
    on day: CivilDate,
    given: [Int: Value] = [:]
  ) throws(EvaluationFault) -> RuleAnswer? {
    guard let rule = rule(name, policy), rule.parameters.isEmpty, rule.records == nil else {
      return nil
    }
    let evaluator = Evaluator(
      program: set.program,
      facts: facts.values,
      records: facts.records,
      legalDate: day,
      given: given
    )
    let explainer = Explainer(book, facts: facts, evaluator: evaluator)
    let value = try evaluator.value(of: rule.id)
    var texts: [StepText] = []
    if case .list(.choice) = rule.type.base {
      let list = StepList(rule, set, standings, atMost: .enacted)
      var listed: [Explainer.Listed] = []
      texts = try explainer.texts(.listed(list), &listed).texts
    }
    return RuleAnswer(
      name: rule.name,
      policy: set.measures[rule.measure].id,
      value: value,
      type: rule.type,
      missing: explainer.names(value.missing),
      texts: texts,
      place: rule.place,
      standing: standings.of(rule.id),
      sources: rule.sources
    )
  }

  private func rule(_ name: String, _ policy: String?) -> Rule? {
    let key = NameKey.of(name)
    let own = set.jurisdiction + "/"
    let order =
      set.measures.indices.filter { set.measures[$0].id == policy }
      + set.measures.indices.filter { set.measures[$0].id.hasPrefix(own) }
      + Array(set.measures.indices)
    for measure in order {
      if case .rule(let index) = set.names[measure][key] { return set.rules[index] }
    }
    return nil
  }
}
