import Accounts
import ExpressionLanguage

/// 恢复码: ten codes for who has lost their phone, shown once.
enum RecoveryCodesPage {
  struct View: Sendable {
    let codes: [String]
    let isEnrolled: Bool
    let onward: String
  }

  struct AskView: Sendable {
    let left: Int
  }

  static let show: Route.Handler = Confirmed.handler { visit in
    guard let account = visit.account else { throw Fault.signInNeeded }
    guard account.hasSecondFactor else { return visit.redirect(to: "/account") }
    try Confirmed.check(visit)
    return try visit.page(
      "account/recovery-ask",
      title: Bilingual("New recovery codes", "更换恢复码"),
      AskView(left: try await visit.service.accounts.recoveryCodesLeft(of: account.id)),
      back: "/account"
    )
  }

  static let send: Route.Handler = Confirmed.handler { visit in
    guard let token = visit.sessionToken else { throw Fault.signInNeeded }
    let codes = try await visit.service.accounts.makeRecoveryCodes(in: token)
    return try page(visit, codes, isEnrolled: false)
  }

  /// The codes, this once.
  static func page(_ visit: Visit, _ codes: [String], isEnrolled: Bool) throws -> Reply {
    let home = visit.link(isEnrolled ? NextPage.home(of: visit.session?.account) : "/account")
    return try visit.page(
      "account/recovery-codes",
      title: Bilingual("Keep your recovery codes", "请保存恢复码"),
      View(codes: codes, isEnrolled: isEnrolled, onward: visit.next?.path ?? home)
    )
  }
}
