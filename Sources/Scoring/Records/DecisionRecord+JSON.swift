import ExpressionLanguage

extension DecisionRecord {
  /// The record as JSON, byte for byte the same wherever it is written, without its seal.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package var text: String { JSONWriter.text(value) }

  var value: JSONValue {
    .object([
      ("record", .number(DecisionRecord.format)),
      ("engine", .text(engine)),
      ("jurisdiction", .text(jurisdiction)),
      ("on", .text(on.description)),
      ("begun", JSONValue(begun?.description)),
      ("name", JSONValue(displayName)),
      ("policies", .list(policies, DecisionRecord.policy)),
      ("dictionaries", .list(dictionaries, DecisionRecord.dictionary)),
      ("facts", .list(facts, DecisionRecord.fact)),
      ("records", .list(records, DecisionRecord.records)),
      ("outcome", outcome),
    ])
  }

  private static func policy(_ policy: RecordedPolicy) -> JSONValue {
    .object([
      ("id", .text(policy.id)),
      ("version", .text(policy.version.description)),
      ("texts", .list(policy.texts) { .object(text($0)) }),
    ])
  }

  private static func dictionary(_ dictionary: RecordedText) -> JSONValue {
    .object([("id", .text(dictionary.id))] + text(dictionary))
  }

  private static func text(_ text: RecordedText) -> [(key: String, value: JSONValue)] {
    [("path", .text(text.path)), ("sha256", .text(text.hash))]
  }

  private static func fact(_ fact: RecordedFact) -> JSONValue {
    .object(
      [
        ("id", .text(fact.id)),
        ("state", .text(fact.state.rawValue)),
        ("value", JSONValue(fact.value)),
      ] + provenance(fact.provenance)
    )
  }

  private static func records(_ records: RecordedRecords) -> JSONValue {
    .object(
      [
        ("id", .text(records.id)),
        ("state", .text(records.isKnown ? "known" : "unknown")),
      ] + provenance(records.provenance) + [
        ("items", .list(records.items) { .list($0, fact) })
      ]
    )
  }

  private static func provenance(
    _ provenance: Provenance?
  ) -> [(key: String, value: JSONValue)] {
    [("source", JSONValue(provenance?.source)), ("asOf", JSONValue(provenance?.asOf))]
  }
}
