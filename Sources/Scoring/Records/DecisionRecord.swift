package import ExpressionLanguage
package import Policy

/// Everything that one decision rests on, and the decision: whoever has it can decide again.
///
/// `Documentation/Guides/records.md` describes how it is written.
package struct DecisionRecord: Sendable {
  /// The version of the format; a reader for each version stays.
  package static let format: Int64 = 1

  /// The version of the engine that decided.
  package var engine: String
  /// The jurisdiction.
  package var jurisdiction: String
  /// The legal date.
  package var on: CivilDate
  /// The day on which the case began, where an older version of a measure may decide it.
  package var begun: CivilDate?
  /// The name to show, if the facts gave one and it was not left out.
  package var displayName: String?
  /// The measures.
  package var policies: [RecordedPolicy]
  /// The dictionaries.
  package var dictionaries: [RecordedText]
  /// The facts, as the dictionaries declare them; what was not given is unknown.
  package var facts: [RecordedFact]
  /// The records, as the dictionaries declare them.
  package var records: [RecordedRecords]
  /// What was decided, with every reason, as the assessment's JSON has it.
  var outcome: JSONValue

  /// Puts down what an assessment rests on.
  ///
  /// - Complexity: O(*n*) in the facts and in the size of the outcome.
  package init(
    _ assessment: Assessment,
    of facts: Facts,
    by set: PolicySet,
    engine: String,
    keepsName: Bool = true
  ) {
    self.engine = engine
    jurisdiction = assessment.jurisdiction
    on = assessment.on
    begun = assessment.begun
    displayName = keepsName ? facts.displayName : nil
    policies = set.measures.map { measure in
      RecordedPolicy(
        id: measure.id,
        version: measure.from,
        texts: measure.texts.map { RecordedText(path: $0.path, hash: $0.hash) }
      )
    }
    dictionaries = set.dictionaries.map { dictionary in
      RecordedText(id: dictionary.id, path: dictionary.path, hash: dictionary.hash)
    }
    self.facts = set.model.facts.indices.map { index in
      RecordedFact(set.model.facts[index], facts.values[index], facts.provenance[.fact(index)])
    }
    records = set.model.records.indices.map { index in
      RecordedRecords(set.model.records[index], index, facts)
    }
    outcome = AssessmentJSON.outcome(assessment)
  }

  init(
    engine: String,
    jurisdiction: String,
    on: CivilDate,
    begun: CivilDate?,
    displayName: String?,
    policies: [RecordedPolicy],
    dictionaries: [RecordedText],
    facts: [RecordedFact],
    records: [RecordedRecords],
    outcome: JSONValue
  ) {
    self.engine = engine
    self.jurisdiction = jurisdiction
    self.on = on
    self.begun = begun
    self.displayName = displayName
    self.policies = policies
    self.dictionaries = dictionaries
    self.facts = facts
    self.records = records
    self.outcome = outcome
  }
}

/// One measure that decided, in one version.
package struct RecordedPolicy: Hashable, Sendable {
  /// Its identifier.
  package var id: String
  /// The day from which the version is in force.
  package var version: CivilDate
  /// The texts that make it up, the first its own; amendments follow.
  package var texts: [RecordedText]
}

/// One text, told from all others by its hash.
package struct RecordedText: Hashable, Sendable {
  /// What it calls itself; empty for a text of a measure, which has the measure's name.
  package var id = ""
  /// The path within its folder.
  package var path: String
  /// The SHA-256 of its bytes, in hexadecimal.
  package var hash: String
}

/// One fact, or one attribute of a record.
package struct RecordedFact: Hashable, Sendable {
  /// What is known of it.
  package enum State: String, Sendable {
    case known, none, unknown
  }

  /// The stable name.
  package var id: String
  /// What is known of it.
  package var state: State
  /// The canonical value of what is known.
  package var value: String?
  /// Where it comes from, as far as the file told.
  package var provenance: Provenance?
}

/// The records of one kind.
package struct RecordedRecords: Hashable, Sendable {
  /// The stable name.
  package var id: String
  /// Whether it is known which there are.
  package var isKnown: Bool
  /// Where that comes from, as far as the file told.
  package var provenance: Provenance?
  /// The records, each with all its attributes.
  package var items: [[RecordedFact]]
}
