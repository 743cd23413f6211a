import Casework
import EventStore
import ExpressionLanguage

/// Who read which file, when and why.
///
/// A reading is an entry of the journal, in the stream `access/…` of the file and under the person's
/// key: so it can be proved, and goes with the person's data. It costs a durable write, some
/// milliseconds, before a file is shown.
struct AccessLog: Sendable {
  /// What the journal keeps of one reading.
  struct Reading: Codable {
    var action: Action
    var by: Hand
    var on: CivilDate
    var purpose: Purpose
  }

  static let type = "access/read"
  static let table = ReadTable(
    "access_log",
    key: ["resident", "number"],
    ["position", "account", "role", "office", "purpose", "action", "day", "recorded_at"]
  )

  static let schema = [
    """
    CREATE TABLE access_log (
      resident TEXT NOT NULL,
      number INTEGER NOT NULL,
      position INTEGER NOT NULL,
      account TEXT NOT NULL,
      role TEXT NOT NULL,
      office TEXT NOT NULL,
      purpose TEXT NOT NULL,
      action TEXT NOT NULL,
      day TEXT NOT NULL,
      recorded_at INTEGER NOT NULL,
      PRIMARY KEY (resident, number)
    )
    """,
    "CREATE INDEX access_log_account ON access_log (account, position)",
  ]

  private let office: Office

  init(_ office: Office) { self.office = office }

  /// Enters a reading; it is durable when this returns.
  func enter(
    _ action: Action,
    of resident: ResidentID,
    by actor: Actor,
    for purpose: Purpose
  ) async throws {
    let now = office.clock.now()
    let reading = Reading(action: action, by: actor.hand, on: now.date, purpose: purpose)
    let event = NewEvent(
      type: AccessLog.type,
      payload: try PayloadEncoder.encode(reading),
      subject: resident.text
    )
    let request = CommitRequest(key: nil, digest: [], time: now.milliseconds)
    _ = try await office.store.commit(request) { transaction in
      let last = try transaction.rows(
        "SELECT max(number) FROM access_log WHERE resident = ?",
        [.text(resident.text)]
      )
      let version = last.first?[0].integer ?? 0
      let stored = try transaction.append(
        [event],
        to: resident.accessStream,
        expecting: version
      )
      for event in stored { try AccessLog.project(event, transaction) }
      return []
    }
  }

  /// Puts one event of an access stream into the table.
  static func project(_ event: StoredEvent, _ transaction: any JournalTransaction) throws {
    guard case .bytes(let payload) = event.payload, let resident = event.subject else { return }
    guard event.type == type,
      let reading = try? PayloadDecoder.decode(Reading.self, from: payload)
    else { throw UnreadableEvent(position: event.position, type: event.type) }
    let row = ReadRow(
      table,
      [
        .text(resident), .plain(.integer(event.version)), .plain(.integer(event.position)),
        .text(reading.by.account), .text(reading.by.role.rawValue), .text(reading.by.office),
        .text(reading.purpose.rawValue), .text(reading.action.rawValue),
        .text(reading.on.description), .plain(.integer(event.recordedAt)),
      ]
    )
    try row.write(for: resident, transaction)
  }

  func entries(
    of resident: ResidentID,
    limit: Int,
    by actor: Actor,
    for purpose: Purpose
  ) async throws -> [AccessEntry] {
    let reading = FileReading(office)
    let hand = try await reading.hand(resident, by: actor)
    try reading.check(.readAccessLog, hand, by: actor, for: purpose)
    // Who looks at their own log tells nobody anything new; who looks at another's is in it too.
    if actor.role != .resident {
      try await enter(.readAccessLog, of: resident, by: actor, for: purpose)
    }
    return try await entries(
      "WHERE resident = ? ORDER BY number DESC LIMIT ?",
      [.text(resident.text), .integer(Int64(limit))]
    )
  }

  func entries(
    ofAccount account: String,
    limit: Int,
    by actor: Actor,
    for purpose: Purpose
  ) async throws -> [AccessEntry] {
    try await FileReading(office).checkNoFile(.readAccessLog, by: actor, for: purpose)
    let found = try await entries(
      "WHERE account = ? ORDER BY position DESC LIMIT ?",
      [.text(account), .integer(Int64(limit))]
    )
    try await SearchLog(office).enter(.account, hits: found.count, by: actor, for: purpose)
    return found
  }

  private func entries(_ which: String, _ arguments: [SQLValue]) async throws -> [AccessEntry] {
    try await office.store.read { reader in
      try reader.rows(
        """
        SELECT position, resident, account, role, office, purpose, action, day, recorded_at
        FROM access_log \(which)
        """,
        arguments
      ).compactMap(AccessEntry.init)
    }
  }
}

extension AccessEntry {
  fileprivate init?(_ row: SQLRow) {
    guard let position = row[0].integer, let resident = row[1].text.flatMap({ ResidentID($0) }),
      let account = row[2].text, let role = row[3].text.flatMap({ Role(rawValue: $0) }),
      let office = row[4].text, let purpose = row[5].text.flatMap({ Purpose(rawValue: $0) }),
      let action = row[6].text.flatMap({ Action(rawValue: $0) }),
      let day = row[7].text.flatMap({ CivilDate($0) }), let recordedAt = row[8].integer
    else { return nil }
    self.init(
      position: position,
      resident: resident,
      by: Hand(account: account, role: role, office: office),
      purpose: purpose,
      action: action,
      on: day,
      recordedAt: recordedAt
    )
  }
}
