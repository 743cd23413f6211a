import Casework
import EventStore

/// The files that a command is decided with: its own, those that it names, the actor's and those of
/// the actor's wards.
struct FilesAtHand: Sendable {
  private let resident: ResidentID
  private let actor: ResidentID?
  private var files: [ResidentID: FoldedFile]

  /// With what the shelf has of them.
  init(_ request: Request, _ resident: ResidentID, _ shelf: FileShelf) {
    self.init(resident, named: request.command.otherFiles, actor: request.actor)
    for id in files.keys {
      if let file = shelf.file(id) { files[id] = file }
    }
  }

  init(_ resident: ResidentID, named others: [ResidentID] = [], actor: Actor) {
    self.resident = resident
    self.actor = actor.resident
    files = [resident: FoldedFile(id: resident)]
    for id in others + (actor.resident.map { [$0] } ?? []) { files[id] = FoldedFile(id: id) }
  }

  /// The file that the command is for.
  var subject: FoldedFile { files[resident] ?? FoldedFile(id: resident) }

  /// Whether something of each file is known already.
  var isWarm: Bool { files.values.allSatisfy { !$0.file.isEmpty } }

  subscript(_ id: ResidentID) -> FoldedFile? { files[id] }

  /// The other files, as far as there are such.
  var others: [ResidentID: ResidentFile] {
    files.filter { $0.key != resident && !$0.value.file.isEmpty }.mapValues(\.file)
  }

  /// Folds what the journal holds beyond what is folded already.
  mutating func catchUp(_ events: (StreamID, Int64) throws -> [StoredEvent]) throws {
    for id in files.keys { try catchUp(id, events) }
    guard let actor, let wards = files[actor]?.file.person.wards.keys else { return }
    for ward in wards.sorted() {
      if files[ward] == nil { files[ward] = FoldedFile(id: ward) }
      if ward != resident { try catchUp(ward, events) }
    }
  }

  private mutating func catchUp(
    _ id: ResidentID,
    _ events: (StreamID, Int64) throws -> [StoredEvent]
  ) throws {
    do {
      try files[id]?.catchUp(events)
    } catch let rejection as Rejection where id != resident {
      // Another's data are gone: that file is as if it were not there.
      guard rejection.id == Rejection.dataDestroyed.id else { throw rejection }
      files[id] = FoldedFile(id: id)
    }
  }
}
