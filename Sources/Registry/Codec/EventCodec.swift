import Casework
import EventStore
import ExpressionLanguage

/// Entries of files as the journal keeps them: the type in clear, all else as JSON under the
/// person's key.
///
/// What was written once is read for ever: `Tests/RegistryTests/Kept` holds a payload of every kind.
enum EventCodec {
  /// The event to append for an entry of a resident's file.
  static func encode(_ entry: FileEntry, of resident: ResidentID) throws -> NewEvent {
    NewEvent(type: entry.event.type, payload: try payload(entry), subject: resident.text)
  }

  /// The entry that was appended.
  ///
  /// - Throws: `UnreadableEvent` for a type or shape that this version does not know; `Rejection`
  ///   `data-destroyed` where the person's key is gone.
  static func decode(_ stored: StoredEvent) throws -> FileEntry {
    guard case .bytes(let payload) = stored.payload else { throw Rejection.dataDestroyed }
    let entry: FileEntry
    do {
      entry = try decode(payload, type: stored.type)
    } catch {
      throw UnreadableEvent(position: stored.position, type: stored.type)
    }
    guard entry.event.type == stored.type else {
      throw UnreadableEvent(position: stored.position, type: stored.type)
    }
    return entry
  }

  private static func payload(_ entry: FileEntry) throws -> [UInt8] {
    switch entry.event {
    case .person(let event): try bytes(event, entry)
    case .fact(let event): try bytes(event, entry)
    case .application(let event): try bytes(event, entry)
    case .permit(let event): try bytes(event, entry)
    case .notice(let event): try bytes(event, entry)
    }
  }

  private static func decode(_ payload: [UInt8], type: String) throws -> FileEntry {
    switch type.prefix(while: { $0 != "/" }) {
    case "person": try entry(payload, Event.person)
    case "fact": try entry(payload, Event.fact)
    case "application": try entry(payload, Event.application)
    case "permit": try entry(payload, Event.permit)
    case "notice": try entry(payload, Event.notice)
    default: throw UnreadableEvent(position: 0, type: type)
    }
  }

  private static func bytes<Happening: Codable & Sendable>(
    _ event: Happening,
    _ entry: FileEntry
  ) throws -> [UInt8] {
    try PayloadEncoder.encode(StoredEntry(by: entry.by, event: event, on: entry.on))
  }

  private static func entry<Happening: Codable & Sendable>(
    _ payload: [UInt8],
    _ event: (Happening) -> Event
  ) throws -> FileEntry {
    let stored = try PayloadDecoder.decode(StoredEntry<Happening>.self, from: payload)
    return FileEntry(event(stored.event), on: stored.on, by: stored.by)
  }
}

/// An event of the journal that this version of the program cannot read; a later one wrote it.
package struct UnreadableEvent: Error, Hashable, Sendable, CustomStringConvertible {
  /// The place in the journal.
  package var position: Int64
  /// The type.
  package var type: String

  /// What is wrong and what to do, without what the event says.
  package var description: String {
    "event \(position) of type \(type) is in no shape that this version of anju reads;"
      + " open the journal with the version that wrote it, or a later one"
  }
}
