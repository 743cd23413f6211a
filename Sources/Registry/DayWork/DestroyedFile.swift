package import Casework
import EventStore

/// A file whose data were destroyed, for whatever else knows of its person.
package struct DestroyedFile: Hashable, Sendable {
  /// The file's opaque name.
  package let resident: ResidentID
  /// Its place among all that were destroyed; it tells nothing else.
  package let mark: String
}

extension Office {
  /// The files whose data were destroyed after a mark, in their order; all of them where the mark is
  /// not of this journal, such as after another one was put in its place.
  ///
  /// Each file of a person whose files had been merged is there. Not logged, since nothing of a file
  /// is shown.
  ///
  /// - Parameter mark: That of the last one known; `nil` for all.
  /// - Returns: The files.
  /// - Throws: `StoreError`.
  /// - Complexity: O(*n*) in those that are read.
  package func destroyedFiles(after mark: String?) async throws -> [DestroyedFile] {
    try await store.read { reader in
      if let mark, let version = mark.split(separator: " ").first.flatMap({ Int64($0) }),
        version > 0
      {
        let events = try reader.events(of: .destructions, after: version - 1)
        if let first = events.first, Self.mark(of: first) == mark {
          return Self.files(events.dropFirst())
        }
      }
      return Self.files(try reader.events(of: .destructions, after: 0)[...])
    }
  }

  private static func files(_ events: ArraySlice<StoredEvent>) -> [DestroyedFile] {
    events.compactMap { event in
      guard case .bytes(let payload) = event.payload,
        let resident = Destruction(payload: payload).flatMap({ ResidentID($0.subject) })
      else { return nil }
      return DestroyedFile(resident: resident, mark: mark(of: event))
    }
  }

  /// Place in the stream, place in the journal, and time: no other journal has all three.
  private static func mark(of event: StoredEvent) -> String {
    "\(event.version) \(event.position) \(event.recordedAt)"
  }
}
