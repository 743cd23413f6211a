import Casework
import EventStore

/// A receipt as the store keeps it for when the request is sent again: no personal data.
struct StoredReceipt: Codable, Sendable {
  var resident: ResidentID
  var version: Int
  var events: [String]
  var application: Int?
  /// The place in the journal of the last entry; 0 where nothing was added.
  var position: Int64

  init(_ change: FileChange, position: Int64) {
    resident = change.after.file.id
    version = change.after.file.version
    events = change.entries.map(\.event.type)
    application =
      change.entries.compactMap { entry -> Int? in
        guard case .application(let event) = entry.event else { return nil }
        return event.number ?? change.after.file.applications.all.last?.number
      }.last
    self.position = position
  }

  var bytes: [UInt8] { get throws { try PayloadEncoder.encode(self) } }
}

extension Receipt {
  init(_ stored: StoredReceipt, _ result: CommitResult) {
    self.init(
      resident: stored.resident,
      version: stored.version,
      events: stored.events,
      application: stored.application,
      position: stored.position == 0 ? result.position : stored.position,
      wasRepeated: result.wasRepeated
    )
  }

  init(_ result: CommitResult) throws {
    let stored = try PayloadDecoder.decode(StoredReceipt.self, from: result.response)
    self.init(stored, result)
  }
}
