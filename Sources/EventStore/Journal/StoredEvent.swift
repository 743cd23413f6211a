/// One event as the journal keeps it.
package struct StoredEvent: Hashable, Sendable {
  /// What an event says, as long as it can be read.
  package enum Payload: Hashable, Sendable {
    /// The bytes as they were appended.
    case bytes([UInt8])
    /// The subject's key was destroyed: nobody can read it any more.
    case destroyed
  }

  /// The place in the journal, from 1, without gaps, in the order of commits.
  package var position: Int64
  /// The stream.
  package var stream: StreamID
  /// The place in the stream, from 1, without gaps.
  package var version: Int64
  /// What happened.
  package var type: String
  /// When it was recorded, in milliseconds since 1970 UTC; never before that of the event ahead.
  package var recordedAt: Int64
  /// Whose key encrypts the payload.
  package var subject: String?
  /// What it says.
  package var payload: Payload

  /// Creates an event.
  package init(
    position: Int64,
    stream: StreamID,
    version: Int64,
    type: String,
    recordedAt: Int64,
    subject: String?,
    payload: Payload
  ) {
    self.position = position
    self.stream = stream
    self.version = version
    self.type = type
    self.recordedAt = recordedAt
    self.subject = subject
    self.payload = payload
  }
}
