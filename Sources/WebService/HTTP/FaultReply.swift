import Accounts
import Casework
import EventStore
import ExpressionLanguage
import FoundationEssentials
import HTTPTypes
import Logging

/// Answers a visit that could not be answered as asked: a page, or problem details.
///
/// What it says never holds anything that was sent.
enum FaultReply {
  /// The answer to an error of a handler.
  static func reply(to error: any Error, _ visit: Visit) -> Reply {
    let problem = Problem(of: error)
    tell(problem, error, visit.service)
    if problem.status == .forbidden {
      RefusalLog.note(problem.id, visit.session?.account, visit.route, visit.service)
    }
    if visit.route.kind != .page { return problem.forPrograms.reply(visit.language) }
    if problem.id == "sign-in-needed" { return signIn(visit) }
    if problem.id == "second-factor-needed" { return visit.redirect(to: "/account/second-factor") }
    if problem.id == "file-needed" { return visit.redirect(to: "/me/start") }
    let view = FaultView(problem, visit.language)
    let page = try? visit.page("fault", title: problem.title, view, status: problem.status)
    return (page ?? problem.reply(visit.language)).adding(problem.headers)
  }

  /// The answer to an error before there was a visit.
  static func reply(
    to error: any Error,
    _ kind: Route.Kind,
    _ language: Language,
    _ path: String,
    _ service: Service
  ) -> Reply {
    let problem = Problem(of: error)
    tell(problem, error, service)
    guard kind == .page else { return problem.forPrograms.reply(language) }
    let home = "/\(language.rawValue)"
    if problem.id == "sign-in-needed" {
      let next = path.hasPrefix(home + "/") ? "?next=" + Form.escaped(path) : ""
      return .redirect(to: home + "/sign-in" + next)
    }
    if problem.id == "second-factor-needed" {
      return .redirect(to: home + "/account/second-factor")
    }
    let scene = Scene(
      layout: LayoutMaker.plain(title: problem.title[language], language, path, service),
      view: FaultView(problem, language)
    )
    guard let html = service.pages.render("fault", scene, in: language) else {
      return problem.reply(language)
    }
    return Reply.html(html, status: problem.status).adding(problem.headers)
  }

  private static func signIn(_ visit: Visit) -> Reply {
    visit.redirect(to: "/sign-in?next=" + Form.escaped(visit.link(visit.path)))
  }

  /// What is at fault here is told in the log; what the visitor got wrong is not.
  private static func tell(_ problem: Problem, _ error: any Error, _ service: Service) {
    guard problem.status.code >= 500 else { return }
    service.logger.error(
      "a visit failed",
      metadata: ["problem": "\(problem.id)", "kind": "\(type(of: error))"]
    )
  }
}

/// What the page of a fault shows.
struct FaultView: Sendable {
  let heading: String
  let reason: String
  let remedy: String
  let articles: [String]
  let code: Int

  init(_ problem: Problem, _ language: Language) {
    heading = problem.title[language]
    reason = problem.reason[language]
    remedy = problem.remedy[language]
    articles = problem.articles.map { $0[language] }
    code = problem.status.code
  }
}

extension Reply {
  func adding(_ headers: HTTPFields) -> Reply {
    var reply = self
    for field in headers { reply.headers[field.name] = field.value }
    return reply
  }
}

extension LayoutMaker {
  /// The frame of a page for a visitor of whom nothing is known.
  static func plain(
    title: String,
    _ language: Language,
    _ path: String,
    _ service: Service
  ) -> Layout {
    let home = "/\(language.rawValue)"
    let rest = path == home || path.hasPrefix(home + "/") ? String(path.dropFirst(3)) : ""
    return Layout(
      lang: language == .chinese ? "zh-Hans" : "en",
      isChinese: language == .chinese,
      isEnglish: language == .english,
      title: title,
      path: rest,
      query: "",
      home: home,
      css: Asset.named("anju.css")?.address ?? "",
      js: Asset.named("anju.js")?.address ?? "",
      icon: Asset.named("favicon.svg")?.address ?? "",
      isDemo: service.settings.isDemo,
      account: nil,
      nav: [],
      csrf: "",
      flash: nil,
      errors: nil,
      back: nil,
      sample: false,
      idleSeconds: 0,
      version: service.settings.version
    )
  }
}
