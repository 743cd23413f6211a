import Registry
import Accounts
import ExpressionLanguage

/// 验证码: the second step of signing in.
enum SecondFactorPage {
  struct View: Sendable {
    let next: String?
    let demoCode: String?
    let codeError: String?
  }

  static let show: Route.Handler = { visit in
    guard let session = visit.session, let account = session.account else {
      throw Fault.signInNeeded
    }
    switch session.standing {
    case .awaitingSecondFactor: return try page(visit, account)
    case .awaitingEnrolment:
      return visit.redirect(to: "/account/second-factor/enrol" + visit.nextQuery)
    case .signedIn, .anonymous: return visit.forward(account)
    }
  }

  static let send: Route.Handler = { visit in
    guard let token = visit.sessionToken, let account = visit.session?.account else {
      throw Fault.signInNeeded
    }
    let answer = try await visit.service.accounts.passSecondFactor(
      code: visit.form["code"] ?? "",
      in: token,
      from: visit.networkAddress,
      on: visit.devices
    )
    switch answer {
    case .opened(let opened): return await visit.arrived(opened)
    case .wrong: return try page(visit, account, AccountFault.wrongCode.text)
    case .wait(let until), .waitHere(let until):
      return try page(visit, account, visit.waiting(until: until)).waiting(until: until, visit)
    case .blocked: return try page(visit, account, AccountFault.blocked.text)
    }
  }

  /// The code that a demo's made-up person has on their telephone.
  ///
  /// A code is taken once; whoever tried this half minute's in vain is shown the next one, which is
  /// taken too.
  static func demoCode(of account: Account, _ visit: Visit, isLater: Bool) -> String? {
    let settings = visit.service.settings
    guard settings.isDemo, let name = account.name,
      let secret = settings.demoPeople.first(where: { $0.name == name })?.secondFactor
    else { return nil }
    let now = visit.office.now.milliseconds
    return Authenticator.code(of: secret, at: isLater ? now + 30 * .second : now)
  }

  private static func page(
    _ visit: Visit,
    _ account: Account,
    _ wrong: Bilingual? = nil
  ) throws -> Reply {
    let error = wrong.map { visit.say($0).capitalised }
    return try visit.page(
      "account/second-factor",
      title: Bilingual("Enter the code", "输入验证码"),
      View(
        next: visit.next?.path,
        demoCode: demoCode(of: account, visit, isLater: wrong != nil),
        codeError: error
      ),
      mistakes: error.map { [Layout.Mistake("code", $0)] } ?? []
    )
  }
}
