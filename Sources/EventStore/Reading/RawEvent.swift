/// One event as it stands in the file, its payload still encrypted.
struct RawEvent: Sendable {
  var position: Int64
  var stream: StreamID
  var version: Int64
  var type: String
  var recordedAt: Int64
  var subject: String?
  /// What stands in the column; `nil` once the subject was destroyed.
  var payload: [UInt8]?

  /// Reads position, stream, version, type, time, subject and payload, in this order.
  init(_ statement: Statement, path: String) throws {
    position = statement.integer(0)
    guard let stream = StreamID(statement.text(1)) else {
      throw StoreError.unreadable(path: path, why: .stream(position: position))
    }
    self.stream = stream
    version = statement.integer(2)
    type = statement.text(3)
    recordedAt = statement.integer(4)
    subject = statement.isNull(5) ? nil : statement.text(5)
    payload = statement.isNull(6) ? nil : statement.bytes(6)
  }

  /// The event with its payload as it was appended.
  ///
  /// - Throws: `StoreError.unreadable` if the payload was changed.
  func read(
    path: String,
    _ standing: (String) throws -> KeyRing.Standing
  ) throws -> StoredEvent {
    guard let opened = try open(standing) else {
      throw StoreError.unreadable(
        path: path,
        why: .payload(position: position)
      )
    }
    return event(opened)
  }

  /// The event with a payload.
  func event(_ payload: StoredEvent.Payload) -> StoredEvent {
    StoredEvent(
      position: position,
      stream: stream,
      version: version,
      type: type,
      recordedAt: recordedAt,
      subject: subject,
      payload: payload
    )
  }

  /// What it says; `nil` if that cannot be read although it should.
  func open(_ standing: (String) throws -> KeyRing.Standing) throws -> StoredEvent.Payload? {
    guard let subject else { return payload.map { .bytes($0) } }
    switch try standing(subject) {
    case .destroyed: return .destroyed
    case .unknown: return nil
    case .key(let key):
      // Between a destruction's commit and its end, a reader may see the one without the other.
      guard let payload else { return .destroyed }
      return key.open(payload: payload, stream, version).map { .bytes($0) }
    }
  }
}
