extension Evaluator {
  /// What an expression can still give, over other facts and records than those given.
  ///
  /// Rules that are known here stay as they are, so `facts` and `records` may only narrow what is
  /// unknown.
  package func possibilities(
    facts: [ValueSet],
    records: [RecordsSet]
  ) -> PossibilityEvaluator {
    PossibilityEvaluator(
      program: program,
      facts: facts,
      records: records,
      legalDate: legalDate...legalDate,
      given: settledRules,
      tables: tables
    )
  }

  /// What a frame's values can still be.
  package func possibilities(of frame: Frame) -> PossibilityEvaluator.Frame {
    PossibilityEvaluator.Frame(
      parameters: frame.parameters.map { ValueSet(only: $0) },
      record: frame.record.map { value in
        guard case .attribute(let kind, _, let attribute)? = value.missing?.facts.first,
          program.records.indices.contains(kind),
          program.records[kind].attributes.indices.contains(attribute)
        else { return ValueSet(only: value) }
        return program.records[kind].attributes[attribute]
      }
    )
  }

  /// The value of an expression of which a part is unknown: known all the same where every value
  /// that the part can still have gives the same.
  ///
  /// `unknown` is the value as the parts alone tell it.
  func settled(_ unknown: Value, _ node: Node, _ frame: Frame) -> Value {
    possibilities.values(node, possibilities(of: frame)).only ?? unknown
  }
}
