import GRDB

/// Brings a backup back.
package enum Restoration {
  /// What came of it.
  package enum Outcome: Sendable {
    /// The journal is there again and ends here.
    case restored(JournalHead)
    /// The backup is not sound; nothing was written.
    case refused(JournalReport)
  }

  /// Checks a backup whole, then makes a journal of it, which ends where the backup does.
  ///
  /// - Parameters:
  ///   - backup: The backup's file, which stays as it is.
  ///   - target: The journal's file.
  ///   - keys: The master key of the time when the backup was made.
  ///   - replacing: Whether a journal that is there may go; never one that is in use.
  /// - Returns: Where the journal ends, or what is wrong with the backup.
  /// - Throws: `StoreError.exists`, `StoreError.busy`, `StoreError.masterKey` and those of files.
  package static func restore(
    _ backup: String,
    to target: String,
    keys: MasterKeys,
    replacing: Bool
  ) throws -> Outcome {
    if !replacing, FileFault.exists(target) { throw StoreError.exists(path: target) }
    let report = try JournalVerifier.verify(path: backup, keys: keys)
    guard report.faults.isEmpty else { return .refused(report) }
    let lock = try WriterLock(target)
    defer { withExtendedLifetime(lock) {} }
    let source = try JournalFile(backup)
    defer { source.close() }
    let head = try source.read { database, connection in
      try FileCopy.write(target, replacing: replacing) { draft in
        try SQLiteStore.copy(database, connection, to: draft, from: backup)
      }
    }
    return .restored(head)
  }
}
