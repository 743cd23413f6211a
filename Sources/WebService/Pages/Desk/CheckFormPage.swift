import Casework
import ExpressionLanguage
import Registry

/// The forms of a department: to state a fact that it is asked for, and to answer a dispute.
enum CheckFormPage {
  struct View: Sendable {
    let name: String
    let about: String
    let fields: [FieldView]
    let action: String
    let cancel: String
    let key: String
    let fact: String?
    let number: Int?
    let rejection: DeskDeedPage.Rejected?
  }

  /// What the two forms differ in.
  private struct Task {
    var name: Bilingual
    var about: Bilingual
    var fields: [DeskField]
    var path: String
    var fact: String?
    var number: Int?
    var command: (inout DeskForm) -> FactCommand?
  }

  static let showState: Route.Handler = { visit in
    try page(visit, try await stating(visit, visit.query["fact"]), nil)
  }

  static let sendState: Route.Handler = { visit in
    try await run(visit, try await stating(visit, visit.form["fact"]))
  }

  static let showDispute: Route.Handler = { visit in
    try page(visit, try await answering(visit, visit.query["n"]), nil)
  }

  static let sendDispute: Route.Handler = { visit in
    try await run(visit, try await answering(visit, visit.form["n"]))
  }

  private static func stating(_ visit: Visit, _ fact: String?) async throws -> Task {
    let law = try visit.office.law(on: visit.office.today)
    let actor = try visit.actor
    let enquiry = try await visit.office.enquiry(
      about: try visit.resident("resident"),
      by: actor
    )
    guard let fact, let inputs = FactFields(fact, law),
      inputs.sources.contains(where: { $0.english == actor.office })
    else { throw Fault.notFound }
    let known = enquiry.statements.last { $0.statement.fact == fact && $0.ended == nil }
    let fields =
      inputs.content(of: known?.statement.content) + [
        .choice(
          "source",
          Bilingual("Source", "来源"),
          inputs.sources.filter { $0.english == actor.office }
            .map { DeskField.Choice($0.english, $0) }
        ),
        .date(
          "asOf",
          Bilingual("The day for which this holds", "数据截至日期"),
          initial: visit.office.today
        ),
        .date("from", Bilingual("True from", "自何日起"), isOptional: true),
        .date("until", Bilingual("True until", "至何日止"), isOptional: true),
      ]
    return Task(
      name: Bilingual("State a fact", "提供核验数据"),
      about: inputs.name,
      fields: fields,
      path: "state",
      fact: fact
    ) { form in
      form.statement(inputs).map { .state(statement: $0) }
    }
  }

  private static func answering(_ visit: Visit, _ number: String?) async throws -> Task {
    let law = try visit.office.law(on: visit.office.today)
    let enquiry = try await visit.office.enquiry(
      about: try visit.resident("resident"),
      by: visit.actor
    )
    let item = enquiry.statements.first {
      $0.number == number.flatMap { Int($0) } && $0.dispute != nil
    }
    guard let item else { throw Fault.notFound }
    let labels = FactLabels(law)
    let (fact, content) = (labels.fact(item.statement.fact), labels.content(item.statement))
    return Task(
      name: Bilingual("Answer the dispute", "答复异议"),
      about: Bilingual(
        "\(fact.english): \(content.english) — \(item.dispute?.why ?? "")",
        "\(fact.chinese)：\(content.chinese)——\(item.dispute?.why ?? "")"
      ),
      fields: DeskField.disputeAnswer(item, law, visit.office.today),
      path: "dispute",
      number: item.number
    ) { form in
      form.disputeAnswer(to: item, law)
    }
  }

  private static func run(_ visit: Visit, _ task: Task) async throws -> Reply {
    let resident = try visit.resident("resident")
    var form = DeskForm(visit.form, task.fields)
    guard let command = task.command(&form), form.mistakes.isEmpty else {
      return try page(visit, task, form)
    }
    do {
      try await visit.office.run(
        Request(
          .fact(command),
          on: resident,
          by: visit.actor,
          for: .verification,
          key: visit.form["key"]
        )
      )
    } catch let rejection as Rejection {
      return try page(visit, task, form, rejection: rejection)
    }
    // Where that was the last thing asked, there is no page of the person any more.
    let isLeft = task.path == "state"
    return await visit.done(
      Bilingual("Done: \(task.name.english)", "已办理：\(task.name.chinese)"),
      to: isLeft ? "/desk/checks/\(resident.text)" : "/desk"
    )
  }

  private static func page(
    _ visit: Visit,
    _ task: Task,
    _ form: DeskForm?,
    rejection: Rejection? = nil
  ) throws -> Reply {
    let resident = try visit.resident("resident")
    var mistakes = form?.list(visit.language) ?? []
    if let rejection { mistakes.append(Layout.Mistake("", visit.say(rejection.reason))) }
    let path = "/desk/checks/\(resident.text)"
    return try visit.page(
      "desk/check-form",
      title: task.name,
      View(
        name: visit.say(task.name),
        about: visit.say(task.about),
        fields: task.fields.map {
          FieldView($0, form?.form, mistake: form?.mistakes[$0.id], visit.language)
        },
        action: visit.link("\(path)/\(task.path)"),
        cancel: visit.link(path),
        key: rejection == nil ? visit.form["key"] ?? visit.newKey : visit.newKey,
        fact: task.fact,
        number: task.number,
        rejection: rejection.map { DeskDeedPage.Rejected($0, visit) }
      ),
      mistakes: mistakes,
      back: path
    )
  }
}
