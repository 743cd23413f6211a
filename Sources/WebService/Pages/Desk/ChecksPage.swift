import Casework
import ExpressionLanguage
import Registry

/// What a department is asked about a person: checks to answer and disputes of its facts, with no
/// more of the file than it takes.
enum ChecksPage {
  struct View: Sendable {
    struct Fact: Sendable {
      let name: String
      let href: String
      let known: String?
      /// Whether the department has said it since it was asked.
      let isStated: Bool
    }
    struct Check: Sendable {
      let application: Int
      let asked: String
      let due: String
      let facts: [Fact]
      let isStated: Bool
      let key: String
    }
    struct Disputed: Sendable {
      let fact: FactView
      let href: String
    }
    let number: String
    let name: String?
    let citizen: String?
    let checks: [Check]
    let disputes: [Disputed]
    let action: String
    let rejection: DeskDeedPage.Rejected?
  }

  static let show: Route.Handler = { visit in try await page(visit) }

  private static func page(_ visit: Visit, _ rejection: Rejection? = nil) async throws -> Reply {
    let resident = try visit.resident("resident")
    let actor = try visit.actor
    let enquiry = try await visit.office.enquiry(about: resident, by: actor)
    let labels = FactLabels(try visit.office.law(on: visit.office.today))
    let path = visit.link("/desk/checks/\(resident.text)")
    let view = View(
      number: resident.text,
      name: enquiry.identity?.name,
      citizen: enquiry.identity?.number.text,
      checks: enquiry.checks.map { asked in
        View.Check(
          application: asked.application,
          asked: visit.day(asked.check.asked),
          due: visit.say(asked.check.due.words),
          facts: asked.check.facts.map { fact in
            View.Fact(
              name: visit.say(labels.fact(fact)),
              href: path + "/state?" + Form([("fact", fact)]).urlEncoded,
              known: enquiry.statements.last { $0.statement.fact == fact && $0.ended == nil }
                .map {
                  visit.say(labels.content($0.statement)) + " · " + visit.day($0.statement.asOf)
                },
              isStated: !asked.unstated.contains(fact)
            )
          },
          isStated: asked.unstated.isEmpty,
          key: visit.newKey
        )
      },
      disputes: enquiry.statements.filter { $0.dispute != nil }.map { item in
        View.Disputed(
          fact: FactView(item, labels, visit),
          href: path + "/dispute?n=\(item.number)"
        )
      },
      action: path + "/answer",
      rejection: rejection.map { DeskDeedPage.Rejected($0, visit) }
    )
    return try visit.page(
      "desk/checks",
      title: Bilingual("What your department is asked", "需要贵部门核验的事项"),
      view,
      mistakes: rejection.map { [Layout.Mistake("", visit.say($0.reason))] } ?? [],
      back: "/desk"
    )
  }

  /// Closes the task, once all that was asked is stated.
  static let answer: Route.Handler = { visit in
    let resident = try visit.resident("resident")
    let actor = try visit.actor
    guard let number = visit.form["n"].flatMap({ Int($0) }) else { throw Fault.notFound }
    do {
      try await visit.office.run(
        Request(
          .application(.answerCheck(number: number, department: actor.office)),
          on: resident,
          by: actor,
          for: .verification,
          key: visit.form["key"]
        )
      )
    } catch let rejection as Rejection where rejection.id == "not-stated" {
      return try await page(visit, rejection)
    }
    return await visit.done(Bilingual("The check is answered.", "核查已答复。"), to: "/desk")
  }
}
