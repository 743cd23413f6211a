import Casework
import EventStore
import ExpressionLanguage

/// All that time has made due by a day, on every file.
///
/// Each file is a command of its own, carried out whole or not at all, many to a transaction. Run
/// twice, the second time finds nothing due; broken off, the next run takes up the rest.
struct DayWork: Sendable {
  private static let page = 1_024

  private let office: Office
  private let day: CivilDate

  init(_ office: Office, _ day: CivilDate) {
    self.office = office
    self.day = day
  }

  func run() async throws -> DayReport {
    let today = office.today
    guard day <= today else { throw Rejection.dayNotCome(day, today: today) }
    var report = DayReport(day: day, files: 0, events: [:], rejections: [:])
    var last: Place?
    repeat {
      let places = try await due(after: last)
      last = places.last
      try await work(on: places, &report)
    } while last != nil
    return report
  }

  private struct Place {
    var day: String
    var resident: ResidentID
  }

  private func due(after last: Place?) async throws -> [Place] {
    let arguments: [SQLValue] = [
      .text(day.description), .text(last?.day ?? ""), .text(last?.resident.text ?? ""),
      .integer(Int64(DayWork.page)),
    ]
    return try await office.store.read { reader in
      try reader.rows(
        """
        SELECT day, resident FROM due_days WHERE day <= ? AND (day, resident) > (?, ?)
        ORDER BY day, resident LIMIT ?
        """,
        arguments
      ).compactMap { row in
        guard let day = row[0].text, let resident = row[1].text.flatMap({ ResidentID($0) }) else {
          return nil
        }
        return Place(day: day, resident: resident)
      }
    }
  }

  private func work(on places: [Place], _ report: inout DayReport) async throws {
    let requests = places.map { Request(.dayWork, on: $0.resident, by: .system, for: .dayWork) }
    for result in try await CommandBatches(office, on: day).run(requests) { report.add(result) }
  }
}

extension DayReport {
  fileprivate mutating func add(_ result: Result<Receipt, Rejection>) {
    switch result {
    case .success(let receipt):
      files += 1
      for type in receipt.events { events[type, default: 0] += 1 }
    case .failure(let rejection): rejections[rejection.id, default: 0] += 1
    }
  }
}
