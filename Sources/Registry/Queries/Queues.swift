import Casework
import EventStore
import ExpressionLanguage

/// What waits for a role, by legal deadline.
struct Queues: Sendable {
  private let office: Office

  init(_ office: Office) { self.office = office }

  func page(
    _ query: QueueQuery,
    by actor: Actor,
    for purpose: Purpose
  ) async throws -> QueuePage {
    try await FileReading(office).checkNoFile(.readQueue, by: actor, for: purpose)
    let limit = max(1, min(query.limit, 500))
    var (conditions, arguments) = conditions(query)
    if let after = query.after {
      conditions.append("(due, resident, task) > (?, ?, ?)")
      arguments += [.text(after.due), .text(after.resident), .text(after.task)]
    }
    arguments.append(.integer(Int64(limit + 1)))
    let sql = """
      SELECT resident, task, application, state, office, district, due, is_provisional FROM tasks
      WHERE \(conditions.joined(separator: " AND ")) ORDER BY due, resident, task LIMIT ?
      """
    let asked = arguments
    let rows = try await office.store.read { try $0.rows(sql, asked) }
    let items = rows.prefix(limit).compactMap(QueuePage.Item.init)
    guard rows.count > limit, let last = rows.prefix(limit).last, let due = last[6].text,
      let resident = last[0].text, let task = last[1].text
    else { return QueuePage(items: items, next: nil) }
    return QueuePage(
      items: items,
      next: QueuePage.Cursor(due: due, resident: resident, task: task)
    )
  }

  func count(
    _ query: QueueQuery,
    upTo most: Int,
    by actor: Actor,
    for purpose: Purpose
  ) async throws -> QueueCount {
    try await FileReading(office).checkNoFile(.readQueue, by: actor, for: purpose)
    let (conditions, arguments) = conditions(query)
    func sql(_ more: String...) -> String {
      let all = (conditions + more).joined(separator: " AND ")
      return "SELECT count(*) FROM (SELECT 1 FROM tasks WHERE \(all) LIMIT ?)"
    }
    let (all, overdue) = (sql(), sql("due < ?"))
    let (today, limit) = (
      SQLValue.text(office.today.description), SQLValue.integer(Int64(most + 1))
    )
    return try await office.store.read { reader in
      func number(_ sql: String, _ arguments: [SQLValue]) throws -> QueueCount.Number {
        let found = try reader.rows(sql, arguments + [limit]).first?[0].integer ?? 0
        return QueueCount.Number(Int(found), upTo: most)
      }
      return QueueCount(
        all: try number(all, arguments),
        overdue: try number(overdue, arguments + [today])
      )
    }
  }

  private func conditions(_ query: QueueQuery) -> ([String], [SQLValue]) {
    var conditions = ["role = ?"]
    var arguments: [SQLValue] = [.text(query.role.rawValue)]
    if let district = query.district {
      conditions.append("district = ?")
      arguments.append(.text(district))
    }
    if let office = query.office {
      conditions.append("office = ?")
      arguments.append(.text(office))
    }
    return (conditions, arguments)
  }
}

extension QueuePage.Item {
  fileprivate init?(_ row: SQLRow) {
    guard let resident = row[0].text.flatMap({ ResidentID($0) }), let task = row[1].text,
      let application = row[2].integer, let state = row[3].text, let office = row[4].text,
      let district = row[5].text, let due = row[6].text.flatMap({ CivilDate($0) })
    else { return nil }
    self.init(
      resident: resident,
      task: application == 0 ? task : String(task.prefix { $0 != "/" }),
      application: application == 0 ? nil : Int(application),
      state: state,
      office: office,
      district: district,
      due: due == TasksModel.noDeadline ? nil : due,
      isProvisional: row[7].integer == 1
    )
  }
}
