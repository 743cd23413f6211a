import Casework
import ExpressionLanguage
import Registry

/// Who read a person's file, when and why.
enum AccessesPage {
  struct Row: Sendable {
    let moment: String
    let account: String
    let accountHref: String
    let role: String
    let office: String
    let purpose: String
    let action: String
    let file: String
    let fileHref: String

    init(_ entry: AccessEntry, _ labels: FactLabels, _ visit: Visit) {
      moment = DeskLabels.moment(entry.recordedAt)
      account = entry.by.account
      accountHref = visit.link("/audit/accounts/\(Form.escaped(entry.by.account))")
      role = visit.say(entry.by.role.label)
      office = visit.officeName(entry.by.office, labels)
      purpose = visit.say(entry.purpose.label)
      action = visit.say(entry.action.words)
      file = entry.resident.text
      fileHref = visit.link("/audit/files/\(entry.resident.text)")
    }
  }

  struct View: Sendable {
    let number: String
    let rows: [Row]
    let isEmpty: Bool
    let isAuditor: Bool
    let isFull: Bool
  }

  private static let most = 200

  static let show: Route.Handler = { visit in
    let resident = try visit.resident("resident")
    let actor = try visit.actor
    guard let purpose = try visit.purposes(for: .readAccessLog).first else {
      throw Fault.notAllowed
    }
    let entries = try await visit.office.accesses(
      to: resident,
      limit: most,
      by: actor,
      for: purpose
    )
    let labels = FactLabels(try visit.office.law(on: visit.office.today))
    return try visit.page(
      "audit/accesses",
      title: Bilingual("Who read the file", "档案查阅记录"),
      View(
        number: resident.text,
        rows: entries.map { Row($0, labels, visit) },
        isEmpty: entries.isEmpty,
        isAuditor: actor.role == .auditor,
        isFull: entries.count == most
      ),
      back: actor.role == .auditor ? "/audit" : "/desk"
    )
  }
}
