import ExpressionLanguage
import Policy

extension Explainer {
  /// Which family members come along, each with the reason.
  func family(_ index: Int) throws(EvaluationFault) -> [FamilyResult] {
    let rule = set.rules[index]
    guard let kind = rule.records, case .known(let rows) = facts.records[kind] else { return [] }
    var results: [FamilyResult] = []
    for (position, row) in rows.enumerated() {
      let inner = Explainer(
        assessor,
        facts: facts,
        evaluator: evaluator,
        frame: Evaluator.Frame(record: row),
        item: (kind, position)
      )
      let value = try inner.value(of: rule)
      let (conditions, joining) = try inner.reasons(rule)
      results.append(
        FamilyResult(
          position: position + 1,
          name: inner.who(kind, row, position),
          outcome: Outcome(value),
          joining: joining,
          conditions: conditions,
          missing: names(value.missing)
        )
      )
    }
    return results
  }

  /// The records of the family, where it is not known which there are.
  func familyMissing(_ index: Int) -> [MissingName] {
    guard let kind = set.rules[index].records, case .unknown = facts.records[kind] else {
      return []
    }
    return names(Missing(.records(kind)))
  }

  /// Who a record is, by its first attribute; by its number where that is not known.
  private func who(_ kind: Int, _ row: [Value], _ position: Int) -> Bilingual {
    let number = position + 1
    let other = Bilingual(
      "\(set.model.records[kind].name.english) (\(number))",
      "\(set.model.records[kind].name[.chinese])（\(number)）"
    )
    guard let fact = set.model.records[kind].attributes.first, row[0].isKnown else { return other }
    return Bilingual(fact.type.text(row[0], .english), fact.type.text(row[0], .chinese))
  }

  /// The conditions of a rule for each record, and how they are joined.
  private func reasons(
    _ rule: Rule
  ) throws(EvaluationFault) -> (conditions: [ConditionResult], joining: ListOperator) {
    if case .list(let list) = rule.body, rule.exceptions.isEmpty {
      return (try items(list, of: rule), list.joining)
    }
    if !rule.exceptions.isEmpty {
      return ([try condition(rule, words: rule.name, place: rule.place)], .allOf)
    }
    let leaf = try leaf(
      rule.bodyNode,
      rule.references,
      words: rule.name,
      place: rule.place,
      standing: assessor.standings.of(rule.id)
    )
    return ([leaf], .allOf)
  }
}
