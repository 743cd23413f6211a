import ExpressionLanguage
import Policy

/// Says why: walks the rules beside the values that the evaluator has found.
///
/// Evaluation keeps no trace; what a rule says is asked again item by item, so that deciding
/// without reasons costs nothing for them.
struct Explainer {
  let assessor: Assessor
  let facts: Facts
  let evaluator: Evaluator
  let frame: Evaluator.Frame
  /// The record in hand, inside a rule for each record.
  let item: (records: Int, position: Int)?

  init(
    _ assessor: Assessor,
    facts: Facts,
    evaluator: Evaluator,
    frame: Evaluator.Frame = Evaluator.Frame(),
    item: (records: Int, position: Int)? = nil
  ) {
    self.assessor = assessor
    self.facts = facts
    self.evaluator = evaluator
    self.frame = frame
    self.item = item
  }

  var set: PolicySet { assessor.set }

  func value(_ node: Node) throws(EvaluationFault) -> Value { try evaluator.evaluate(node, frame) }

  /// The value of a rule: remembered, or for the record in hand.
  func value(of rule: Rule) throws(EvaluationFault) -> Value {
    rule.records == nil
      ? try evaluator.value(of: rule.id)
      : try evaluator.value(of: rule.id, record: frame.record)
  }

  /// The missing facts by name, each once.
  func names(_ missing: Missing?) -> [MissingName] {
    var names: [MissingName] = []
    for fact in missing?.facts ?? [] {
      let name = self.set.name(fact)
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// The facts and rules that an expression uses directly, with their values, and the facts behind
  /// those rules that are one expression or table.
  func uses(_ references: References) throws(EvaluationFault) -> [UsedValue] {
    var uses: [UsedValue] = []
    var behind: Set<Int> = []
    for index in references.definitions {
      switch set.rules[index].body {
      case .formula, .table: behind.formUnion(set.rules[index].references.facts)
      case .list, .dated, .waiver: break
      }
    }
    for index in references.facts.union(behind).sorted() {
      uses.append(used(set.model.facts[index], facts.values[index], .fact(index)))
    }
    for index in references.records.sorted() { uses.append(used(records: index)) }
    for index in references.definitions.sorted() {
      let rule = set.rules[index]
      guard rule.parameters.isEmpty, rule.records == nil || rule.records == item?.records else {
        continue
      }
      let value = try value(of: rule)
      uses.append(
        UsedValue(
          id: NameKey.identifier(rule.name.english),
          name: rule.name,
          value: Bilingual(rule.type.text(value, .english), rule.type.text(value, .chinese)),
          canonical: rule.type.canonical(value),
          isFact: false,
          place: rule.place,
          policy: set.measures[rule.measure].id,
          provenance: nil,
          verifiedBy: nil,
          standing: assessor.standings.of(index)
        )
      )
    }
    return uses
  }

  func used(_ fact: Fact, _ value: Value, _ key: MissingFact) -> UsedValue {
    UsedValue(
      id: NameKey.identifier(fact.name.english),
      name: fact.name,
      value: Bilingual(fact.type.text(value, .english), fact.type.text(value, .chinese)),
      canonical: fact.type.canonical(value),
      isFact: true,
      place: nil,
      provenance: facts.provenance[key],
      verifiedBy: fact.verifiedBy,
      standing: nil
    )
  }

  private func used(records index: Int) -> UsedValue {
    let kind = set.model.records[index]
    let (text, canonical): (Bilingual, String) =
      switch facts.records[index] {
      case .unknown: (Bilingual("unknown", "未知"), "?")
      case .known(let rows) where rows.isEmpty: (Bilingual("none", "无"), "none")
      case .known(let rows):
        (
          Bilingual(
            rows.count == 1 ? "1 record" : "\(rows.count) records",
            "\(rows.count)条记录"
          ),
          String(rows.count)
        )
      }
    return UsedValue(
      id: NameKey.identifier(kind.name.english),
      name: kind.name,
      value: text,
      canonical: canonical,
      isFact: true,
      place: nil,
      provenance: facts.provenance[.records(index)],
      verifiedBy: kind.attributes.last?.verifiedBy,
      standing: nil
    )
  }

  static func status(_ value: Value) -> ConditionStatus {
    switch value {
    case .truth(true): .met
    case .unknown: .unknown
    default: .notMet
    }
  }
}
