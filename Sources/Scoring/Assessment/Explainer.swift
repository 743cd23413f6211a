import ExpressionLanguage
import Policy

/// Says why: walks the rules beside the values that the evaluator has found.
///
/// Evaluation keeps no trace; what a rule says is asked again item by item, so that deciding
/// without reasons costs nothing for them.
struct Explainer {
  let book: Phrasebook
  let facts: Facts
  let evaluator: Evaluator
  let frame: Evaluator.Frame
  /// The record in hand, inside a rule for each record.
  let item: (records: Int, position: Int)?

  init(
    _ book: Phrasebook,
    facts: Facts,
    evaluator: Evaluator,
    frame: Evaluator.Frame = Evaluator.Frame(),
    item: (records: Int, position: Int)? = nil
  ) {
    self.book = book
    self.facts = facts
    self.evaluator = evaluator
    self.frame = frame
    self.item = item
  }

  func value(_ node: Node) throws(EvaluationFault) -> Value { try evaluator.evaluate(node, frame) }

  /// The value of a rule: remembered, or for the record in hand.
  func value(of rule: ExplainedRule) throws(EvaluationFault) -> Value {
    rule.rule.records == nil
      ? try evaluator.value(of: rule.rule.id)
      : try evaluator.value(of: rule.rule.id, record: frame.record)
  }

  /// The missing facts by name.
  func names(_ missing: Missing?) -> [MissingName] {
    missing?.facts.map(book.name) ?? []
  }

  /// What is mentioned, with the values.
  func uses(_ mentions: [Mentions.Mention]) throws(EvaluationFault) -> [UsedValue] {
    var uses: [UsedValue] = []
    uses.reserveCapacity(mentions.count)
    try use(mentions, &uses)
    return uses
  }

  /// Adds what is mentioned, with the values.
  func use(
    _ mentions: [Mentions.Mention],
    _ uses: inout [UsedValue]
  ) throws(EvaluationFault) {
    for mention in mentions {
      switch mention {
      case .fact(let index):
        uses.append(
          UsedValue(book.facts[index], facts.values[index], provenance: provenance(.fact(index)))
        )
      case .records(let index):
        let count: Value =
          switch facts.records[index] {
          case .known(let rows): .number(Int64(rows.count))
          case .unknown: .unknown(Missing(.records(index)))
          }
        uses.append(
          UsedValue(book.records[index], count, provenance: provenance(.records(index)))
        )
      case .rule(let index, let records):
        guard records == nil || records == item?.records else { continue }
        let rule = book.rules[index]
        uses.append(UsedValue(rule.subject, try value(of: rule)))
      }
    }
  }

  /// Where a value comes from; most files do not tell.
  func provenance(_ fact: MissingFact) -> Provenance? {
    facts.provenance.isEmpty ? nil : facts.provenance[fact]
  }

  static func status(_ value: Value) -> ConditionStatus {
    switch value {
    case .truth(true): .met
    case .unknown: .unknown
    default: .notMet
    }
  }
}
