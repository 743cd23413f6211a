import Accounts
import ExpressionLanguage

/// 再次验证: asks for the password or a code anew before something sensitive.
enum ConfirmPage {
  struct View: Sendable {
    let next: String?
    let nextQuery: String
    let takesCode: Bool
    let takesPassword: Bool
    let login: String?
    let provider: String?
    let demoCode: String?
    let codeError: String?
    let passwordError: String?
  }

  static let show: Route.Handler = { visit in
    guard let account = visit.account else { throw Fault.signInNeeded }
    return try page(visit, account)
  }

  static let send: Route.Handler = { visit in
    guard let token = visit.sessionToken, let account = visit.account else {
      throw Fault.signInNeeded
    }
    let accounts = visit.service.accounts
    let answer =
      account.hasSecondFactor
      ? try await accounts.passSecondFactor(
        code: visit.form["code"] ?? "",
        in: token,
        from: visit.networkAddress,
        on: visit.devices
      )
      : try await accounts.reauthenticate(
        password: visit.form.raw("password") ?? "",
        in: token,
        from: visit.networkAddress,
        on: visit.devices
      )
    switch answer {
    case .opened(let opened):
      let reply = visit.next.map { Reply.redirect(to: $0.path) } ?? visit.redirect(to: "/account")
      return reply.holding(opened)
    case .wrong:
      let fault: AccountFault = account.hasSecondFactor ? .wrongCode : .wrongPassword
      return try page(visit, account, fault.text)
    case .wait(let until), .waitHere(let until):
      return try page(visit, account, visit.waiting(until: until)).waiting(until: until, visit)
    case .blocked: return try page(visit, account, AccountFault.blocked.text)
    }
  }

  private static func page(
    _ visit: Visit,
    _ account: Account,
    _ wrong: Bilingual? = nil
  ) throws -> Reply {
    let field = account.hasSecondFactor ? "code" : "password"
    let mistake = wrong.map { Layout.Mistake(field, visit.say($0).capitalised) }
    return try visit.page(
      "account/confirm",
      title: Bilingual("Is it still you?", "请再次验证"),
      View(
        next: visit.next?.path,
        nextQuery: visit.nextQuery,
        takesCode: account.hasSecondFactor,
        takesPassword: !account.hasSecondFactor && account.hasPassword,
        login: account.name,
        provider: visit.service.settings.openID.map { visit.say($0.nameEnglish, $0.nameChinese) },
        demoCode: SecondFactorPage.demoCode(of: account, visit, isLater: wrong != nil),
        codeError: account.hasSecondFactor ? mistake?.text : nil,
        passwordError: account.hasSecondFactor ? nil : mistake?.text
      ),
      mistakes: mistake.map { [$0] } ?? [],
      back: "/account"
    )
  }
}
