import Accounts
import ExpressionLanguage

/// 退出: ends the session here and now.
enum SignOutPage {
  struct View: Sendable {}

  static let send: Route.Handler = { visit in
    if let token = visit.sessionToken { try await visit.service.accounts.endSession(token) }
    return visit.redirect(to: "/signed-out").endingSession()
  }

  static let show: Route.Handler = { visit in
    if let account = visit.account { return visit.forward(account) }
    return try visit.page("account/signed-out", title: Bilingual("Signed out", "已退出"), View())
  }
}
