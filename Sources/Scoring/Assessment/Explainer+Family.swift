import ExpressionLanguage
import Policy

extension Explainer {
  /// Which family members come along, each with the reason.
  func family(_ index: Int) throws(EvaluationFault) -> [FamilyResult] {
    let rule = book.rules[index]
    guard let kind = rule.rule.records, case .known(let rows) = facts.records[kind] else {
      return []
    }
    var results: [FamilyResult] = []
    results.reserveCapacity(rows.count)
    for (position, row) in rows.enumerated() {
      let inner = Explainer(
        book,
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
          name: who(kind, row, position),
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
  func familyMissing(_ channel: ExplainedChannel) -> [MissingName] {
    guard let kind = channel.family, case .unknown = facts.records[kind] else { return [] }
    return names(Missing(.records(kind)))
  }

  /// Who a record is, by its first attribute; by its number where that is not known.
  private func who(_ kind: Int, _ row: [Value], _ position: Int) -> Bilingual {
    if let first = book.attributes[kind].first, row[0].isKnown {
      return UsedValue(first, row[0]).value
    }
    let name = book.records[kind].name
    return Bilingual(
      "\(name.english) (\(position + 1))",
      "\(name[.chinese])（\(position + 1)）"
    )
  }

  /// The conditions of a rule for each record, and how they are joined.
  private func reasons(
    _ rule: ExplainedRule
  ) throws(EvaluationFault) -> (conditions: [ConditionResult], joining: ListOperator) {
    if !rule.rule.exceptions.isEmpty {
      return ([try condition(rule, words: rule.rule.name, place: rule.rule.place)], .allOf)
    }
    if case .list(let list) = rule.body { return (try items(list), list.joining) }
    let leaf = try leaf(
      rule.rule.bodyNode,
      rule.mentions,
      words: rule.rule.name,
      place: rule.rule.place,
      standing: rule.standing
    )
    return ([leaf], .allOf)
  }
}
