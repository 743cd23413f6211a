import Casework
import Registry
import Accounts
import ExpressionLanguage
import HTTPTypes

/// Signing in and out by a program that acts for a person.
enum SessionOperations {
  static let all: [APIOperation] = [
    APIOperation(
      id: "signIn",
      method: .post,
      path: "/api/v1/sessions",
      audience: .everyone,
      words: Bilingual(
        "Signs in; the token goes into Authorization: Bearer.",
        "登录；返回的令牌放入 Authorization: Bearer。"
      ),
      body: APISchema.object([
        "name": APISchema.string, "password": APISchema.string, "code?": APISchema.string,
      ]),
      success: .init(
        status: .created,
        words: Bilingual("the session", "会话"),
        schema: APISchema.object([
          "token": APISchema.string, "standing": APISchema.string, "endsAt": APISchema.integer,
        ])
      ),
      handler: signIn
    ),
    APIOperation(
      id: "getSession",
      method: .get,
      path: "/api/v1/session",
      audience: .signedIn,
      words: Bilingual("Who has signed in.", "当前登录者。"),
      success: .init(
        words: Bilingual("the session", "会话"),
        schema: APISchema.object([
          "account": APISchema.string, "role": APISchema.string, "office": APISchema.string,
          "resident?": APISchema.resident, "endsAt": APISchema.integer,
        ])
      ),
      handler: read
    ),
    APIOperation(
      id: "signOut",
      method: .delete,
      path: "/api/v1/session",
      audience: .signedIn,
      words: Bilingual("Ends the session.", "退出登录。"),
      success: .init(
        status: .noContent,
        words: Bilingual("it has ended", "已退出"),
        schema: APIValue.object([])
      ),
      handler: signOut
    ),
  ]

  private struct Asked: Decodable {
    var name: String
    var password: String
    var code: String?
  }

  private struct Opened: Encodable {
    var token: String
    var standing: String
    var endsAt: Int64
  }

  private static let signIn: Route.Handler = { visit in
    let asked = try APIBody.read(Asked.self, visit, only: ["name", "password", "code"])
    let accounts = visit.service.accounts
    let address = NetworkAddress(visit.address)
    var opened = try came(
      await accounts.signIn(
        name: asked.name,
        password: asked.password,
        from: address,
        replacing: nil
      ),
      visit
    )
    if opened.session.standing == .awaitingSecondFactor, let code = asked.code {
      opened = try came(
        await accounts.passSecondFactor(code: code, in: opened.token, from: address),
        visit
      )
    }
    return try APIBody.answer(
      Opened(
        token: opened.token.text,
        standing: opened.session.standing.rawValue,
        endsAt: opened.session.endsAt
      ),
      status: .created
    )
  }

  private static func came(_ answer: SignInAnswer, _ visit: Visit) throws -> OpenedSession {
    switch answer {
    case .opened(let opened): return opened
    case .wrong: throw AccountFault.wrongPassword
    case .blocked: throw AccountFault.blocked
    case .wait(let until), .waitHere(let until):
      let now = visit.office.now.milliseconds
      throw Fault.tooMany(wait: max(1, Int((until - now) / 1_000)))
    }
  }

  private struct Known: Encodable {
    var account: String
    var role: String
    var office: String
    var resident: String?
    var endsAt: Int64
  }

  private static let read: Route.Handler = { visit in
    guard let account = visit.account, let session = visit.session else {
      throw Fault.signInNeeded
    }
    return try APIBody.answer(
      Known(
        account: account.id.text,
        role: account.role.rawValue,
        office: account.office,
        resident: account.resident?.text,
        endsAt: session.endsAt
      )
    )
  }

  private static let signOut: Route.Handler = { visit in
    guard let token = visit.sessionToken else { throw Fault.signInNeeded }
    try await visit.service.accounts.endSession(token)
    return Reply(.noContent)
  }
}
