import PermitCredential
import Casework
import ExpressionLanguage
import PermitCredential
import Registry

/// 电子居住证: the permit as a page, to be shown on a phone or printed.
///
/// It has the holder's name, so it is the holder's own, or theirs who acts for them.
enum CertificatePage {
  struct View: Sendable {
    let card: Face?
    let isForAnother: Bool
  }

  struct Face: Sendable {
    let name: String
    let serial: String
    let issuer: String
    let issued: ShownDay
    let made: ShownDay
    let isReplacement: Bool
    let due: ShownDay?
    let ended: ShownDay?
    let at: ShownMoment
    let isActive: Bool
    let isSuspended: Bool
    let isCancelled: Bool
    let isUnknown: Bool
    /// The permit is good, and this card of it is not.
    let isCardOut: Bool
    let isLost: Bool
    let svg: String?
    let link: String?
  }

  static let show = MyFile.handler { mine in
    let certificate = try await Certificate.of(mine.file, mine.visit)
    return try mine.page(
      "certificates/certificate",
      title: Bilingual("Electronic residence permit", "电子居住证"),
      View(card: certificate.map { face($0, mine) }, isForAnother: mine.isForAnother),
      back: "/me/permit"
    )
  }

  private static func face(_ certificate: Certificate, _ mine: MyFile) -> Face {
    let (permit, card, visit) = (certificate.permit, certificate.card, mine.visit)
    let state = permit.state(on: mine.today)
    let ended = state.isLive ? nil : permit.end.map { ShownDay($0.on, visit) }
    return Face(
      name: mine.name,
      serial: card.serial,
      issuer: visit.officeName(permit.issuer),
      issued: ShownDay(permit.issued, visit),
      made: ShownDay(card.made, visit),
      isReplacement: card.made != permit.issued,
      due: state.isLive ? permit.endorsementDue(on: mine.today).map { ShownDay($0, visit) } : nil,
      ended: ended,
      at: ShownMoment(visit.office.now.milliseconds, visit),
      isActive: certificate.answer == .valid,
      isSuspended: certificate.answer == .suspended,
      isCancelled: certificate.answer == .cancelled,
      isUnknown: certificate.answer == .unknown,
      isCardOut: state.isLive && certificate.answer == .cancelled,
      isLost: card.state == .lost,
      svg: certificate.proof?.code.svg(
        title: visit.say("QR code by which this permit is checked", "核验本居住证的二维码"),
        name: "aj-qr-code"
      ),
      link: certificate.proof?.link
    )
  }
}
