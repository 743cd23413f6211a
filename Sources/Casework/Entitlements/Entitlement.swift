package import ExpressionLanguage

/// What a holder may have of one service or convenience on a day: 权益.
package struct Entitlement: Hashable, Sendable {
  /// Whether. Unknown never reads as no.
  package enum Answer: String, CaseIterable, Hashable, Sendable, Codable {
    case yes, no, suspended, unknown
  }

  /// The stable name of the service, such as `compulsory-education`.
  package var service: String
  /// Its label.
  package var name: Bilingual
  /// Whether.
  package var answer: Answer
  /// Why.
  package var reason: Bilingual
  /// The article that opens it.
  package var citation: Citation
  /// The last day for which the answer holds if nothing else happens; `nil` where time does not
  /// change it.
  package var validUntil: CivilDate?
}

extension ResidentFile {
  /// What the person may have of each service on a day, in the order of the measures.
  package func entitlements(on day: CivilDate, by law: OfficeLaw) -> [Entitlement] { [] }
}
