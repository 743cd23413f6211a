import Casework
import ExpressionLanguage
import PermitCredential
import Registry

/// The certificate of a permit's last card: what anybody is answered about it, and while that is
/// *valid*, the signed text and its code.
struct Certificate: Sendable {
  /// The signed text as a link and as a code.
  struct Proof: Sendable {
    let link: String
    let code: QRCode
  }

  let permit: Permit
  let card: Card
  /// What its number answers to anybody.
  let answer: CardAnswer
  /// `nil` while the answer is not *valid*: what no longer counts gets no new code.
  let proof: Proof?

  /// The certificate of a file's last permit; `nil` where there never was one.
  static func of(_ file: ResidentFile, _ visit: Visit) async throws -> Certificate? {
    guard let permit = file.permits.last, let card = permit.card else { return nil }
    let answer = try await visit.office.card(card.serial)
    let proof = answer == .valid ? try await proof(permit, card, visit) : nil
    return Certificate(permit: permit, card: card, answer: answer, proof: proof)
  }

  private static func proof(_ permit: Permit, _ card: Card, _ visit: Visit) async throws -> Proof? {
    let proofs = visit.service.permits
    guard let due = permit.endorsementDue(on: visit.office.today),
      let number = try await visit.office.cardNumber(card.serial),
      let place = proofs.places.place(of: number)
    else { return nil }
    let claims = try PermitClaims(
      issuer: proofs.issuer,
      serial: card.serial,
      issued: card.made,
      due: due,
      place: place
    )
    let link = try PermitToken(claims, by: proofs.keys).link("\(visit.origin)/c/")
    return Proof(link: link, code: try QRCode(link))
  }
}
