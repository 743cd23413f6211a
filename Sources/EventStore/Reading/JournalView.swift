/// What one connection sees of the journal at one moment; shared by readers and transactions.
struct JournalView {
  let connection: Connection
  /// How a subject stands.
  let standing: (String) throws -> KeyRing.Standing

  private static let columns =
    "position, stream, version, type, recorded_at, subject, payload"

  func events(of stream: StreamID, after version: Int64) throws -> [StoredEvent] {
    let statement = try connection.statement(
      """
      SELECT \(Self.columns) FROM journal_events WHERE stream = ? AND version > ? ORDER BY version
      """
    )
    try statement.bind(stream.text, at: 1)
    try statement.bind(version, at: 2)
    return try events(statement)
  }

  func events(after position: Int64, limit: Int) throws -> [StoredEvent] {
    let statement = try connection.statement(
      "SELECT \(Self.columns) FROM journal_events WHERE position > ? ORDER BY position LIMIT ?"
    )
    try statement.bind(position, at: 1)
    try statement.bind(Int64(limit), at: 2)
    return try events(statement)
  }

  func streams(
    beginningWith text: String,
    after last: StreamID?,
    limit: Int
  ) throws -> [StreamID] {
    let statement = try connection.statement(
      """
      SELECT stream FROM journal_events
      WHERE version = 1 AND stream > ? AND stream >= ? AND stream < ? ORDER BY stream LIMIT ?
      """
    )
    defer { statement.reset() }
    try statement.bind(last?.text ?? "", at: 1)
    try statement.bind(text, at: 2)
    // No name of a stream holds a byte as great as this one.
    try statement.bind(text + "~", at: 3)
    try statement.bind(Int64(limit), at: 4)
    var streams: [StreamID] = []
    while try statement.step() {
      if let stream = StreamID(statement.text(0)) { streams.append(stream) }
    }
    return streams
  }

  func lastVersion(of stream: StreamID) throws -> Int64 {
    let statement = try connection.statement(
      "SELECT version FROM journal_events WHERE stream = ? ORDER BY version DESC LIMIT 1"
    )
    defer { statement.reset() }
    try statement.bind(stream.text, at: 1)
    return try statement.step() ? statement.integer(0) : 0
  }

  /// The last event's place, hash and time.
  func end() throws -> (head: JournalHead, time: Int64) {
    let statement = try connection.statement(
      "SELECT position, hash, recorded_at FROM journal_events ORDER BY position DESC LIMIT 1"
    )
    defer { statement.reset() }
    guard try statement.step() else { return (EventChain.start, .min) }
    let head = JournalHead(position: statement.integer(0), hash: statement.bytes(1))
    return (head, statement.integer(2))
  }

  func rows(_ sql: String, _ arguments: [SQLValue]) throws -> [SQLRow] {
    let statement = try connection.statement(ofCaller: sql)
    defer { statement.reset() }
    try statement.bind(arguments)
    let columns = statement.columns
    var rows: [SQLRow] = []
    while try statement.step() {
      rows.append(SQLRow(try (0..<columns).map { try statement.value(Int32($0)) }))
    }
    return rows
  }

  func unseal(_ sealed: [UInt8], of subject: String) throws -> [UInt8]? {
    switch try standing(subject) {
    case .unknown: throw StoreError.unknownSubject(subject)
    case .destroyed: return nil
    case .key(let key):
      guard let opened = key.open(column: sealed, subject: subject) else {
        throw StoreError.unreadable(
          path: connection.path,
          why: .column
        )
      }
      return opened
    }
  }

  private func events(_ statement: Statement) throws -> [StoredEvent] {
    defer { statement.reset() }
    var events: [StoredEvent] = []
    while try statement.step() { events.append(try event(statement)) }
    return events
  }

  private func event(_ statement: Statement) throws -> StoredEvent {
    let raw = try RawEvent(statement, path: connection.path)
    return try raw.read(path: connection.path, standing)
  }
}
