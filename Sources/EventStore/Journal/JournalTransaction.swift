/// What a command may do inside one transaction: read, append, and keep read models.
///
/// Everything takes effect together when the body returns, or not at all. It must not be kept or
/// used after the body has returned.
package protocol JournalTransaction: ReadModelReader {
  /// The events of a stream after `version`, in order.
  ///
  /// - Complexity: O(*n*) in the events read.
  func events(of stream: StreamID, after version: Int64) throws -> [StoredEvent]

  /// Appends events to a stream whose last event must be `version` (0 for a new stream).
  ///
  /// - Returns: The events as stored, with their places.
  /// - Throws: `StoreError.conflict` if the stream has moved on, `StoreError.subjectDestroyed`,
  ///   `StoreError.unknownSubject`.
  func append(
    _ events: [NewEvent],
    to stream: StreamID,
    expecting version: Int64
  ) throws -> [StoredEvent]

  /// Makes a key for a subject that has none yet.
  ///
  /// - Throws: `StoreError.subjectExists`.
  func createSubject(_ subject: String) throws

  /// Whether a subject has a key.
  func hasSubject(_ subject: String) throws -> Bool

  /// Runs a statement on the tables of the read models.
  ///
  /// - Throws: `StoreError.statement` for anything but a change of rows of those tables.
  func execute(_ sql: String, _ arguments: [SQLValue]) throws

  /// Encrypts bytes for a column of a read model, so that they go with the subject's key.
  ///
  /// - Throws: `StoreError.unknownSubject`, `StoreError.subjectDestroyed`.
  func seal(_ bytes: [UInt8], for subject: String) throws -> [UInt8]
}

/// What may look into the read models.
package protocol ReadModelReader {
  /// The rows of a query over the tables of the read models.
  ///
  /// - Throws: `StoreError.statement` for a query that names other tables.
  func rows(_ sql: String, _ arguments: [SQLValue]) throws -> [SQLRow]

  /// Decrypts what `seal` gave for a subject; `nil` once the subject's key was destroyed.
  ///
  /// - Throws: `StoreError.unknownSubject`; `StoreError.unreadable` for bytes that were changed.
  func unseal(_ sealed: [UInt8], of subject: String) throws -> [UInt8]?

  /// A keyed digest under which a text is found again, without telling it: 32 bytes.
  ///
  /// The same text gives the same bytes for one purpose, also after the master key was changed.
  func blindIndex(_ text: String, purpose: String) -> [UInt8]
}
