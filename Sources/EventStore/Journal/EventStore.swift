/// A journal that only grows, and the read models kept with it.
///
/// Positions are given in the order of commits: no event ever becomes visible behind a reader that
/// has passed its place.
package protocol EventStore: Sendable {
  /// Runs `body` in a transaction, durably: when this returns, it outlives a loss of power.
  ///
  /// Bodies of many callers may share one commit; each still takes effect whole or not at all, and
  /// in one order. With a key that was committed before, `body` is not run and the response of
  /// that time is returned.
  ///
  /// - Parameters:
  ///   - request: What makes a repetition recognisable, and the time to record.
  ///   - body: Reads, appends and projects; the bytes it returns are kept as the response under
  ///     the key, so they must not hold personal data; where they hold the name of the subject, what
  ///     was asked goes with that one's data. It may be run again if the shared
  ///     transaction has to be.
  /// - Returns: The response, whether it is an earlier one, and the journal's last position.
  /// - Throws: What `body` throws, after which nothing of it remains; `StoreError` otherwise.
  func commit(
    _ request: CommitRequest,
    _ body: @escaping @Sendable (any JournalTransaction) throws -> [UInt8]
  ) async throws -> CommitResult

  /// Looks into the read models and streams, at one moment of the journal.
  func read<Answer: Sendable>(
    _ body: @escaping @Sendable (any JournalReader) throws -> Answer
  ) async throws -> Answer

  /// Events after a position as they are committed, from the past on, until the task is cancelled.
  func follow(after position: Int64) -> AsyncThrowingStream<StoredEvent, any Error>
}

/// What may look into the journal at one moment.
package protocol JournalReader: ReadModelReader {
  /// The events of a stream after `version`, in order.
  func events(of stream: StreamID, after version: Int64) throws -> [StoredEvent]

  /// The events after a position, in the order of commits, at most `limit`.
  func events(after position: Int64, limit: Int) throws -> [StoredEvent]

  /// The last event's place and the hash over everything up to it.
  func head() throws -> JournalHead

  /// The streams whose names begin with a text, after one of them, in the order of their bytes.
  ///
  /// - Complexity: O(*n*) in the events of those streams, of which only an index is read.
  func streams(
    beginningWith text: String,
    after last: StreamID?,
    limit: Int
  ) throws -> [StreamID]
}

/// Where a journal ends.
package struct JournalHead: Hashable, Sendable {
  /// The last position; 0 for an empty journal.
  package var position: Int64
  /// The SHA-256 of the chain up to it, 32 bytes.
  package var hash: [UInt8]

  /// Creates a head.
  package init(position: Int64, hash: [UInt8]) {
    self.position = position
    self.hash = hash
  }
}

/// What makes a commit recognisable when it is sent again.
package struct CommitRequest: Sendable {
  /// The idempotency key, chosen by the caller; `nil` for what may not be repeated.
  package var key: String?
  /// A digest of what is asked, so that a key is not used for two different things.
  package var digest: [UInt8]
  /// When it happens, in milliseconds since 1970 UTC.
  ///
  /// The journal's time never goes back: an
  /// earlier time is recorded as that of the last event.
  package var time: Int64

  /// Creates a request.
  package init(key: String?, digest: [UInt8], time: Int64) {
    self.key = key
    self.digest = digest
    self.time = time
  }
}

/// What came of a commit.
package struct CommitResult: Sendable {
  /// What the body returned, now or when the key was first used.
  package var response: [UInt8]
  /// Whether the key had been committed before, so that nothing was done now.
  package var wasRepeated: Bool
  /// The journal's last position after it.
  package var position: Int64

  /// Creates a result.
  package init(response: [UInt8], wasRepeated: Bool, position: Int64) {
    self.response = response
    self.wasRepeated = wasRepeated
    self.position = position
  }
}
