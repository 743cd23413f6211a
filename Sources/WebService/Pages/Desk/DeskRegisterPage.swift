import Casework
import ExpressionLanguage
import Registry

/// Registers a person at the window: who it is, where they live, for whom they work, on one page.
enum DeskRegisterPage {
  struct View: Sendable {
    let person: [FieldView]
    let residence: [FieldView]
    let work: [FieldView]
    let key: String
    /// The file that has the number already.
    let existing: String?
    let rejection: DeskDeedPage.Rejected?
  }

  private static func identity(_ law: OfficeLaw) -> [DeskField] {
    DeskField.identity(law) + [
      .text("phone", Bilingual("Phone", "联系电话"), isOptional: true)
    ]
  }

  private static let work: [DeskField] = [
    .text("code", Bilingual("Unified social credit code", "统一社会信用代码"), isOptional: true),
    .text("employer", Bilingual("Name of the employer", "单位名称"), isOptional: true),
    .date("since", Bilingual("Works there since", "自何日起工作"), isOptional: true),
  ]

  static let show: Route.Handler = { visit in try page(visit, nil) }

  static let send: Route.Handler = { visit in
    let law = try visit.office.law(on: visit.office.today)
    let today = visit.office.today
    let fields = identity(law) + DeskField.residence(law, today, isOptional: true) + work
    var form = DeskForm(visit.form, fields)
    let identity = form.identity(on: today)
    let phone = form.text("phone")
    let residence = form.residence()
    let employer = employer(&form)
    guard let identity, form.mistakes.isEmpty else { return try page(visit, form) }
    do {
      let resident = try await open(
        visit,
        .register(identity: identity, phone: phone.isEmpty ? nil : phone),
        [
          residence.map { .registerResidence(residence: $0) },
          employer.map { .changeEmployer(employer: $0.employer, from: $0.from) },
        ].compactMap(\.self)
      )
      return await visit.done(
        Bilingual(
          "The file \(resident.text) is open. The person can apply at once.",
          "档案\(resident.text)已建立，可以随即申领。"
        ),
        to: "/desk/files/\(resident.text)/do/apply?\(Purpose.casework.query)"
      )
    } catch let rejection as Rejection {
      let holder =
        rejection.id == "already-registered"
        ? try await visit.office.find(identity.number) : nil
      return try page(visit, form, existing: holder, rejection: rejection)
    }
  }

  private static func employer(
    _ form: inout DeskForm
  ) -> (employer: Employer, from: CivilDate)? {
    let (code, name) = (form.text("code"), form.text("employer"))
    let since = form.date("since")
    if code.isEmpty, name.isEmpty { return nil }
    if code.isEmpty { form.fail("code", Bilingual("Enter the code as well", "请一并填写代码")) }
    if name.isEmpty { form.fail("employer", Bilingual("Enter the name as well", "请一并填写名称")) }
    guard let since else {
      form.fail("since", Bilingual("Enter: works there since", "请填写：自何日起工作"))
      return nil
    }
    form.check(employer: code)
    return (Employer(code: code, name: name), since)
  }

  /// Opens the file, then enters the rest; each is carried out once, however often the form comes.
  private static func open(
    _ visit: Visit,
    _ first: PersonCommand,
    _ rest: [PersonCommand]
  ) async throws -> ResidentID {
    let key = visit.form["key"]
    let actor = try visit.actor
    let receipt = try await visit.office.run(
      Request(.person(first), by: actor, for: .casework, key: key)
    )
    for (place, command) in rest.enumerated() {
      try await visit.office.run(
        Request(
          .person(command),
          on: receipt.resident,
          by: actor,
          for: .casework,
          key: key.map { "\($0)/\(place)" }
        )
      )
    }
    return receipt.resident
  }

  private static func page(
    _ visit: Visit,
    _ form: DeskForm?,
    existing: ResidentID? = nil,
    rejection: Rejection? = nil
  ) throws -> Reply {
    let law = try visit.office.law(on: visit.office.today)
    func views(_ fields: [DeskField]) -> [FieldView] {
      fields.map { FieldView($0, form?.form, mistake: form?.mistakes[$0.id], visit.language) }
    }
    var mistakes = form?.list(visit.language) ?? []
    if let rejection { mistakes.append(Layout.Mistake("", visit.say(rejection.reason))) }
    let view = View(
      person: views(identity(law)),
      residence: views(DeskField.residence(law, visit.office.today, isOptional: true)),
      work: views(work),
      key: visit.newKey,
      existing: existing.map {
        visit.link("/desk/files/\($0.text)") + "?" + Purpose.casework.query
      },
      rejection: rejection.map { DeskDeedPage.Rejected($0, visit) }
    )
    return try visit.page(
      "desk/register",
      title: Bilingual("Register a person", "登记新居民"),
      view,
      mistakes: mistakes,
      back: "/desk"
    )
  }
}
