import Registry
import Accounts
import ExpressionLanguage
import PermitCredential

/// 设置验证器: shows a secret once, takes its first code, and hands out recovery codes.
enum EnrolPage {
  struct View: Sendable {
    let next: String?
    let picture: String
    let offer: String
    let secret: String
    let isNeeded: Bool
    let demoCode: String?
    let codeError: String?
  }

  static let show: Route.Handler = Confirmed.handler { visit in
    guard let token = visit.sessionToken, let session = visit.session else {
      throw Fault.signInNeeded
    }
    if session.standing == .awaitingSecondFactor {
      return visit.redirect(to: "/account/second-factor" + visit.nextQuery)
    }
    do {
      let offer = try await visit.service.accounts.offerSecondFactor(
        in: token,
        issuer: visit.say("Anju", "安居")
      )
      return try page(visit, session, offer.uri)
    } catch AccountFault.mustReauthenticate where session.standing == .awaitingEnrolment {
      // There is nothing yet to prove oneself with but signing in anew.
      try await visit.service.accounts.endSession(token)
      return visit.redirect(to: "/sign-in" + visit.nextQuery).endingSession()
    }
  }

  static let send: Route.Handler = Confirmed.handler { visit in
    guard let token = visit.sessionToken, let session = visit.session else {
      throw Fault.signInNeeded
    }
    do {
      let enrolment = try await visit.service.accounts.confirmSecondFactor(
        code: visit.form["code"] ?? "",
        in: token,
        from: visit.networkAddress,
        on: visit.devices
      )
      return try RecoveryCodesPage.page(visit, enrolment.recoveryCodes, isEnrolled: true)
        .holding(enrolment.opened)
    } catch AccountFault.wrongCode {
      guard let offer = visit.form["offer"], secret(in: offer) != nil else {
        return visit.redirect(to: "/account/second-factor/enrol" + visit.nextQuery)
      }
      return try page(visit, session, offer, AccountFault.wrongCode.text)
    } catch AccountFault.secondFactor {
      // The offer is too old: another is made.
      return visit.redirect(to: "/account/second-factor/enrol" + visit.nextQuery)
    }
  }

  /// The secret of an authenticator's address, as this service makes them.
  private static func secret(in uri: String) -> String? {
    guard uri.hasPrefix("otpauth://totp/"), uri.utf8.count <= 1_000,
      let query = uri.split(separator: "?", maxSplits: 1).last,
      let secret = Form(urlEncoded: query.utf8)?["secret"]
    else { return nil }
    return secret.utf8.allSatisfy { (65...90).contains($0) || (50...55).contains($0) }
      ? secret : nil
  }

  private static func page(
    _ visit: Visit,
    _ session: Session,
    _ offer: String,
    _ wrong: Bilingual? = nil
  ) throws -> Reply {
    guard let secret = secret(in: offer) else { throw Fault.broken }
    let error = wrong.map { visit.say($0).capitalised }
    let isDemo = visit.service.settings.isDemo
    return try visit.page(
      "account/enrol",
      title: Bilingual("Set up an authenticator", "设置身份验证器"),
      View(
        next: visit.next?.path,
        picture: try QRCode(offer).svg(
          title: visit.say("QR code for your authenticator", "供验证器扫描的二维码"),
          name: "aj-qr-code"
        ),
        offer: offer,
        secret: grouped(secret),
        isNeeded: session.standing == .awaitingEnrolment,
        demoCode: isDemo
          ? Authenticator.code(of: secret, at: visit.office.now.milliseconds) : nil,
        codeError: error
      ),
      mistakes: error.map { [Layout.Mistake("code", $0)] } ?? [],
      back: session.standing == .signedIn ? "/account" : nil
    )
  }

  /// In fours, as one types it.
  private static func grouped(_ secret: String) -> String {
    var text = ""
    for (index, letter) in secret.enumerated() {
      if index > 0, index.isMultiple(of: 4) { text += " " }
      text.append(letter)
    }
    return text
  }
}
