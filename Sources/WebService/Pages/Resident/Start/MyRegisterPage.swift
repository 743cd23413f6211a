import Accounts
import Casework
import Crypto
import ExpressionLanguage
import Registry

/// 建档: a person opens their own file, to which their account is bound.
enum MyRegisterPage {
  struct View: Sendable {
    let name: String
    let number: String
    let phone: String
    let ethnicity: String
    let address: String
    let households: [MyAddressPage.Choice]
    let nameError: String?
    let numberError: String?
    let phoneError: String?
    let householdError: String?
    let addressError: String?
  }

  static let show: Route.Handler = { visit in
    if try visit.signedIn.resident != nil { return visit.redirect(to: "/me") }
    return try page(visit)
  }

  static let send: Route.Handler = { visit in
    let account = try visit.signedIn
    // What was sent twice is done: the file is there.
    if account.resident != nil { return visit.redirect(to: "/me") }
    let (form, typed) = (visit.form, visit.form["number"] ?? "")
    var mistakes: [Layout.Mistake] = []
    if form["name"] == nil {
      let text = visit.say("Enter your name as on the identity card", "请填写身份证上的姓名")
      mistakes.append(Layout.Mistake("name", text))
    }
    var number: IdentityNumber?
    do throws(IdentityNumber.Fault) {
      number = try IdentityNumber(reading: typed, on: visit.office.today)
    } catch {
      let text =
        typed.isEmpty
        ? visit.say("Enter your identity number", "请填写公民身份号码")
        : visit.say(error.words).capitalised
      mistakes.append(Layout.Mistake("number", text))
    }
    guard let number, mistakes.isEmpty else { return try page(visit, mistakes) }
    let identity = Identity(
      name: form["name"] ?? "",
      number: number,
      registeredAddress: form["address"] ?? "",
      householdPlace: form["household"] ?? "",
      ethnicity: form["ethnicity"] ?? ""
    )
    guard try await OpeningTries.take(visit) else { return try noMoreTries(visit) }
    return try await open(identity, account, visit)
  }

  private static func open(
    _ identity: Identity,
    _ account: Account,
    _ visit: Visit
  ) async throws -> Reply {
    let phone = visit.form["phone"]
    let request = Request(
      .person(.register(identity: identity, phone: phone)),
      by: try visit.actor,
      for: .ownAffairs,
      key: key(identity, phone, account)
    )
    let receipt: Receipt
    do {
      receipt = try await visit.office.run(request)
    } catch let rejection as Rejection {
      let field = fields[rejection.id] ?? "name"
      return try page(visit, [Layout.Mistake(field, rejection.message(visit))])
    }
    try await visit.service.accounts.bind(account.id, to: receipt.resident)
    return await visit.done(
      Bilingual("Your file has been opened.", "档案已建立。"),
      to: "/me"
    )
  }

  /// The office's name for this opening: the same whenever the account sends the same, so that
  /// whoever was cut off before the account was bound gets their file by sending it again.
  private static func key(_ identity: Identity, _ phone: String?, _ account: Account) -> String {
    let fields = [
      identity.name, identity.number.text, identity.registeredAddress, identity.householdPlace,
      identity.ethnicity, phone ?? "",
    ]
    let text = fields.map(Form.escaped).joined(separator: "&")
    let digest = SHA256.hash(data: Array(text.utf8)).prefix(16).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return "register/\(account.id.text)/\(digest.joined())"
  }

  /// The field that a rejection of the office is about.
  private static let fields = [
    "already-registered": "number", "bad-identity-number": "number", "bad-phone": "phone",
    "no-such-place": "household",
  ]

  private static func noMoreTries(_ visit: Visit) throws -> Reply {
    let text = visit.say(
      "This was tried too often: go to the window, which gives you an activation code",
      "尝试次数过多，请到窗口办理并领取激活码"
    )
    return try page(visit, [Layout.Mistake("number", text)])
  }

  private static func page(_ visit: Visit, _ mistakes: [Layout.Mistake] = []) throws -> Reply {
    let (form, law) = (visit.form, try visit.office.law(on: visit.office.today))
    func error(_ field: String) -> String? { mistakes.first { $0.field == field }?.text }
    return try visit.page(
      "resident/register",
      title: Bilingual("Open your file: who you are", "建立我的档案：填写身份信息"),
      View(
        name: form["name"] ?? "",
        number: form["number"] ?? "",
        phone: form["phone"] ?? "",
        ethnicity: form["ethnicity"] ?? "",
        address: form["address"] ?? "",
        households: RecordWords.choices(of: "household place", law).map {
          MyAddressPage.Choice(
            value: $0.value,
            words: visit.say($0.words).capitalised,
            isChosen: $0.value == form["household"]
          )
        },
        nameError: error("name"),
        numberError: error("number"),
        phoneError: error("phone"),
        householdError: error("household"),
        addressError: error("address")
      ),
      mistakes: mistakes,
      back: "/me/start"
    )
  }
}
