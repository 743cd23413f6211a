import Casework
import EventStore
import FoundationEssentials

/// What one command did to one file.
struct FileChange: Sendable {
  let before: FoldedFile
  let after: FoldedFile
  let entries: [FileEntry]
  /// The place in the journal of the last entry; 0 where nothing was added.
  private(set) var position: Int64

  init(_ before: FoldedFile, _ entries: [FileEntry], position: Int64) {
    self.before = before
    self.entries = entries
    self.position = position
    var after = before
    for entry in entries { after.apply(entry) }
    self.after = after
  }

  /// The same, with the place in the journal that its last entry was given.
  func at(_ position: Int64) -> FileChange {
    var change = self
    change.position = position
    return change
  }

  /// What the sender of the command is told.
  var receipt: StoredReceipt {
    StoredReceipt(
      resident: after.file.id,
      version: after.file.version,
      events: entries.map(\.event.type),
      position: position
    )
  }
}

/// A receipt as the store keeps it for when the request is sent again.
struct StoredReceipt: Codable {
  var resident: ResidentID
  var version: Int
  var events: [String]
  var position: Int64

  var bytes: [UInt8] {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return Array(try encoder.encode(self))
    }
  }
}

extension Receipt {
  init(_ result: CommitResult) throws {
    let stored = try JSONDecoder().decode(StoredReceipt.self, from: Data(result.response))
    self.init(stored, end: result.position, wasRepeated: result.wasRepeated)
  }

  /// A receipt of a journal that ended at `end` when it was given.
  init(_ stored: StoredReceipt, end: Int64, wasRepeated: Bool) {
    self.init(
      resident: stored.resident,
      version: stored.version,
      events: stored.events,
      position: stored.position == 0 ? end : stored.position,
      wasRepeated: wasRepeated
    )
  }
}
