import ExpressionLanguage
import Policy

extension Explainer {
  /// The conditions behind an expression: those of the rule that it names, or itself as one.
  func conditions(
    _ formula: Formula,
    words: Bilingual,
    place: Place,
    standing: Standing
  ) throws(EvaluationFault) -> [ConditionResult] {
    if case .definition(let index) = formula.node {
      let rule = set.rules[index]
      if case .list(let list) = rule.body, rule.exceptions.isEmpty, list.joining == .allOf {
        return try items(list, of: rule)
      }
      return [try condition(rule, words: rule.name, place: rule.place)]
    }
    return [
      try leaf(
        formula.node,
        formula.references,
        words: sentence(formula) ?? words,
        place: place,
        standing: min(standing, assessor.standings.of(formula.references))
      )
    ]
  }

  /// A rule as a condition, with the items of its list below.
  func condition(
    _ rule: Rule,
    words: Bilingual,
    place: Place
  ) throws(EvaluationFault) -> ConditionResult {
    let value = try value(of: rule)
    var result = ConditionResult(
      words: words,
      place: place,
      status: Explainer.status(value),
      joining: nil,
      children: [],
      exception: nil,
      isDiscretion: false,
      standing: assessor.standings.of(rule.id),
      uses: [],
      missing: names(value.missing)
    )
    for index in rule.exceptions {
      let exception = set.rules[index]
      guard let when = exception.when else { continue }
      let holds = try self.value(when.node)
      if holds == .truth(false) { continue }
      let waives = if case .waiver = exception.body { true } else { false }
      let told = ExceptionResult(
        name: exception.name,
        place: exception.place,
        uses: try uses(when.references),
        holds: holds == .truth(true),
        waives: waives,
        missing: names(holds.missing)
      )
      if told.holds {
        result.exception = told
        if waives {
          result.status = .waived
        } else {
          result.uses = try uses(exception.references)
        }
        return result
      }
      // Whether an exception holds is not known, and that keeps the condition undecided.
      if result.exception == nil, result.status == .unknown { result.exception = told }
    }
    switch rule.body {
    case .list(let list):
      result.joining = list.joining
      result.children = try items(list, of: rule)
    case .formula(let formula): result.uses = try uses(formula.references)
    case .table, .dated: result.uses = try uses(rule.references)
    case .waiver: break
    }
    return result
  }

  /// The items of a list, each with what is below it.
  func items(_ list: RuleList, of rule: Rule) throws(EvaluationFault) -> [ConditionResult] {
    var results: [ConditionResult] = []
    for item in list.items { results.append(try self.item(item, of: rule, at: rule.place)) }
    return results
  }

  private func item(
    _ item: RuleItem,
    of rule: Rule,
    at place: Place
  ) throws(EvaluationFault) -> ConditionResult {
    let place = place.clause(item.clause)
    let standing = item.standing?.standing ?? rule.standing.standing
    if let sublist = item.sublist {
      let value = try value(item.node)
      var children: [ConditionResult] = []
      for inner in sublist.items { children.append(try self.item(inner, of: rule, at: place)) }
      return ConditionResult(
        words: item.words,
        place: place,
        status: Explainer.status(value),
        joining: sublist.joining,
        children: children,
        exception: nil,
        isDiscretion: item.isDiscretion,
        standing: children.map(\.standing).min().map { min($0, standing) } ?? standing,
        uses: [],
        missing: names(value.missing)
      )
    }
    if case .definition(let index) = item.node, set.rules[index].isExplained {
      var result = try condition(set.rules[index], words: item.words, place: place)
      result.isDiscretion = item.isDiscretion
      result.standing = min(result.standing, standing)
      return result
    }
    let references = item.formula?.references ?? References()
    var result = try leaf(
      item.node,
      references,
      words: item.words,
      place: place,
      standing: min(standing, assessor.standings.of(references))
    )
    result.isDiscretion = item.isDiscretion
    return result
  }

  /// One condition without others below.
  func leaf(
    _ node: Node,
    _ references: References,
    words: Bilingual,
    place: Place,
    standing: Standing
  ) throws(EvaluationFault) -> ConditionResult {
    let value = try value(node)
    // Conditions that stand under headings of their own are shown whole, below this one.
    let explained = references.definitions.sorted().filter { index in
      let rule = set.rules[index]
      return rule.isExplained && rule.type == .truth && rule.records == nil
        && rule.parameters.isEmpty
    }
    var children: [ConditionResult] = []
    for index in explained {
      let rule = set.rules[index]
      children.append(try condition(rule, words: rule.name, place: rule.place))
    }
    var plain = references
    plain.definitions.subtract(explained)
    var used = try uses(plain)
    if let item { used += attributes(of: item, used: node) }
    return ConditionResult(
      words: words,
      place: place,
      status: Explainer.status(value),
      joining: nil,
      children: children,
      exception: nil,
      isDiscretion: false,
      standing: standing,
      uses: used,
      missing: names(value.missing)
    )
  }

  /// The attributes of the record in hand that a condition uses.
  private func attributes(
    of item: (records: Int, position: Int),
    used node: Node
  ) -> [UsedValue] {
    let kind = set.model.records[item.records]
    return node.attributes.sorted().compactMap { index in
      guard kind.attributes.indices.contains(index), frame.record.indices.contains(index) else {
        return nil
      }
      let key = MissingFact.attribute(
        records: item.records,
        item: item.position,
        attribute: index
      )
      return used(kind.attributes[index], frame.record[index], key)
    }
  }

  /// A short condition in words: a name, and what it must be.
  private func sentence(_ formula: Formula) -> Bilingual? {
    guard case .compare(let comparison, let subject, .constant(let wanted)) = formula.node,
      comparison == .equal || comparison == .notEqual
    else { return nil }
    let (name, type): (Bilingual, ValueType)
    switch subject {
    case .definition(let index): (name, type) = (set.rules[index].name, set.rules[index].type)
    case .fact(let index): (name, type) = (set.model.facts[index].name, set.model.facts[index].type)
    default: return nil
    }
    let (english, chinese) = (type.text(wanted, .english), type.text(wanted, .chinese))
    return comparison == .equal
      ? Bilingual("\(name.english): \(english)", "\(name[.chinese])为\(chinese)")
      : Bilingual("\(name.english): not \(english)", "\(name[.chinese])不为\(chinese)")
  }
}

extension Rule {
  /// Whether the rule has conditions or exceptions worth showing below an item that names it.
  var isExplained: Bool {
    if !exceptions.isEmpty { return true }
    if case .list = body { return type == .truth }
    return false
  }
}
