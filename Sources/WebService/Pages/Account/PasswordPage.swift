import Accounts
import ExpressionLanguage

/// 更改密码.
enum PasswordPage {
  struct View: Sendable {
    let hasPassword: Bool
    let login: String?
    let oldError: String?
    let passwordError: String?
    let least: Int
  }

  static let show: Route.Handler = Confirmed.handler { visit in
    guard let account = visit.account else { throw Fault.signInNeeded }
    if !account.hasPassword { try Confirmed.check(visit) }
    return try page(visit, account)
  }

  static let send: Route.Handler = Confirmed.handler { visit in
    guard let token = visit.sessionToken, let account = visit.account else {
      throw Fault.signInNeeded
    }
    do {
      let opened = try await visit.service.accounts.changePassword(
        from: visit.form.raw("old") ?? "",
        to: visit.form.raw("password") ?? "",
        in: token,
        from: visit.networkAddress,
        on: visit.devices
      )
      let words = Bilingual(
        "Your password is changed. You are signed out everywhere else.",
        "密码已更改，其他地方的登录已全部结束。"
      )
      try? await visit.service.accounts.setFlash(visit.say(words), in: opened.token)
      return visit.redirect(to: "/account").holding(opened)
    } catch AccountFault.wait(let until) {
      let mistake = Layout.Mistake("old", visit.say(visit.waiting(until: until)))
      return try page(visit, account, mistake).waiting(until: until, visit)
    } catch let fault as AccountFault {
      let field: String
      switch fault {
      case .wrongPassword: field = "old"
      case .password: field = "password"
      default: throw fault
      }
      return try page(visit, account, Layout.Mistake(field, visit.say(fault.text).capitalised))
    }
  }

  private static func page(
    _ visit: Visit,
    _ account: Account,
    _ mistake: Layout.Mistake? = nil
  ) throws -> Reply {
    func error(_ field: String) -> String? { mistake?.field == field ? mistake?.text : nil }
    return try visit.page(
      "account/password",
      title: Bilingual("Change your password", "更改密码"),
      View(
        hasPassword: account.hasPassword,
        login: account.name,
        oldError: error("old"),
        passwordError: error("password"),
        least: account.mustHaveSecondFactor ? 12 : 8
      ),
      mistakes: mistake.map { [$0] } ?? [],
      back: "/account"
    )
  }
}
