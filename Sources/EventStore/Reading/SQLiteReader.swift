/// Looks into the journal and the read models at one moment.
struct SQLiteReader: JournalReader {
  let view: JournalView
  let ring: KeyRing

  init(_ connection: Connection, _ ring: KeyRing) {
    self.ring = ring
    view = JournalView(connection: connection) { subject in
      let standing = try ring.standing(of: subject, on: connection)
      if case .key(let key) = standing { ring.keep([subject: key]) }
      return standing
    }
  }

  func events(of stream: StreamID, after version: Int64) throws -> [StoredEvent] {
    try view.events(of: stream, after: version)
  }

  func events(after position: Int64, limit: Int) throws -> [StoredEvent] {
    try view.events(after: position, limit: limit)
  }

  func head() throws -> JournalHead { try view.end().head }

  func streams(
    beginningWith text: String,
    after last: StreamID?,
    limit: Int
  ) throws -> [StreamID] {
    try view.streams(beginningWith: text, after: last, limit: limit)
  }

  func rows(_ sql: String, _ arguments: [SQLValue]) throws -> [SQLRow] {
    try view.rows(sql, arguments)
  }

  func unseal(_ sealed: [UInt8], of subject: String) throws -> [UInt8]? {
    try view.unseal(sealed, of: subject)
  }

  func blindIndex(_ text: String, purpose: String) -> [UInt8] {
    ring.vault.blindIndex(text, purpose: purpose)
  }
}
