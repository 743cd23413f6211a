import Casework
import EventStore

/// The number of each card that never changes: the place in the journal of the event that made it.
///
/// The status lists find a card by it. A serial number is free text and goes with the person's data;
/// the number stays, so that the code of somebody whose data were destroyed is never taken for good.
enum CardNumbers {
  /// What holds the numbers of the cards of people whose data are there.
  static let table = "cards"
  /// What holds the numbers of those of people whose data were destroyed.
  static let goneTable = "gone_cards"

  /// A card that an older program has noted has no number until `CardNumbering` has run.
  static let schema = [
    """
    CREATE TABLE cards (
      serial TEXT NOT NULL PRIMARY KEY,
      resident TEXT NOT NULL,
      position INTEGER
    )
    """,
    "INSERT INTO cards (serial, resident) SELECT serial, resident FROM permits",
    "CREATE INDEX cards_resident ON cards (resident)",
    "CREATE INDEX cards_unnumbered ON cards (resident) WHERE position IS NULL",
    "CREATE TABLE gone_cards (position INTEGER NOT NULL PRIMARY KEY)",
  ]

  /// Notes the cards that entries made.
  ///
  /// - Parameters:
  ///   - change: The entries.
  ///   - positions: Where the journal keeps each of them.
  ///   - transaction: The transaction of the command.
  ///   - isFilling: Whether all rows are made anew.
  /// - Throws: What the transaction throws.
  static func project(
    _ change: FileChange,
    at positions: [Int64],
    _ transaction: any JournalTransaction,
    isFilling: Bool
  ) throws {
    let row = "(serial, resident, position) VALUES (?, ?, ?)"
    let statement =
      isFilling
      ? "INSERT INTO \(UnsortedRows.table(of: table)) \(row)"
      : "INSERT INTO \(table) \(row) ON CONFLICT (serial) DO NOTHING"
    for (entry, position) in zip(change.entries, positions) {
      guard let card = entry.event.madeCard else { continue }
      try transaction.execute(
        statement,
        [.text(card.serial), .text(change.after.file.id.text), .integer(position)]
      )
    }
  }

  /// Keeps the numbers of a file whose data are destroyed, and nothing else of it.
  ///
  /// The types of events stay when what they say is gone.
  static func projectGone(
    _ events: [StoredEvent],
    _ transaction: any JournalTransaction
  ) throws {
    for event in events where Event.typesThatMakeCards.contains(event.type) {
      try transaction.execute(
        "INSERT INTO gone_cards (position) VALUES (?) ON CONFLICT (position) DO NOTHING",
        [.integer(event.position)]
      )
    }
  }

  /// The numbers of the cards that stored events made, by serial number.
  static func numbers(in events: [StoredEvent]) throws -> [String: Int64] {
    var numbers: [String: Int64] = [:]
    for event in events where Event.typesThatMakeCards.contains(event.type) {
      guard let card = try EventCodec.decode(event).event.madeCard else { continue }
      if numbers[card.serial] == nil { numbers[card.serial] = event.position }
    }
    return numbers
  }
}

/// Numbers the cards that were noted by a program that kept no numbers.
///
/// It reads a few hundred files to a transaction, so that others need not wait for it, and goes on
/// where it was interrupted.
struct CardNumbering: Sendable {
  private static let size = 256

  private let office: Office

  init(_ office: Office) { self.office = office }

  func run() async throws {
    var last = ""
    while true {
      let place = last
      let files = try await office.store.read { reader in
        try reader.rows(
          """
          SELECT DISTINCT resident FROM cards WHERE position IS NULL AND resident > ?
          ORDER BY resident LIMIT \(CardNumbering.size)
          """,
          [.text(place)]
        ).compactMap { $0[0].text }
      }
      guard let end = files.last else { return }
      let time = office.clock.now().milliseconds
      _ = try await office.store.commit(CommitRequest(key: nil, digest: [], time: time)) {
        transaction in
        for resident in files.compactMap({ ResidentID($0) }) {
          try CardNumbering.number(resident, transaction)
        }
        return []
      }
      last = end
    }
  }

  private static func number(
    _ resident: ResidentID,
    _ transaction: any JournalTransaction
  ) throws {
    let numbers = try CardNumbers.numbers(in: transaction.events(of: resident.stream, after: 0))
    for (serial, position) in numbers {
      try transaction.execute(
        "UPDATE cards SET position = ? WHERE serial = ?",
        [.integer(position), .text(serial)]
      )
    }
  }
}

extension Event {
  /// The names of the events that make a card.
  fileprivate static let typesThatMakeCards: Set<String> = [
    "permit/issued", "permit/card-replaced",
  ]

  /// The card that the event made.
  fileprivate var madeCard: Card? {
    switch self {
    case .permit(.issued(_, let card, _)), .permit(.cardReplaced(_, let card, _)): card
    case .permit, .person, .fact, .application, .notice: nil
    }
  }
}
