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
    [
      .text("name", Bilingual("Sign-in name", "登录名")),
      .choice(
        "role",
        Bilingual("Role", "角色"),
        roles.map { DeskField.Choice($0.rawValue, $0.label) }
      ),
      department(law),
      .text(
        "office",
        Bilingual("Office or employer", "所属机构"),
        hint: Bilingual(
          "For all but departments; an employer by its unified social credit code.",
          "核验部门以外填写；用人单位填统一社会信用代码。"
        ),
        isOptional: true
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

  private static func department(_ law: OfficeLaw) -> DeskField {
    var field = DeskField.choice(
      "department",
      Bilingual("Department", "核验部门"),
      law.verifyingDepartments.map { DeskField.Choice($0.name.english, $0.name) },
      hint: Bilingual("For the role “department” only.", "角色为核验部门时选择。"),
      isOptional: true
    )
    field.kind = .select
    field.initial = []
    return field
  }

  /// Whose the account is: a department of the dictionary, or what was typed.
  private static func office(_ form: inout DeskForm, of role: Role?) -> String {
    guard let role else { return "" }
    if role == .department {
      if let department = form.choice("department") { return department.value }
      form.fail("department", Bilingual("Choose: Department", "请选择：核验部门"))
      return ""
    }
    let office = form.text("office")
    if office.isEmpty {
      form.fail("office", Bilingual("Enter: Office or employer", "请填写：所属机构"))
    } else if role == .employer {
      // Files name an employer by this code, and by nothing else does the account find its staff.
      form.check(employer: office, in: "office")
      return (try? EmployerCode(reading: office).text) ?? office
    }
    return office
  }

  static let show: Route.Handler = { visit in try await page(visit, nil) }

  static let create: Route.Handler = { visit in
    let law = try visit.office.law(on: visit.office.today)
    var form = DeskForm(visit.form, fields(law))
    let name = form.text("name")
    let role = form.choice("role").flatMap { Role(rawValue: $0.value) }
    let office = office(&form, of: role)
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
