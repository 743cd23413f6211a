import Casework
import EventStore
import ExpressionLanguage

/// Who searched for people, when and why.
///
/// A search shows names and masked numbers of many, so it is an entry of the journal as a reading
/// is, before anything is shown. It is about nobody: a stream for each day holds who searched, by
/// what and how many were found, and never what was asked for.
struct SearchLog: Sendable {
  /// What the journal keeps of one search.
  private struct Made: Codable {
    var by: Hand
    var hits: Int
    var on: CivilDate
    var purpose: Purpose
    var way: SearchEntry.Way
  }

  static let type = "search/made"
  /// Begins the names of the streams.
  static let streams = "search/"
  static let table = ReadTable(
    "searches",
    key: ["day", "number"],
    ["position", "account", "role", "office", "purpose", "way", "hits", "recorded_at"]
  )

  static let schema = [
    """
    CREATE TABLE searches (
      day TEXT NOT NULL,
      number INTEGER NOT NULL,
      position INTEGER NOT NULL,
      account TEXT NOT NULL,
      role TEXT NOT NULL,
      office TEXT NOT NULL,
      purpose TEXT NOT NULL,
      way TEXT NOT NULL,
      hits INTEGER NOT NULL,
      recorded_at INTEGER NOT NULL,
      PRIMARY KEY (day, number)
    )
    """,
    "CREATE INDEX searches_account ON searches (account, position)",
  ]

  private let office: Office

  init(_ office: Office) { self.office = office }

  /// Enters a search; it is durable when this returns.
  func enter(
    _ way: SearchEntry.Way,
    hits: Int,
    by actor: Actor,
    for purpose: Purpose
  ) async throws {
    let now = office.clock.now()
    let made = Made(by: actor.hand, hits: hits, on: now.date, purpose: purpose, way: way)
    let event = NewEvent(
      type: SearchLog.type,
      payload: try PayloadEncoder.encode(made),
      subject: nil
    )
    guard let stream = StreamID(SearchLog.streams + now.date.description) else { return }
    let request = CommitRequest(key: nil, digest: [], time: now.milliseconds)
    _ = try await office.store.commit(request) { transaction in
      let last = try transaction.rows(
        "SELECT max(number) FROM searches WHERE day = ?",
        [.text(made.on.description)]
      )
      let version = last.first?[0].integer ?? 0
      for event in try transaction.append([event], to: stream, expecting: version) {
        try SearchLog.project(event, transaction)
      }
      return []
    }
  }

  /// Puts one event of a search stream into the table.
  static func project(_ event: StoredEvent, _ transaction: any JournalTransaction) throws {
    guard event.type == type, case .bytes(let payload) = event.payload,
      let made = try? PayloadDecoder.decode(Made.self, from: payload)
    else { throw UnreadableEvent(position: event.position, type: event.type) }
    try transaction.execute(
      table.upsert,
      [
        .text(made.on.description), .integer(event.version), .integer(event.position),
        .text(made.by.account), .text(made.by.role.rawValue), .text(made.by.office),
        .text(made.purpose.rawValue), .text(made.way.rawValue), .integer(Int64(made.hits)),
        .integer(event.recordedAt),
      ]
    )
  }

  func entries(
    ofAccount account: String,
    limit: Int,
    by actor: Actor,
    for purpose: Purpose
  ) async throws -> [SearchEntry] {
    try await FileReading(office).checkNoFile(.readAccessLog, by: actor, for: purpose)
    let found = try await office.store.read { reader in
      try reader.rows(
        """
        SELECT position, account, role, office, purpose, way, hits, day, recorded_at
        FROM searches WHERE account = ? ORDER BY position DESC LIMIT ?
        """,
        [.text(account), .integer(Int64(limit))]
      ).compactMap(SearchEntry.init)
    }
    try await enter(.account, hits: found.count, by: actor, for: purpose)
    return found
  }
}

extension SearchEntry {
  fileprivate init?(_ row: SQLRow) {
    guard let position = row[0].integer, let account = row[1].text,
      let role = row[2].text.flatMap({ Role(rawValue: $0) }), let office = row[3].text,
      let purpose = row[4].text.flatMap({ Purpose(rawValue: $0) }),
      let way = row[5].text.flatMap({ Way(rawValue: $0) }), let hits = row[6].integer,
      let day = row[7].text.flatMap({ CivilDate($0) }), let recordedAt = row[8].integer
    else { return nil }
    self.init(
      position: position,
      by: Hand(account: account, role: role, office: office),
      purpose: purpose,
      way: way,
      hits: Int(hits),
      on: day,
      recordedAt: recordedAt
    )
  }
}
