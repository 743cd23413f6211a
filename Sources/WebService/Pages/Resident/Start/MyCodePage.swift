import Registry
import Accounts
import Casework
import ExpressionLanguage

/// 激活码: binds the account to a file that the window has opened.
enum MyCodePage {
  struct View: Sendable {
    let code: String
    let number: String
    let codeError: String?
    let numberError: String?
  }

  static let show: Route.Handler = { visit in
    if try visit.signedIn.resident != nil { return visit.redirect(to: "/me") }
    return try page(visit)
  }

  static let send: Route.Handler = { visit in
    if try visit.signedIn.resident != nil { return visit.redirect(to: "/me") }
    guard let token = visit.sessionToken else { throw Fault.signInNeeded }
    let code = visit.form["code"] ?? ""
    var mistakes: [Layout.Mistake] = []
    if !ActivationCode.isPlausible(code) {
      let text = visit.say(
        "This is no activation code: it has nine characters; check for a slip",
        "激活码为九个字符，请核对是否输错"
      )
      mistakes.append(Layout.Mistake("code", text))
    }
    var number: IdentityNumber?
    do throws(IdentityNumber.Fault) {
      number = try IdentityNumber(reading: visit.form["number"] ?? "", on: visit.office.today)
    } catch { mistakes.append(Layout.Mistake("number", visit.say(error.words).capitalised)) }
    guard let number, mistakes.isEmpty else { return try page(visit, mistakes) }
    do {
      let opened = try await visit.service.accounts.redeemActivationCode(
        code,
        proof: number.text,
        in: token,
        from: NetworkAddress(visit.address)
      )
      return visit.redirect(to: "/me")
        .holding(opened)
    } catch let fault as AccountFault {
      return try page(visit, [Layout.Mistake("code", visit.say(fault.text))])
    }
  }

  private static func page(_ visit: Visit, _ mistakes: [Layout.Mistake] = []) throws -> Reply {
    func error(_ field: String) -> String? { mistakes.first { $0.field == field }?.text }
    return try visit.page(
      "resident/code",
      title: Bilingual("Enter your activation code", "输入激活码"),
      View(
        code: visit.form["code"] ?? "",
        number: visit.form["number"] ?? "",
        codeError: error("code"),
        numberError: error("number")
      ),
      mistakes: mistakes,
      back: "/me/start"
    )
  }
}
