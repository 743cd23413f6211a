import Casework
import ExpressionLanguage
import Registry

/// What waits, by legal deadline; for those who have no queue, what they may do.
enum DeskPage {
  struct View: Sendable {
    struct Item: Sendable {
      let href: String
      let number: String
      let task: String
      let state: String
      let district: String
      let due: String
      let left: String
      let isOverdue: Bool
      let isSoon: Bool
      let hasDue: Bool
      let isProvisional: Bool
    }
    struct Choice: Sendable {
      let value: String
      let label: String
      let isChosen: Bool
    }
    let heading: String
    let items: [Item]
    let count: String
    let overdue: String
    let hasOverdue: Bool
    let isEmpty: Bool
    let roles: [Choice]
    let districts: [Choice]
    let next: String?
    let first: String?
    let maySearch: Bool
    let mayRegister: Bool
    let mayCount: Bool
    let mayStaff: Bool
    let isDepartment: Bool
  }

  /// Queues that a role may look into beside its own.
  private static func queues(of role: Role) -> [Role] {
    switch role {
    case .clerk: [.clerk, .reviewer]
    case .reviewer: [.reviewer, .clerk]
    case .supervisor, .auditor: [.reviewer, .clerk, .supervisor, .department]
    default: [role]
    }
  }

  static let show: Route.Handler = { visit in
    let actor = try visit.actor
    guard let purpose = try visit.purposes(for: .readQueue).first else {
      return try LandingPage.show(visit)
    }
    let roles = queues(of: actor.role)
    let role = visit.query["role"].flatMap { Role(rawValue: $0) }.flatMap {
      roles.contains($0) ? $0 : nil
    }
    let query = QueueQuery(
      role ?? roles[0],
      office: actor.role == .department ? actor.office : nil,
      district: visit.query["district"],
      limit: 25,
      after: visit.query["after"].flatMap { QueuePage.Cursor($0) }
    )
    let page = try await visit.office.queue(query, by: actor, for: purpose)
    let count = try await visit.office.count(query, by: actor, for: purpose)
    return try visit.page(
      "desk/queue",
      title: Bilingual("Desk: what waits", "工作台：待办"),
      view(visit, query, page, count, roles)
    )
  }

  private static func view(
    _ visit: Visit,
    _ query: QueueQuery,
    _ page: QueuePage,
    _ count: QueueCount,
    _ roles: [Role]
  ) throws -> View {
    let actor = try visit.actor
    let items = page.items.map { item(visit, $0, actor) }
    func link(_ after: QueuePage.Cursor?) -> String {
      var fields: [(name: String, value: String)] = [("role", query.role.rawValue)]
      if let district = query.district { fields.append(("district", district)) }
      if let after { fields.append(("after", after.text)) }
      return visit.link("/desk") + "?" + Form(fields).urlEncoded
    }
    let purposes = { (action: Action) in (try? visit.purposes(for: action)) ?? [] }
    return View(
      heading: visit.say(
        Bilingual(
          "What waits for the \(query.role.label.english)",
          "\(query.role.label.chinese)待办"
        )
      ),
      items: items,
      count: words(count.all, visit),
      overdue: words(count.overdue, visit),
      hasOverdue: count.overdue.count > 0,
      isEmpty: items.isEmpty,
      roles: roles.count < 2
        ? []
        : roles.map { role in
          View.Choice(
            value: role.rawValue,
            label: visit.say(role.label),
            isChosen: role == query.role
          )
        },
      districts: DeskLabels.districts.map { district in
        View.Choice(
          value: district.value,
          label: visit.say(district.label),
          isChosen: district.value == query.district
        )
      },
      next: page.next.map { link($0) },
      first: query.after == nil ? nil : link(nil),
      maySearch: !purposes(.search).isEmpty,
      mayRegister: !purposes(.registerResident).isEmpty,
      mayCount: !purposes(.readStatistics).isEmpty,
      mayStaff: actor.role == .supervisor,
      isDepartment: actor.role == .department
    )
  }

  private static func words(_ number: QueueCount.Number, _ visit: Visit) -> String {
    number.isMore
      ? visit.say("over \(number.count)", "超过\(number.count)") : String(number.count)
  }

  private static func item(_ visit: Visit, _ item: QueuePage.Item, _ actor: Actor) -> View.Item {
    let today = visit.office.today
    let file = "/desk/files/\(item.resident.text)"
    let path =
      switch actor.role {
      case .department: "/desk/checks/\(item.resident.text)"
      case .auditor: item.application.map { "\(file)/applications/\($0)" } ?? file
      default:
        (item.application.map { "\(file)/applications/\($0)" } ?? file) + "?"
          + Purpose.casework.query
      }
    let state = Application.State(rawValue: item.state)?.label
    let task = DeskLabels.task(item.task)
    return View.Item(
      href: visit.link(path),
      number: item.resident.text + (item.application.map { "-\($0)" } ?? ""),
      task: visit.say(task),
      state: state.map { $0 == task ? "" : visit.say($0) } ?? "",
      district: visit.say(DeskLabels.district(item.district)),
      due: item.due.map(visit.day) ?? "",
      left: item.due.map { visit.say(DeskLabels.left($0, today)) }
        ?? visit.say("no deadline", "无期限"),
      isOverdue: item.due.map { $0 < today } ?? false,
      isSoon: item.due.map { $0 >= today && $0.day - today.day <= 2 } ?? false,
      hasDue: item.due != nil,
      isProvisional: item.isProvisional
    )
  }
}
