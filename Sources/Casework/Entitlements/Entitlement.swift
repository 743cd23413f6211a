package import ExpressionLanguage

/// What a holder may have of one service or convenience on a day: 权益.
package struct Entitlement: Hashable, Sendable {
  /// Whether; unknown never reads as no.
  package enum Answer: String, CaseIterable, Hashable, Sendable, Codable {
    case yes, no, suspended, unknown
  }

  /// The stable name of the service, such as `compulsory-education`.
  package var service: String
  /// Its label.
  package var name: Bilingual
  /// Whether.
  package var answer: Answer
  /// Why, and what to do where it is not a yes.
  package var reason: Bilingual
  /// The article and clause that open it, with the weakest standing of what the answer rests on.
  package var citation: Citation
  /// Who gives it.
  package var providedBy: Bilingual
  /// The facts that are missing for an answer, by their stable names; empty unless it is unknown.
  package var missing: [String]
  /// The last day for which the answer holds if nothing else happens; `nil` where time does not
  /// change it.
  package var validUntil: CivilDate?
}
