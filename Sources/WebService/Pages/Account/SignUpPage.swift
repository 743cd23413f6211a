import Registry
import Accounts
import ExpressionLanguage

/// 注册: a resident's account by name and password.
enum SignUpPage {
  struct View: Sendable {
    let login: String
    let isEnglishChosen: Bool
    let next: String?
    let nextQuery: String
    let nameError: String?
    let passwordError: String?
    let least = 8
    let provider: String?
  }

  static let show: Route.Handler = { visit in
    if let account = visit.account { return visit.forward(account) }
    return try page(visit)
  }

  static let send: Route.Handler = { visit in
    try checkRate(visit)
    let language: Language =
      switch visit.form["language"] {
      case "zh": .chinese
      case "en": .english
      default: visit.language
      }
    do {
      let opened = try await visit.service.accounts.signUp(
        name: visit.form["name"] ?? "",
        password: visit.form.raw("password") ?? "",
        language: language,
        from: visit.networkAddress,
        replacing: visit.sessionToken,
        on: visit.devices
      )
      if let next = visit.next { return Reply.redirect(to: next.path).holding(opened) }
      return Reply.redirect(to: "/\(language.rawValue)/me/start").holding(opened)
    } catch AccountFault.wait(let until) {
      let words = Layout.Mistake("name", visit.say(visit.waiting(until: until)))
      return try page(visit, words).waiting(until: until, visit)
    } catch let fault as AccountFault {
      let field: String
      switch fault {
      case .name, .nameTaken: field = "name"
      case .password: field = "password"
      default: throw fault
      }
      return try page(visit, Layout.Mistake(field, visit.say(fault.text).capitalised))
    }
  }

  /// Lets only so many accounts be made from one address in a minute.
  static func checkRate(_ visit: Visit) throws(Fault) {
    let wait = visit.service.limits.wait(
      .signUps,
      for: visit.networkAddress,
      limit: max(5, visit.service.settings.requestsPerMinute / 60),
      at: visit.office.now.milliseconds
    )
    if let wait { throw .tooMany(wait: wait) }
  }

  private static func page(_ visit: Visit, _ mistake: Layout.Mistake? = nil) throws -> Reply {
    func error(_ field: String) -> String? { mistake?.field == field ? mistake?.text : nil }
    return try visit.page(
      "account/sign-up",
      title: Bilingual("Sign up", "注册账号"),
      View(
        login: visit.form["name"] ?? "",
        isEnglishChosen: (visit.form["language"] ?? visit.language.rawValue) == "en",
        next: visit.next?.path,
        nextQuery: visit.nextQuery,
        nameError: error("name"),
        passwordError: error("password"),
        provider: visit.service.settings.openID.map { visit.say($0.nameEnglish, $0.nameChinese) }
      ),
      mistakes: mistake.map { [$0] } ?? []
    )
  }
}
