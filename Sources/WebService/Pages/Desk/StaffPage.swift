import Accounts
import Casework
import ExpressionLanguage
import Registry

/// Accounts of the office's own people, of departments and employers, kept by supervisors.
enum StaffPage {
  struct View: Sendable {
    struct Row: Sendable {
      let id: String
      let name: String
      let role: String
      let office: String
      let seen: String
      let isBlocked: Bool
      let hasSecondFactor: Bool
      let isSelf: Bool
    }
    struct Invited: Sendable {
      let name: String
      let address: String
      let until: String
    }
    let rows: [Row]
    let fields: [FieldView]
    let invited: Invited?
    let key: String
  }

  /// What an account can be made for here; residents make their own.
  private static let roles: [Role] = [
    .clerk, .reviewer, .supervisor, .department, .employer, .policyOfficer, .publisher, .auditor,
  ]

  private static func fields(_ law: OfficeLaw) -> [DeskField] {
    let names = law.verifyingDepartments.map(\.name.english).joined(separator: ", ")
    return [
      .text("name", Bilingual("Sign-in name", "登录名")),
      .choice(
        "role",
        Bilingual("Role", "角色"),
        roles.map { DeskField.Choice($0.rawValue, $0.label) }
      ),
      .text(
        "office",
        Bilingual("Office, department or employer", "所属机构"),
        hint: Bilingual(
          "A department by its English name in the dictionary: \(names). An employer by its code.",
          "核验部门填字典中的英文名：\(names)。用人单位填代码。"
        )
      ),
      .choice(
        "language",
        Bilingual("Language", "语言"),
        [
          DeskField.Choice("zh", Bilingual("Chinese", "中文")),
          DeskField.Choice("en", Bilingual("English", "英文")),
        ],
        initial: "zh"
      ),
    ]
  }

  static let show: Route.Handler = { visit in try await page(visit, nil) }

  static let create: Route.Handler = { visit in
    let law = try visit.office.law(on: visit.office.today)
    var form = DeskForm(visit.form, fields(law))
    let name = form.text("name")
    let role = form.choice("role").flatMap { Role(rawValue: $0.value) }
    let office = form.text("office")
    let language = form.choice("language")?.value == "en" ? Language.english : .chinese
    guard let role, form.mistakes.isEmpty else { return try await page(visit, form) }
    do {
      let invitation = try await visit.service.accounts.createStaff(
        name: name,
        role: role,
        office: office,
        language: language,
        by: visit.account?.id
      )
      return try await page(visit, nil, invitation: invitation)
    } catch let fault as AccountFault {
      form.fail("name", fault.text)
      return try await page(visit, form)
    }
  }

  /// Blocks an account, opens it again, or takes its authenticator off.
  static let change: Route.Handler = { visit in
    guard let id = AccountID(try visit.parameter("account")), let own = visit.account else {
      throw Fault.notFound
    }
    let accounts = visit.service.accounts
    // Nobody shuts themselves out, and residents' accounts are no business of this page.
    guard id != own.id, let account = try await accounts.account(id), account.role != .resident
    else { throw Fault.notAllowed }
    let done: Bilingual
    switch visit.form["do"] {
    case "block":
      try await accounts.block(id, by: own.id)
      done = Bilingual("The account is blocked.", "账号已停用。")
    case "unblock":
      try await accounts.unblock(id, by: own.id)
      done = Bilingual("The account is open again.", "账号已启用。")
    case "reset":
      try await accounts.removeSecondFactor(of: id, by: own.id)
      done = Bilingual(
        "The authenticator is off; it is set up anew at the next sign-in.",
        "身份验证器已解除，下次登录时重新绑定。"
      )
    default: throw Fault.malformed(Bilingual("nothing to do was chosen", "未选择要办理的事项"))
    }
    return await visit.done(done, to: "/desk/staff")
  }

  private static func page(
    _ visit: Visit,
    _ form: DeskForm?,
    invitation: Invitation? = nil
  ) async throws -> Reply {
    let law = try visit.office.law(on: visit.office.today)
    let labels = FactLabels(law)
    let staff = try await visit.service.accounts.staff()
    let view = View(
      rows: staff.map { account in
        View.Row(
          id: account.id.text,
          name: account.name ?? account.id.text,
          role: visit.say(account.role.label),
          office: visit.officeName(account.office, labels),
          seen: account.seenAt.map(DeskLabels.moment) ?? visit.say("never", "从未登录"),
          isBlocked: account.state == .blocked,
          hasSecondFactor: account.hasSecondFactor,
          isSelf: account.id == visit.account?.id
        )
      },
      fields: fields(law).map {
        FieldView($0, form?.form, mistake: form?.mistakes[$0.id], visit.language)
      },
      invited: invitation.map {
        View.Invited(
          name: $0.account.name ?? "",
          address: visit.origin + visit.link("/set-password/\($0.token.text)"),
          until: DeskLabels.moment($0.token.expiresAt)
        )
      },
      key: visit.newKey
    )
    return try visit.page(
      "desk/staff",
      title: Bilingual("Staff accounts", "工作人员账号"),
      view,
      mistakes: form?.list(visit.language) ?? [],
      back: "/desk"
    )
  }
}
