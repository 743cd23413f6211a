import Accounts
import Casework
import ExpressionLanguage
import HTTPTypes

/// 登录: by name and password, or by a provider.
enum SignInPage {
  struct View: Sendable {
    /// Somebody made up, as whom anybody may come in.
    struct Somebody: Sendable {
      let login: String
      let secret: String
      let who: String
    }
    let login: String
    let next: String?
    let nextQuery: String
    let provider: String?
    let residents: [Somebody]
    let staff: [Somebody]
    let hasDemo: Bool
    let isPasswordSet: Bool
  }

  static let show: Route.Handler = { visit in
    if let account = visit.account { return visit.forward(account) }
    return try page(visit)
  }

  static let send: Route.Handler = { visit in
    let answer = try await visit.service.accounts.signIn(
      name: visit.form["name"] ?? "",
      password: visit.form.raw("password") ?? "",
      from: visit.networkAddress,
      replacing: visit.sessionToken,
      on: visit.devices
    )
    switch answer {
    case .opened(let opened): return await visit.arrived(opened)
    case .wrong:
      let words = Bilingual(
        "The name or the password is wrong; check both and try again",
        "登录名或密码不正确，请核对后重试"
      )
      return try page(visit, words)
    case .wait(let until), .waitHere(let until):
      return try page(visit, visit.waiting(until: until)).waiting(until: until, visit)
    case .blocked: return try page(visit, AccountFault.blocked.text)
    }
  }

  /// The page; with what went wrong, where it did.
  static func page(
    _ visit: Visit,
    _ wrong: Bilingual? = nil,
    at field: String = "name",
    status: HTTPResponse.Status? = nil
  ) throws -> Reply {
    let settings = visit.service.settings
    let people = settings.isDemo ? settings.demoPeople : []
    func somebody(_ card: DemoPersonCard) -> View.Somebody {
      View.Somebody(
        login: card.name,
        secret: card.password,
        who: visit.say(card.english, card.chinese)
      )
    }
    return try visit.page(
      "account/sign-in",
      title: Bilingual("Sign in", "登录"),
      View(
        login: visit.form["name"] ?? "",
        next: visit.next?.path,
        nextQuery: visit.nextQuery,
        provider: settings.openID.map { visit.say($0.nameEnglish, $0.nameChinese) },
        residents: people.filter { $0.role == Role.resident.rawValue }.map(somebody),
        staff: people.filter { $0.role != Role.resident.rawValue }.map(somebody),
        hasDemo: !people.isEmpty,
        isPasswordSet: visit.query["set"] != nil
      ),
      mistakes: wrong.map { [Layout.Mistake(field, visit.say($0).capitalised)] } ?? [],
      status: status
    )
  }
}
