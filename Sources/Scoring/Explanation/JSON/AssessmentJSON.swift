import ExpressionLanguage
import Policy

/// An assessment as JSON for programs; `Documentation/Guides/assessment-json.md` describes it.
package enum AssessmentJSON {
  /// The version of the schema: it changes when a key changes its meaning or goes away.
  package static let schema: Int64 = 1

  /// One assessment as an object.
  package static func text(_ assessment: Assessment, file: String?) -> String {
    JSONWriter.text(value(assessment, file: file))
  }

  /// Several assessments as an array, in the order given.
  package static func text(_ assessments: [(file: String, assessment: Assessment)]) -> String {
    JSONWriter.text(.list(assessments) { value($0.assessment, file: $0.file) })
  }

  private static func value(_ assessment: Assessment, file: String?) -> JSONValue {
    .object([
      ("schema", .number(schema)),
      ("file", JSONValue(file)),
      ("name", JSONValue(assessment.displayName)),
      ("jurisdiction", .text(assessment.jurisdiction)),
      ("on", .text(assessment.on.description)),
      ("begun", JSONValue(assessment.begun?.description)),
      ("policies", .list(assessment.policies, policy)),
      ("channels", .list(assessment.channels, channel)),
      ("services", .list(assessment.services, service)),
    ])
  }

  /// What was decided and why, without the file, the person and what the decision was asked for.
  static func outcome(_ assessment: Assessment) -> JSONValue {
    guard case .object(let entries) = value(assessment, file: nil) else { return .null }
    let asked: Set = ["file", "name", "jurisdiction", "on", "begun"]
    return .object(entries.filter { !asked.contains($0.key) })
  }

  private static func policy(_ policy: Assessment.AppliedPolicy) -> JSONValue {
    .object([
      ("id", .text(policy.id)),
      ("version", .text(policy.version.description)),
      ("hash", .text(policy.hash)),
      ("title", both(policy.title)),
      ("standing", .text(policy.standing.word)),
      ("texts", .list(policy.texts, text)),
      ("decision", policy.decision.map(decision) ?? .null),
    ])
  }

  private static func service(_ service: ServiceResult) -> JSONValue {
    .object(
      [
        ("id", .text(service.id)),
        ("name", both(service.name)),
        ("policy", .text(service.policy)),
      ] + place(service.place) + [
        ("listedUnder", both(service.article)),
        ("answer", .text(service.answer.rawValue)),
        ("providedBy", both(service.providedBy)),
        ("required", .list(service.required) { both($0) }),
        ("standing", .text(service.standing.word)),
        ("uses", .list(service.uses, use)),
        ("missing", .list(service.missing, missing)),
      ]
    )
  }

  /// Both languages of a text.
  static func both(_ text: Bilingual) -> JSONValue {
    .object([("en", .text(text[.english])), ("zh", .text(text[.chinese]))])
  }

  /// Both languages of a text, or `null` where there is none.
  static func both(_ text: Bilingual?) -> JSONValue { text.map { both($0) as JSONValue } ?? .null }

  /// Where something stands; a heading without a number of its own is cited by its label.
  static func place(_ place: Place) -> [(key: String, value: JSONValue)] {
    let whole = place.whole
    return [
      ("article", both(Bilingual(whole.citation(.english), whole.citation(.chinese)))),
      ("section", place.section.isEmpty ? .null : both(place.section)),
      ("clause", .text(place.clause)),
    ]
  }

  /// A fact or a rule with its value.
  static func use(_ use: UsedValue) -> JSONValue {
    .object(
      [
        ("id", .text(use.id)),
        ("name", both(use.name)),
        ("kind", .text(use.isFact ? "fact" : "rule")),
        ("value", both(use.value)),
        ("canonical", .text(use.canonical)),
        ("policy", JSONValue(use.policy)),
      ]
        + (use.place.map(place) ?? [("article", .null), ("section", .null), ("clause", .null)])
        + [
          ("source", JSONValue(use.provenance?.source)),
          ("asOf", JSONValue(use.provenance?.asOf)),
          ("verifiedBy", both(use.verifiedBy)),
          ("standing", JSONValue(use.standing?.word)),
        ]
    )
  }

  /// A missing fact with who verifies it.
  static func missing(_ name: MissingName) -> JSONValue {
    .object([
      ("id", .text(name.id)),
      ("name", both(name.name)),
      ("verifiedBy", both(name.verifiedBy)),
    ])
  }
}
