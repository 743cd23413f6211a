import Accounts
import Casework
import ExpressionLanguage
import Registry

/// Makes the code with which a person binds an account to their file; it is shown once, to print.
enum DeskCodePage {
  struct View: Sendable {
    let number: String
    let name: String
    let code: String?
    let until: String
    let site: String
    let action: String
    let purpose: String
  }

  static let show: Route.Handler = { visit in
    guard let desk = try await DeskFile.read(visit) else { return try PurposePage.show(visit) }
    return try page(desk, nil)
  }

  static let send: Route.Handler = { visit in
    guard let desk = try await DeskFile.read(visit), let account = visit.account else {
      throw Fault.notAllowed
    }
    // Beside the code the person gives the last characters of their own number: whoever finds the
    // paper has not the file.
    let code = try await visit.service.accounts.makeActivationCode(
      for: desk.file.id,
      proof: desk.file.person.identity?.number.text ?? "",
      by: account.id
    )
    return try page(desk, code)
  }

  private static func page(_ desk: DeskFile, _ code: ActivationCode?) throws -> Reply {
    let visit = desk.visit
    return try visit.page(
      "desk/code",
      title: Bilingual("Activation code", "激活码"),
      View(
        number: desk.file.id.text,
        name: desk.file.person.identity?.name ?? "",
        code: code?.text,
        until: code.map { visit.day(OfficeClock.Moment(milliseconds: $0.expiresAt).date) } ?? "",
        site: visit.origin,
        action: visit.link("\(desk.path)/code"),
        purpose: desk.purpose.rawValue
      ),
      back: "\(desk.path)?\(desk.purpose.query)"
    )
  }
}
