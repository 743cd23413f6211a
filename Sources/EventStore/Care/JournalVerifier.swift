import Dispatch

/// Goes through a journal from its first event and finds what is not as it was written.
package enum JournalVerifier {
  /// Verifies a file, also while another process writes to it.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - keys: The master key. Without it, the chain is verified but not what it covers of
  ///     payloads about subjects, nor that a holder of the keys wrote the end.
  /// - Returns: What was looked at, and every fault with its place.
  /// - Throws: `StoreError.masterKey`; `StoreError.unreadable` if the file is no journal or so
  ///   damaged that nothing can be read.
  /// - Complexity: O(*n*) in the events.
  package static func verify(path: String, keys: MasterKeys?) throws -> JournalReport {
    try verify(path: path) { notes in try keys.map { try notes.vault($0) } }
  }

  static func verify(
    path: String,
    tell: @escaping (Int64) -> Void = { _ in },
    vault: (JournalNotes) throws -> Vault?
  ) throws -> JournalReport {
    let file = try JournalFile(path)
    defer { file.close() }
    return try file.read { _, connection in
      let vault = try vault(try JournalNotes(connection))
      var walk = JournalWalk(connection, vault, tell)
      walk.run()
      return walk.report
    }
  }

  /// Where a journal ends, as its last event says; nothing is verified.
  package static func head(path: String) throws -> JournalHead {
    let file = try JournalFile(path)
    defer { file.close() }
    return try file.read { _, connection in
      _ = try JournalNotes(connection)
      return try JournalView(connection: connection) { _ in .unknown }.end().head
    }
  }
}

extension SQLiteStore {
  /// Verifies the journal as it is now, while it is used.
  package func verify() async throws -> JournalReport { try await verify { _ in } }

  /// The same; `tell` hears after every ten thousandth event how many are done.
  package func verify(
    tell: @escaping @Sendable (Int64) -> Void
  ) async throws -> JournalReport {
    let (path, ring) = (path, ring)
    return try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async {
        continuation.resume(
          with: Result { try JournalVerifier.verify(path: path, tell: tell) { _ in ring.vault } }
        )
      }
    }
  }
}
