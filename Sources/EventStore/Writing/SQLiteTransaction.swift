/// What a body sees of the transaction it runs in.
struct SQLiteTransaction: JournalTransaction {
  let session: WriteSession
  let lease: Lease
  let time: Int64
  /// Whether events may be added; read models are rebuilt without.
  var canAppend = true

  func events(of stream: StreamID, after version: Int64) throws -> [StoredEvent] {
    try lease.using { try session.view.events(of: stream, after: version) }
  }

  func append(
    _ events: [NewEvent],
    to stream: StreamID,
    expecting version: Int64
  ) throws -> [StoredEvent] {
    try lease.using {
      try checkCanAppend()
      if stream == .destructions {
        throw StoreError.statement("the stream of destructions is the store's own")
      }
      return try session.append(events, to: stream, expecting: version, time: time)
    }
  }

  func createSubject(_ subject: String) throws {
    try lease.using {
      try checkCanAppend()
      guard (1...200).contains(subject.utf8.count), !subject.utf8.contains(where: { $0 < 0x20 })
      else { throw StoreError.statement("a subject's name has 1 to 200 bytes, all printable") }
      try session.createSubject(subject)
    }
  }

  func hasSubject(_ subject: String) throws -> Bool {
    try lease.using {
      if case .key = try session.standing(of: subject) { true } else { false }
    }
  }

  func execute(_ sql: String, _ arguments: [SQLValue]) throws {
    try lease.using {
      let statement = try session.connection.statement(ofCaller: sql)
      defer { statement.clear() }
      try statement.bind(arguments)
      try statement.run()
    }
  }

  func rows(_ sql: String, _ arguments: [SQLValue]) throws -> [SQLRow] {
    try lease.using { try session.view.rows(sql, arguments) }
  }

  func seal(_ bytes: [UInt8], for subject: String) throws -> [UInt8] {
    try lease.using { try session.key(of: subject).seal(column: bytes, subject: subject) }
  }

  func unseal(_ sealed: [UInt8], of subject: String) throws -> [UInt8]? {
    try lease.using { try session.view.unseal(sealed, of: subject) }
  }

  func blindIndex(_ text: String, purpose: String) -> [UInt8] {
    session.ring.vault.blindIndex(text, purpose: purpose)
  }

  private func checkCanAppend() throws {
    if !canAppend { throw StoreError.statement("nothing is added while read models are rebuilt") }
  }
}

extension WriteSession {
  /// Adds events to a stream whose last event must be `version`.
  func append(
    _ events: [NewEvent],
    to stream: StreamID,
    expecting version: Int64,
    time: Int64
  ) throws -> [StoredEvent] {
    let actual = try view.lastVersion(of: stream)
    guard actual == version else {
      throw StoreError.conflict(stream, expected: version, actual: actual)
    }
    var next = version
    return try events.map { event in
      next += 1
      return try append(event, to: stream, version: next, time: time)
    }
  }
}
