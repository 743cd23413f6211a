extension SQLiteStore {
  /// Destroys what is known about subjects, for ever: nothing of it stays in the file, its log, or
  /// a backup made later.
  ///
  /// In one transaction the wrapped keys are overwritten, the encrypted payloads are taken away,
  /// rows of read models go, and events tell of it. Then the file is written anew, for SQLite may
  /// have kept copies of rows that it moved. Older backups still hold the keys, wrapped: change
  /// the master key afterwards and destroy the old one, or the backups.
  ///
  /// The digests of requests whose answers name a subject go as well, so that nobody can try out
  /// what was asked; such a request is then known by its key alone.
  ///
  /// Rows of each table of the read models that has a column `subject` go by themselves, as do
  /// those that refer to them with `ON DELETE CASCADE`.
  ///
  /// - Parameters:
  ///   - orders: Whose data, why, and who ordered it.
  ///   - time: When, in milliseconds since 1970 UTC.
  ///   - erase: Takes further rows away, in the same transaction.
  /// - Throws: `StoreError.unknownSubject`, `StoreError.subjectDestroyed`, what `erase` throws,
  ///   after all of which nothing was destroyed; `StoreError.busy` if a reader held the log, after
  ///   which `scrub` must be called again.
  /// - Complexity: O(*n*) in the size of the file.
  package func destroy(
    _ orders: [Destruction],
    time: Int64,
    erase: @escaping @Sendable (any JournalTransaction, Destruction) throws -> Void = { _, _ in }
  ) async throws {
    guard orders.allSatisfy(\.isSound) else {
      throw StoreError.statement("reason and actor are codes of printable ASCII without blanks")
    }
    let (signal, ring) = (signal, ring)
    try await alone { session in
      let connection = session.connection
      let subjects = orders.map(\.subject)
      try session.begin()
      do {
        // Found out first, while the keys are still there.
        for subject in subjects { _ = try session.key(of: subject) }
        let transaction = SQLiteTransaction(session: session, lease: Lease(), time: time)
        for order in orders {
          try ReadModelErasure.erase(order.subject, connection)
          try erase(transaction, order)
        }
        try ReadModelErasure.compactSearch(connection)
        for order in orders { try session.destroy(order, time: time) }
        ring.destroy(subjects)
        try session.commit()
      } catch {
        ring.restore(subjects)
        session.rollback()
        throw error
      }
      signal.announce()
      try Self.scrub(connection)
    }
  }

  /// Writes the file anew and empties its log, so that nothing deleted is left in either.
  package func scrub() async throws {
    try await alone { session in try Self.scrub(session.connection) }
  }

  private static func scrub(_ connection: Connection) throws {
    connection.finish()
    try emptyLog(connection)
    connection.finish()
    try connection.run("VACUUM")
    try emptyLog(connection)
  }
}

extension WriteSession {
  /// Destroys one subject's key and payloads and tells of it.
  fileprivate func destroy(_ order: Destruction, time: Int64) throws {
    // As many zeros as there were bytes: SQLite then writes over them in their place.
    let key = try connection.statement("UPDATE journal_subjects SET key = ? WHERE subject = ?")
    try key.bind([.bytes(KeyRing.destroyedKey), .text(order.subject)])
    try key.run()
    let payloads = try connection.statement(
      "UPDATE journal_events SET payload = NULL WHERE subject = ?"
    )
    try payloads.bind([.text(order.subject)])
    try payloads.run()
    let requests = try connection.statement(
      "UPDATE journal_requests SET digest = ? WHERE instr(response, ?) > 0"
    )
    try requests.bind([.bytes(Batch.noDigest), .bytes(Array(order.subject.utf8))])
    try requests.run()
    forget(order.subject)
    let event = NewEvent(type: Destruction.type, payload: order.payload, subject: nil)
    let version = try view.lastVersion(of: .destructions)
    _ = try append([event], to: .destructions, expecting: version, time: time)
  }
}
