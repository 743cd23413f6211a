import Casework
import EventStore
import ExpressionLanguage

/// Answers whether a card is good.
struct Cards: Sendable {
  private static let size = 10_000

  /// What a row of `permits` answers on a day, which is given twice.
  ///
  /// What was recorded counts from its own day on: an end may lie ahead. And a permit is suspended
  /// as soon as the day has passed, whether or not the day's work has run.
  private static let answer = """
    CASE
      WHEN card_state <> '\(Card.State.valid.rawValue)' OR is_last <> 1
        THEN '\(CardAnswer.cancelled.rawValue)'
      WHEN ended <> '' AND ended <= ? THEN '\(CardAnswer.cancelled.rawValue)'
      WHEN permit_state = '\(Permit.State.suspended.rawValue)'
        THEN '\(CardAnswer.suspended.rawValue)'
      WHEN due <> '' AND due < ? THEN '\(CardAnswer.suspended.rawValue)'
      ELSE '\(CardAnswer.valid.rawValue)'
    END
    """

  private static let question = "SELECT \(answer) FROM permits WHERE serial = ?"

  private let office: Office

  init(_ office: Office) { self.office = office }

  func answer(_ serial: String, on day: CivilDate) async throws -> CardAnswer {
    let day = SQLValue.text(day.description)
    let rows = try await office.store.find(Cards.question, [day, day, .text(serial)])
    return rows.first?[0].text.flatMap { CardAnswer(rawValue: $0) } ?? .unknown
  }

  func number(_ serial: String) async throws -> Int64? {
    try await office.store.read { reader in
      let rows = try reader.rows(
        "SELECT position, resident FROM cards WHERE serial = ?",
        [.text(serial)]
      )
      guard let row = rows.first else { return nil }
      if let number = row[0].integer { return number }
      guard let resident = row[1].text.flatMap({ ResidentID($0) }) else { return nil }
      // Noted by an older program, and not numbered yet.
      return try CardNumbers.numbers(in: reader.events(of: resident.stream, after: 0))[serial]
    }
  }

  func statuses(
    on day: CivilDate,
    _ take: (_ number: Int64, _ answer: CardAnswer) -> Void
  ) async throws {
    try await CardNumbering(office).run()
    let day = SQLValue.text(day.description)
    var last: String? = ""
    while let place = last {
      let rows = try await office.store.read { reader in
        try reader.rows(
          """
          SELECT cards.serial, position, \(Cards.answer)
          FROM cards JOIN permits ON permits.serial = cards.serial
          WHERE cards.serial > ? AND position IS NOT NULL
          ORDER BY cards.serial LIMIT \(Cards.size)
          """,
          [day, day, .text(place)]
        )
      }
      for row in rows {
        guard let number = row[1].integer, let answer = row[2].text.flatMap(CardAnswer.init)
        else { continue }
        take(number, answer)
      }
      last = rows.count == Cards.size ? rows.last?[0].text : nil
    }
    let gone = try await office.store.read { try $0.rows("SELECT position FROM gone_cards", []) }
    for number in gone.compactMap({ $0[0].integer }) { take(number, .cancelled) }
  }
}
