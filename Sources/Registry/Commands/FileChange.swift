import Casework
import EventStore
import ExpressionLanguage

/// What one command does to one file.
struct FileChange: Sendable {
  let before: FoldedFile
  let after: FoldedFile
  let entries: [FileEntry]

  init(_ before: FoldedFile, _ entries: [FileEntry]) {
    self.before = before
    self.entries = entries
    var after = before
    for entry in entries { after.apply(entry) }
    self.after = after
  }

  init(_ before: FoldedFile, _ events: [Event], on day: CivilDate, by hand: Hand) {
    self.init(before, events.map { FileEntry($0, on: day, by: hand) })
  }

  /// The entries as the journal keeps them.
  var events: [NewEvent] {
    get throws { try entries.map { try EventCodec.encode($0, of: before.file.id) } }
  }

  /// Appends the entries to the file's stream, and makes a key for a new file.
  ///
  /// - Returns: The place of each in the journal.
  func append(to transaction: any JournalTransaction) throws -> [Int64] {
    try append(events, to: transaction)
  }

  /// The same with the events that the entries are kept as.
  func append(_ events: [NewEvent], to transaction: any JournalTransaction) throws -> [Int64] {
    if events.isEmpty { return [] }
    let id = before.file.id
    if before.file.isEmpty { try transaction.createSubject(id.text) }
    let stored = try transaction.append(
      events,
      to: id.stream,
      expecting: Int64(before.file.version)
    )
    return stored.map(\.position)
  }
}
