import Casework
import EventStore
import ExpressionLanguage

/// All that time has made due by a day, on every file.
///
/// Each file is a command of its own, many of them at once, so that they share commits. Run twice,
/// the second time finds nothing due; broken off, the next run takes up the rest.
struct DayWork: Sendable {
  /// How many files are worked on at once: as many as one commit of the store takes well.
  private static let width = 128
  private static let page = 2_048

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
    try await withThrowingTaskGroup(of: Result<Receipt, Rejection>.self) { group in
      var left = places[...]
      for place in left.prefix(DayWork.width) {
        group.addTask { try await work(on: place.resident) }
      }
      left = left.dropFirst(DayWork.width)
      while let result = try await group.next() {
        report.add(result)
        if let place = left.popFirst() {
          group.addTask { try await work(on: place.resident) }
        }
      }
    }
  }

  private func work(on resident: ResidentID) async throws -> Result<Receipt, Rejection> {
    let request = Request(.dayWork, on: resident, by: .system, for: .dayWork)
    do {
      return .success(try await CommandRunner(office, request, on: day).run())
    } catch let rejection as Rejection {
      return .failure(rejection)
    }
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
