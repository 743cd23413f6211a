import Accounts
import ExpressionLanguage

/// 移除验证器: for whose role may be without one.
enum RemoveFactorPage {
  struct View: Sendable {}

  static let show: Route.Handler = Confirmed.handler { visit in
    guard let account = visit.account else { throw Fault.signInNeeded }
    guard account.hasSecondFactor, !account.mustHaveSecondFactor else {
      return visit.redirect(to: "/account")
    }
    try Confirmed.check(visit)
    return try visit.page(
      "account/remove-factor",
      title: Bilingual("Take the authenticator off", "移除验证器"),
      View(),
      back: "/account"
    )
  }

  static let send: Route.Handler = Confirmed.handler { visit in
    guard let token = visit.sessionToken else { throw Fault.signInNeeded }
    try await visit.service.accounts.removeSecondFactor(in: token)
    return await visit.done(
      Bilingual(
        "The authenticator is off: your password alone signs you in.",
        "验证器已移除，今后只用密码登录。"
      ),
      to: "/account"
    )
  }
}
