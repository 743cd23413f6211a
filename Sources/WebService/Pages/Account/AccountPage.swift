import Accounts
import Casework
import ExpressionLanguage

/// 我的账号: how one signs in, where one is signed in, and what happened with the account.
enum AccountPage {
  struct View: Sendable {
    struct Bound: Sendable {
      let issuer: String
      let number: Int
    }
    struct Open: Sendable {
      let id: String
      let began: String
      let used: String
      let isThis: Bool
    }
    struct Event: Sendable {
      let moment: String
      let what: String
      let isWarning: Bool
    }
    let number: String
    let login: String?
    let role: String
    let office: String?
    let hasPassword: Bool
    let hasFactor: Bool
    let mayRemoveFactor: Bool
    let codesLeft: Int
    let isEnglishChosen: Bool
    let provider: String?
    let bound: [Bound]
    let hasBound: Bool
    let hasProvider: Bool
    let open: [Open]
    let hasOthers: Bool
    let events: [Event]
  }

  private static let warnings: Set<SecurityEventKind> = [
    .wrongPassword, .wrongCode, .locked, .refusedBlocked, .recoveryCodeUsed,
  ]

  static let show: Route.Handler = { visit in
    guard let account = visit.account, let session = visit.session else {
      throw Fault.signInNeeded
    }
    let accounts = visit.service.accounts
    let sessions = try await accounts.sessions(of: account.id)
    let identities = try await accounts.identities(of: account.id)
    let events = try await accounts.securityEvents(of: account.id.text, limit: 30)
    let provider = visit.service.settings.openID
    return try visit.page(
      "account/account",
      title: Bilingual("My account", "我的账号"),
      View(
        number: account.id.text,
        login: account.name,
        role: visit.say(account.role.label),
        office: account.office.isEmpty ? nil : visit.officeName(account.office),
        hasPassword: account.hasPassword,
        hasFactor: account.hasSecondFactor,
        mayRemoveFactor: !account.mustHaveSecondFactor,
        codesLeft: try await accounts.recoveryCodesLeft(of: account.id),
        isEnglishChosen: account.language == .english,
        provider: provider.map { visit.say($0.nameEnglish, $0.nameChinese) },
        bound: identities.enumerated().map { View.Bound(issuer: $1.issuer, number: $0) },
        hasBound: !identities.isEmpty,
        hasProvider: provider != nil || !identities.isEmpty,
        open: sessions.map {
          View.Open(
            id: $0.id.text,
            began: DeskLabels.moment($0.createdAt),
            used: DeskLabels.moment($0.seenAt),
            isThis: $0.id == session.id
          )
        },
        hasOthers: sessions.count > 1,
        events: events.map {
          View.Event(
            moment: DeskLabels.moment($0.moment),
            what: visit.say($0.kind.text).capitalised,
            isWarning: warnings.contains($0.kind)
          )
        }
      )
    )
  }

  static let setLanguage: Route.Handler = { visit in
    guard let account = visit.account else { throw Fault.signInNeeded }
    let language: Language = visit.form["language"] == "en" ? .english : .chinese
    try await visit.service.accounts.setLanguage(language, of: account.id)
    return .redirect(to: "/\(language.rawValue)/account")
  }

  /// Ends one other session by its name in the list, or all but this one.
  static let endSessions: Route.Handler = { visit in
    guard let account = visit.account, let token = visit.sessionToken else {
      throw Fault.signInNeeded
    }
    let accounts = visit.service.accounts
    if let id = visit.form["session"] {
      _ = try await accounts.endSession(SessionID(id), of: account.id)
    } else {
      try await accounts.endSessions(of: account.id, except: token)
    }
    return await visit.done(Bilingual("Signed out there.", "已在该处退出。"), to: "/account")
  }

  static let unbind: Route.Handler = Confirmed.handler(back: "/account") { visit in
    guard let account = visit.account, let token = visit.sessionToken else {
      throw Fault.signInNeeded
    }
    let identities = try await visit.service.accounts.identities(of: account.id)
    guard let number = visit.form["identity"].flatMap({ Int($0) }),
      identities.indices.contains(number)
    else { throw Fault.notFound }
    do {
      try await visit.service.accounts.unbind(identities[number], in: token)
    } catch AccountFault.lastWayIn {
      return await visit.done(AccountFault.lastWayIn.text, to: "/account")
    }
    return await visit.done(Bilingual("It is unbound.", "已解除绑定。"), to: "/account")
  }
}
