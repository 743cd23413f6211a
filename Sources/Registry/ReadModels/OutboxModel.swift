import Casework
import EventStore
import ExpressionLanguage

/// The notices that are to go out.
///
/// That one went out is an event of its own, which `Delivery` records and this table follows.
enum OutboxModel: FileModel {
  static let table = ReadTable("outbox", key: ["resident", "notice"], ["queued_on", "state"])

  static let schema = [
    """
    CREATE TABLE outbox (
      resident TEXT NOT NULL,
      notice INTEGER NOT NULL,
      queued_on TEXT NOT NULL,
      state TEXT NOT NULL,
      PRIMARY KEY (resident, notice)
    )
    """,
    "CREATE INDEX outbox_state ON outbox (state, queued_on, resident, notice)",
  ]

  static func areAlike(_ before: ResidentFile, _ after: ResidentFile) -> Bool {
    before.notices.all.count == after.notices.all.count
  }

  // A notice is never changed, so no later command writes over the state of an earlier one.
  static func rows(of view: FileOnDay, _ index: BlindIndex) -> [ReadRow] {
    view.noticeDays.enumerated().map { place, day in
      ReadRow(
        table,
        [
          .text(view.file.id.text), .integer(place + 1), .text(day.description),
          .text("queued"),
        ]
      )
    }
  }

  /// Marks a notice as gone out.
  static func markDelivered(
    _ resident: ResidentID,
    _ notice: Int,
    _ transaction: any JournalTransaction
  ) throws {
    try transaction.execute(
      "UPDATE outbox SET state = 'delivered' WHERE resident = ? AND notice = ?",
      [.text(resident.text), .integer(Int64(notice))]
    )
  }
}
