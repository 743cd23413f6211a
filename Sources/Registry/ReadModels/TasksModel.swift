import Casework
import EventStore
import ExpressionLanguage

/// What waits for whom: one row for every term that runs for an office, a department or an
/// employer, and for what waits without a term.
enum TasksModel: FileModel {
  static let table = ReadTable(
    "tasks",
    key: ["resident", "task", "office"],
    ["application", "state", "role", "district", "due", "is_provisional"]
  )

  static let schema = [
    """
    CREATE TABLE tasks (
      resident TEXT NOT NULL,
      task TEXT NOT NULL,
      office TEXT NOT NULL,
      application INTEGER NOT NULL,
      state TEXT NOT NULL,
      role TEXT NOT NULL,
      district TEXT NOT NULL,
      due TEXT NOT NULL,
      is_provisional INTEGER NOT NULL,
      PRIMARY KEY (resident, task, office)
    )
    """,
    "CREATE INDEX tasks_role ON tasks (role, due, resident, task)",
    "CREATE INDEX tasks_district ON tasks (role, district, due, resident, task)",
    "CREATE INDEX tasks_office ON tasks (role, office, due, resident, task)",
  ]

  /// What stands for a deadline where no term runs: after all others.
  static let noDeadline = CivilDate.latest

  static func rows(of view: FileOnDay, _ index: BlindIndex) -> [ReadRow] {
    let file = view.file
    if file.isEmpty || file.person.mergedInto != nil { return [] }
    // Where a protected person lives is told to nobody, as in a search.
    let district = file.person.isProtected ? "" : file.district
    var rows: [ReadRow.Key: ReadRow] = [:]
    func add(
      _ task: String,
      _ role: Role,
      application: Application?,
      office: String = "",
      due: DueDate?
    ) {
      let name = application.map { "\(task)/\($0.number)" } ?? task
      let row = ReadRow(
        table,
        [
          .text(file.id.text), .text(name), .text(office),
          .integer(application?.number ?? 0),
          .text(application?.state.rawValue ?? ""), .text(role.rawValue),
          .text(district), .text((due?.day ?? noDeadline).description),
          .flag(due?.isProvisional ?? false),
        ]
      )
      rows[ReadRow.Key(row.key)] = row
    }

    var waitsForOffice: Set<Int> = []
    for clock in view.clocks {
      let application = clock.application.flatMap(file.applications.application)
      switch clock.waitsFor {
      // Their own affairs are no queue of the office, and time waits for nobody.
      case .resident, .system: continue
      // Each department has its own row, below.
      case .department where application != nil: continue
      default:
        add(clock.id, clock.waitsFor, application: application, due: clock.due)
        if let application { waitsForOffice.insert(application.number) }
      }
    }
    if let open = file.applications.open {
      for check in open.openChecks {
        add("check", .department, application: open, office: check.department, due: check.due)
      }
      if open.basis == .relocation, open.relocationConfirmed == nil {
        let employer = file.person.employer?.code ?? ""
        add("confirm relocation", .employer, application: open, office: employer, due: nil)
      }
      if !waitsForOffice.contains(open.number), let role = open.state.waitsFor {
        add(open.state.rawValue, role, application: open, due: nil)
      }
    }
    for item in file.facts.items {
      if let dispute = item.dispute {
        let office = item.statement.source
        add(
          "dispute/\(item.number)",
          .department,
          application: nil,
          office: office,
          due: dispute.due
        )
      }
    }
    if file.permits.last?.proposal != nil {
      add("confirm confiscation", .reviewer, application: nil, due: nil)
    }
    return Array(rows.values)
  }
}

extension ReadRow {
  /// The key of a row, by which it is told from the others of its table.
  struct Key: Hashable {
    let cells: [Cell]

    init(_ cells: ArraySlice<Cell>) { self.cells = Array(cells) }
  }
}

extension Application.State {
  /// Whose turn it is while no term says so.
  fileprivate var waitsFor: Role? {
    switch self {
    case .submitted, .approved: .clerk
    case .accepted, .reviewed: .reviewer
    case .supplementNeeded, .refused, .issued, .notAccepted, .withdrawn, .closedUnfinished: nil
    }
  }
}
