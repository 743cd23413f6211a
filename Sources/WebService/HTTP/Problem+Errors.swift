import Accounts
import Casework
import EventStore
import ExpressionLanguage
import HTTPTypes

extension Problem {
  /// The problem that an error is.
  init(of error: any Error) {
    switch error {
    case let broken as ProblemError: self = broken.problem
    case let fault as Fault: self.init(of: fault)
    case let rejection as Rejection: self.init(of: rejection)
    case is CancellationError: self.init(of: Fault.unavailable)
    case StoreError.keyReused:
      self = Problem(
        id: "key-reused",
        status: .unprocessableContent,
        title: Bilingual("This was sent before", "请求重复"),
        reason: Bilingual(
          "The same sending was used before for something else; nothing was done.",
          "该请求标识此前已用于其他事项；未做任何处理。"
        ),
        remedy: Bilingual("Load the page anew and send it again.", "请刷新页面后重新提交。")
      )
    case StoreError.busy, StoreError.full, StoreError.readOnly, StoreError.overdue:
      self.init(of: Fault.unavailable)
    case let fault as AccountFault: self.init(of: fault)
    default: self.init(of: Fault.broken)
    }
  }

  /// The problem that a rejection of the office is.
  init(of rejection: Rejection) {
    let status: HTTPResponse.Status
    switch rejection.id {
    case "no-such-file", "no-such-application", "no-such-fact", "no-such-permit": status = .notFound
    case "not-allowed", "protected-file", "own-file", "relative-file": status = .forbidden
    case "already-registered", "serial-in-use": status = .conflict
    default: status = .unprocessableContent
    }
    self.init(
      id: rejection.id,
      status: status,
      title: Bilingual("This can't be done", "无法办理"),
      reason: rejection.reason,
      remedy: rejection.remedy,
      articles: rejection.citations.map {
        Bilingual("\($0.measure) \($0.article.english)", "\($0.measure) \($0.article.chinese)")
      }
    )
  }

  /// The problem that a fault is.
  init(of fault: Fault) {
    func make(
      _ id: String,
      _ status: HTTPResponse.Status,
      _ title: Bilingual,
      _ reason: Bilingual,
      _ remedy: Bilingual
    ) -> Problem {
      Problem(id: id, status: status, title: title, reason: reason, remedy: remedy)
    }
    switch fault {
    case .notFound:
      self = make(
        "not-found",
        .notFound,
        Bilingual("Page not found", "未找到页面"),
        Bilingual("Nothing is at this address.", "此地址没有内容。"),
        Bilingual("Check the address, or begin at the first page.", "请核对网址，或从首页开始。")
      )
    case .misdirected:
      self = make(
        "misdirected",
        .misdirectedRequest,
        Bilingual("Another address", "地址不符"),
        Bilingual("This service has another address.", "本服务使用其他地址。"),
        Bilingual("Use the address that you were given.", "请使用公布的地址。")
      )
    case .wrongMethod(let allowed):
      self = make(
        "wrong-method",
        .methodNotAllowed,
        Bilingual("Not in this way", "方式不对"),
        Bilingual("This address takes another method.", "此地址不接受这种请求方式。"),
        Bilingual("Begin at the first page.", "请从首页开始。")
      )
      headers[.allow] = allowed.map(\.rawValue).joined(separator: ", ")
    case .signInNeeded:
      self = make(
        "sign-in-needed",
        .unauthorized,
        Bilingual("Sign in", "请登录"),
        Bilingual("You are not signed in, or your session has ended.", "您尚未登录，或登录已过期。"),
        Bilingual("Sign in, then go on.", "请登录后继续。")
      )
      headers[.wwwAuthenticate] = "Bearer"
    case .secondFactorNeeded:
      self = make(
        "second-factor-needed",
        .forbidden,
        Bilingual("One more step", "还需一步验证"),
        Bilingual("The code of your authenticator is needed.", "需要身份验证器上的验证码。"),
        Bilingual("Enter the code.", "请输入验证码。")
      )
    case .fileNeeded:
      self = make(
        "file-needed",
        .conflict,
        Bilingual("You have no file yet", "您还没有档案"),
        Bilingual("This account is not bound to a file at the office.", "此账号尚未与档案绑定。"),
        Bilingual("Open your file, or enter your activation code.", "请建立档案，或输入激活码。")
      )
    case .notAllowed:
      self = make(
        "not-allowed",
        .forbidden,
        Bilingual("Not for you", "无权访问"),
        Bilingual("Your role may not come here.", "您的角色不能访问此处。"),
        Bilingual("Ask the supervisor if you need it.", "如确有需要，请联系主管。")
      )
    case .forged:
      self = make(
        "forged",
        .forbidden,
        Bilingual("Please send it again", "请重新提交"),
        Bilingual(
          "The form is out of date, or did not come from this site; nothing was done.",
          "表单已过期，或并非来自本网站；未做任何处理。"
        ),
        Bilingual("Go back, load the page anew and send it again.", "请返回并刷新页面后重新提交。")
      )
    case .malformed(let reason):
      self = make(
        "malformed",
        .badRequest,
        Bilingual("This can't be read", "无法读取"),
        reason,
        Bilingual("Send it in the form that the page has.", "请按页面格式提交。")
      )
    case .tooLarge:
      self = make(
        "too-large",
        .contentTooLarge,
        Bilingual("Too large", "内容过大"),
        Bilingual("What was sent is larger than is taken here.", "提交的内容超过了允许的大小。"),
        Bilingual("Send less.", "请减少内容。")
      )
    case .wrongType:
      self = make(
        "wrong-type",
        .unsupportedMediaType,
        Bilingual("Another kind of content", "内容类型不符"),
        Bilingual("This kind of content is not taken here.", "此处不接受这种类型的内容。"),
        Bilingual("Send it as the page does.", "请按页面方式提交。")
      )
    case .tooMany(let wait):
      self = make(
        "too-many",
        .tooManyRequests,
        Bilingual("Too much at once", "请求过于频繁"),
        Bilingual("Too many requests came from your address.", "来自您网络地址的请求过多。"),
        Bilingual("Try again in \(wait) seconds.", "请在\(wait)秒后重试。")
      )
      headers[.retryAfter] = String(wait)
    case .broken:
      self = make(
        "broken",
        .internalServerError,
        Bilingual("Something is wrong here", "系统出错"),
        Bilingual("The fault is ours; nothing was half done.", "是我们的问题；没有任何事项处于半完成状态。"),
        Bilingual("Try again later, or go to the window.", "请稍后重试，或前往窗口办理。")
      )
    case .unavailable:
      self = make(
        "unavailable",
        .serviceUnavailable,
        Bilingual("Not available now", "暂不可用"),
        Bilingual("The service can't answer now.", "服务暂时无法响应。"),
        Bilingual("Try again in a minute.", "请一分钟后重试。")
      )
      headers[.retryAfter] = "60"
    }
  }
}

/// A problem that a handler throws.
struct ProblemError: Error {
  let problem: Problem

  init(_ problem: Problem) { self.problem = problem }
}

extension Problem {
  /// The same for a program, which is told of the API's description where a person is told of pages.
  var forPrograms: Problem {
    var problem = self
    switch id {
    case "not-found":
      problem.title = Bilingual("Not found", "未找到")
      problem.remedy = Self.description
    case "malformed", "wrong-type", "wrong-method": problem.remedy = Self.description
    default: break
    }
    return problem
  }

  private static let description = Bilingual(
    "What is taken where is described at /api/openapi.json.",
    "各地址接受的内容见 /api/openapi.json。"
  )
}
