package import Casework
import ExpressionLanguage

/// What a holder may have of one service, as programs are told it.
package struct EntitlementDocument: Encodable, Sendable {
  var service: String
  var name: Bilingual
  var answer: Entitlement.Answer
  var reason: Bilingual
  var citation: Casework.Citation
  var validUntil: CivilDate?

  /// One answer.
  package init(_ entitlement: Entitlement) {
    service = entitlement.service
    name = entitlement.name
    answer = entitlement.answer
    reason = entitlement.reason
    citation = entitlement.citation
    validUntil = entitlement.validUntil
  }
}
