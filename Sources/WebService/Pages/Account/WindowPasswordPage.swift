import Accounts
import Casework
import ExpressionLanguage
import PermitCredential

/// 窗口重设密码: a one-time code for a person who stands at the window and can't get in.
enum WindowPasswordPage {
  struct View: Sendable {
    let number: String
    let name: String
    let hasLogin: Bool
    let code: String?
    let picture: String
    let until: String
    let site: String
    let action: String
    let purpose: String
  }

  static let show: Route.Handler = { visit in
    guard let desk = try await DeskFile.read(visit) else { return try PurposePage.show(visit) }
    return try await page(desk, nil)
  }

  static let send: Route.Handler = { visit in
    guard let desk = try await DeskFile.read(visit), let clerk = visit.account else {
      throw Fault.notAllowed
    }
    let accounts = visit.service.accounts
    guard let account = try await accounts.account(of: desk.file.id) else { throw Fault.notFound }
    let token = try await accounts.makeResetToken(of: account.id, by: clerk.id)
    if visit.form["authenticator"] != nil, account.hasSecondFactor {
      try await accounts.removeSecondFactor(of: account.id, by: clerk.id)
    }
    return try await page(desk, token)
  }

  private static func page(_ desk: DeskFile, _ token: OneTimeToken?) async throws -> Reply {
    let visit = desk.visit
    let account = try await visit.service.accounts.account(of: desk.file.id)
    let link = token.map { visit.origin + visit.link("/set-password/\($0.text)") }
    return try visit.page(
      "account/window-password",
      title: Bilingual("A new password at the window", "窗口重设密码"),
      View(
        number: desk.file.id.text,
        name: desk.file.person.identity?.name ?? "",
        hasLogin: account != nil,
        code: token?.text,
        picture: try link.map {
          try QRCode($0).svg(title: visit.say("QR code of the link", "链接的二维码"))
        } ?? "",
        until: token.map { DeskLabels.moment($0.expiresAt) } ?? "",
        site: visit.origin + visit.link("/set-password"),
        action: visit.link("\(desk.path)/password"),
        purpose: desk.purpose.rawValue
      ),
      back: "\(desk.path)?\(desk.purpose.query)"
    )
  }
}
