import ExpressionLanguage
import Policy

extension AssessmentJSON {
  /// One text that a version of a measure comes from.
  static func text(_ text: MeasureText) -> JSONValue {
    .object([
      ("title", both(text.title)),
      ("from", .text(text.from.description)),
      ("standing", .text(text.standing.standing.word)),
      ("hash", .text(text.hash)),
    ])
  }

  /// Why a version decides a case that began earlier.
  static func decision(_ decision: CaseDecision) -> JSONValue {
    .object([
      ("reason", .text(decision.reason.rawValue)),
      ("rule", .text((decision.transition ?? .silent).word.rawValue)),
      ("isSaid", .truth(decision.transition != nil)),
      ("until", JSONValue(decision.transition?.until?.description)),
      ("place", both(decision.transition.flatMap { $0.place.isEmpty ? nil : $0.place })),
      ("change", both(decision.change)),
      ("compared", .truth(decision.wasCompared)),
    ])
  }
}
