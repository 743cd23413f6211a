import Accounts
import ExpressionLanguage
import HTTPTypes

/// 设置密码: by the one-time link of an invitation, or the one-time code of the window.
///
/// The code is the whole of the right to set the password: it stands in no page's address after the
/// first, goes to no other site as a referrer, and is good once.
enum SetPasswordPage {
  struct View: Sendable {
    let code: String
    let isKnown: Bool
    let login: String?
    let codeError: String?
    let passwordError: String?
    let least: Int
  }

  static let show: Route.Handler = { visit in
    guard let code = visit.parameters["token"] else { return try await page(visit, code: nil) }
    return try await page(visit, code: code)
  }

  static let send: Route.Handler = { visit in
    let code = visit.form["code"] ?? ""
    do {
      _ = try await visit.service.accounts.setPassword(
        visit.form.raw("password") ?? "",
        with: code,
        from: visit.networkAddress
      )
    } catch AccountFault.wait(let until) {
      let mistake = Layout.Mistake("code", visit.say(visit.waiting(until: until)))
      return try await page(visit, code: code, mistake).waiting(until: until, visit)
    } catch let fault as AccountFault {
      let field: String
      switch fault {
      case .codeInvalid, .blocked: field = "code"
      case .password: field = "password"
      default: throw fault
      }
      let mistake = Layout.Mistake(field, visit.say(fault.text).capitalised)
      return try await page(visit, code: code, mistake)
    }
    // Whoever sets a password signs in with it: a link that was read by others opens no session.
    return visit.redirect(to: "/sign-in?set=1")
  }

  private static func page(
    _ visit: Visit,
    code: String?,
    _ mistake: Layout.Mistake? = nil
  ) async throws -> Reply {
    var account: Account?
    if let code { account = try await visit.service.accounts.account(resetBy: code) }
    var mistakes = mistake.map { [$0] } ?? []
    if code != nil, account == nil, mistakes.isEmpty {
      mistakes = [Layout.Mistake("code", visit.say(AccountFault.codeInvalid.text).capitalised)]
    }
    func error(_ field: String) -> String? { mistakes.first { $0.field == field }?.text }
    var reply = try visit.page(
      "account/set-password",
      title: Bilingual("Set a password", "设置密码"),
      View(
        code: account == nil ? "" : code ?? "",
        isKnown: account != nil,
        login: account?.name,
        codeError: error("code"),
        passwordError: error("password"),
        least: account.map { $0.mustHaveSecondFactor ? 12 : 8 } ?? 8
      ),
      mistakes: mistakes
    )
    reply.headers[.known("Referrer-Policy")] = "no-referrer"
    return reply
  }
}
