import EventStore
import Testing

/// What every engine of the journal must do, whatever it keeps it in.
///
/// An engine's tests run each check with a factory that makes an empty store whose read models are
/// those of `noteSchema`.
struct EventStoreConformance: Sendable, CustomTestStringConvertible {
  typealias Factory = @Sendable () throws -> any EventStore

  /// What must hold, as a sentence.
  let name: String
  let check: @Sendable (any EventStore) async throws -> Void

  init(_ name: String, _ check: @escaping @Sendable (any EventStore) async throws -> Void) {
    self.name = name
    self.check = check
  }

  var testDescription: String { name }

  static let all = appending + repeating + subjects + readModels + following
}

extension EventStore {
  /// Appends events without a subject to a stream at a version.
  func append(
    _ types: [String],
    to stream: String,
    at version: Int64 = 0,
    _ request: CommitRequest = .once()
  ) async throws -> CommitResult {
    let stream = try StreamID.named(stream)
    return try await commit(request) { transaction in
      let events = types.map { NewEvent(type: $0, payload: bytes($0), subject: nil) }
      _ = try transaction.append(events, to: stream, expecting: version)
      return bytes("done")
    }
  }

  /// All events.
  func everything() async throws -> [StoredEvent] {
    try await read { try $0.events(after: 0, limit: 1_000_000) }
  }
}
