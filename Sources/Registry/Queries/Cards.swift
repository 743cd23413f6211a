import Casework
import EventStore
import ExpressionLanguage

/// Answers whether a card is good.
struct Cards: Sendable {
  private let office: Office

  init(_ office: Office) { self.office = office }

  func answer(_ serial: String, on day: CivilDate) async throws -> CardAnswer {
    let rows = try await office.store.read { reader in
      try reader.rows(
        "SELECT card_state, is_last, permit_state, due, ended FROM permits WHERE serial = ?",
        [.text(serial)]
      )
    }
    guard let row = rows.first, let card = row[0].text.flatMap({ Card.State(rawValue: $0) }),
      let permit = row[2].text.flatMap({ Permit.State(rawValue: $0) })
    else { return .unknown }
    guard card == .valid, row[1].integer == 1 else { return .cancelled }
    // What was recorded counts from its own day on: an end may lie ahead.
    if let end = row[4].text.flatMap({ CivilDate($0) }), end <= day { return .cancelled }
    if permit == .suspended { return .suspended }
    // It is suspended as soon as the day has passed, whether or not the day's work has run.
    let due = row[3].text.flatMap { CivilDate($0) }
    return due.map { $0 < day } ?? false ? .suspended : .valid
  }
}
