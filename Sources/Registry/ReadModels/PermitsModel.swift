import Casework
import EventStore
import ExpressionLanguage

/// Finds a permit by the number of any card that was ever made for it.
enum PermitsModel: FileModel {
  static let table = ReadTable(
    "permits",
    key: ["serial"],
    ["resident", "permit", "card_state", "is_last", "permit_state", "due", "ended"]
  )

  static let schema = [
    """
    CREATE TABLE permits (
      serial TEXT NOT NULL PRIMARY KEY,
      resident TEXT NOT NULL,
      permit INTEGER NOT NULL,
      card_state TEXT NOT NULL,
      is_last INTEGER NOT NULL,
      permit_state TEXT NOT NULL,
      due TEXT NOT NULL,
      ended TEXT NOT NULL
    )
    """,
    "CREATE INDEX permits_resident ON permits (resident)",
  ]

  static func areAlike(_ before: ResidentFile, _ after: ResidentFile) -> Bool {
    before.permits == after.permits
  }

  static func rows(of view: FileOnDay, _ index: BlindIndex) -> [ReadRow] {
    view.file.permits.all.flatMap { permit in
      permit.cards.enumerated().map { place, card in
        ReadRow(
          table,
          [
            .text(card.serial), .text(view.file.id.text), .integer(permit.number),
            .text(card.state.rawValue), .flag(place == permit.cards.count - 1),
            .text(permit.state.rawValue),
            // An end that lies ahead leaves the permit as it is until then.
            .text((permit.endorsementDue ?? permit.end?.due)?.description ?? ""),
            .text(permit.end?.on.description ?? ""),
          ]
        )
      }
    }
  }

  /// Whether a card of this number was ever made.
  static func isInUse(_ serial: String, _ reader: any ReadModelReader) throws -> Bool {
    try !reader.rows("SELECT 1 FROM permits WHERE serial = ?", [.text(serial)]).isEmpty
  }
}
