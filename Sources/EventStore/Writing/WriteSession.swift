import Crypto

/// What the one writer knows: where the journal ends, and keys that are not committed yet.
///
/// Unchecked: used by the thread that holds the writer, or by the one it waits for.
final class WriteSession: @unchecked Sendable {
  /// What a failed body must leave as it was.
  struct Place {
    var head: JournalHead
    var time: Int64
    var fresh: [String: SubjectKey] = [:]
  }

  let connection: Connection
  let ring: KeyRing
  let keySource: KeySource
  private(set) var place: Place
  private(set) var committed: Place

  init(_ connection: Connection, _ ring: KeyRing, _ keySource: KeySource) throws {
    self.connection = connection
    self.ring = ring
    self.keySource = keySource
    let view = JournalView(connection: connection) { _ in .unknown }
    let end = try view.end()
    place = Place(head: end.head, time: end.time)
    committed = place
  }

  var view: JournalView {
    JournalView(connection: connection) { [self] subject in try standing(of: subject) }
  }

  func begin() throws { try connection.statement("BEGIN IMMEDIATE").run() }

  /// Makes everything since `begin` durable.
  func commit() throws {
    if place.head != committed.head {
      let statement = try connection.statement(
        "UPDATE journal_head SET position = ?, hash = ?, seal = ?"
      )
      try statement.bind(place.head.position, at: 1)
      try statement.bind(place.head.hash, at: 2)
      try statement.bind(ring.vault.seal(place.head), at: 3)
      try statement.run()
    }
    try connection.statement("COMMIT").run()
    ring.keep(place.fresh)
    place.fresh = [:]
    committed = place
  }

  /// Takes back everything since `begin`.
  func rollback() {
    place = committed
    // SQLite may have done it already.
    if connection.isInTransaction { try? connection.statement("ROLLBACK").run() }
  }

  func save() throws -> Place {
    try connection.statement("SAVEPOINT body").run()
    return place
  }

  func release() throws { try connection.statement("RELEASE body").run() }

  func restore(_ saved: Place) throws {
    place = saved
    try connection.statement("ROLLBACK TO body").run()
    try release()
  }

  /// Adds one event at the end.
  func append(
    _ event: NewEvent,
    to stream: StreamID,
    version: Int64,
    time: Int64
  ) throws -> StoredEvent {
    var salt: [UInt8] = []
    var payload = event.payload
    if let subject = event.subject {
      let key = try key(of: subject)
      salt = key.salt(stream, version)
      payload = try key.seal(payload: payload, stream, version)
    }
    let stored = StoredEvent(
      position: place.head.position + 1,
      stream: stream,
      version: version,
      type: event.type,
      recordedAt: max(time, place.time),
      subject: event.subject,
      payload: .bytes(event.payload)
    )
    let commitment = EventChain.commitment(salt: salt, payload: event.payload)
    let hash = EventChain.hash(after: place.head.hash, stored, commitment: commitment)
    let statement = try connection.statement(
      "INSERT INTO journal_events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    )
    try statement.bind(stored.position, at: 1)
    try statement.bind(stream.text, at: 2)
    try statement.bind(version, at: 3)
    try statement.bind(event.type, at: 4)
    try statement.bind(stored.recordedAt, at: 5)
    try statement.bind(event.subject, at: 6)
    try statement.bind(payload, at: 7)
    try statement.bind(commitment, at: 8)
    try statement.bind(hash, at: 9)
    try statement.run()
    statement.clear()
    place.head = JournalHead(position: stored.position, hash: hash)
    place.time = stored.recordedAt
    return stored
  }

  func createSubject(_ subject: String) throws {
    switch try standing(of: subject) {
    case .key: throw StoreError.subjectExists(subject)
    case .destroyed: throw StoreError.subjectDestroyed(subject)
    case .unknown: break
    }
    let key = keySource.makeKey(subject)
    let statement = try connection.statement(
      "INSERT INTO journal_subjects (subject, key) VALUES (?, ?)"
    )
    try statement.bind(subject, at: 1)
    try statement.bind(try ring.vault.wrap(key, named: subject), at: 2)
    try statement.run()
    statement.clear()
    place.fresh[subject] = SubjectKey(key)
  }

  /// Forgets a key that was destroyed.
  func forget(_ subject: String) { place.fresh[subject] = nil }

  /// The key of a subject about which something may be written.
  func key(of subject: String) throws -> SubjectKey {
    switch try standing(of: subject) {
    case .key(let key): return key
    case .destroyed: throw StoreError.subjectDestroyed(subject)
    case .unknown: throw StoreError.unknownSubject(subject)
    }
  }

  func standing(of subject: String) throws -> KeyRing.Standing {
    if let key = place.fresh[subject] { return .key(key) }
    let standing = try ring.standing(of: subject, on: connection)
    // Kept with the transaction: what it sees may yet be taken back.
    if case .key(let key) = standing { place.fresh[subject] = key }
    return standing
  }
}
