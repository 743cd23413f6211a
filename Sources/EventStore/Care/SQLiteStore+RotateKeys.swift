import Crypto

extension SQLiteStore {
  /// Wraps every subject's key under a new master key, all in one transaction: a process that dies
  /// on the way leaves the old key in force, and the change is simply made again.
  ///
  /// Afterwards the old key opens nothing of this file; backups made before still want it.
  ///
  /// - Throws: `StoreError.masterKey` if the new key is the old one, or only one of the two is a
  ///   demonstration's; `StoreError.unreadable` if a wrapped key was changed.
  /// - Complexity: O(*n*) in the subjects.
  package func rotateKeys(to keys: MasterKeys) async throws {
    let ring = ring
    try await alone { session in
      let connection = session.connection
      let notes = try JournalNotes(connection)
      guard notes.isDemo == keys.isDemo else {
        throw StoreError.masterKey(notes.isDemo ? .demoAsReal : .realAsDemo)
      }
      if notes.fingerprint == keys.fingerprint {
        throw StoreError.masterKey(.same)
      }
      try session.begin()
      do {
        let old = ring.vault
        let version = notes.keyVersion + 1
        guard let root = old.unwrap(notes.root, named: JournalNotes.rootName) else {
          throw StoreError.unreadable(path: connection.path, why: .root)
        }
        let new = Vault(keys, version: version, root: root)
        try Self.wrapAnew(connection, from: old, to: new)
        let changed = JournalNotes(
          isDemo: notes.isDemo,
          keyVersion: version,
          fingerprint: keys.fingerprint,
          root: try new.wrap(root, named: JournalNotes.rootName)
        )
        try changed.write(connection)
        try session.commit()
        ring.vault = new
      } catch {
        session.rollback()
        throw error
      }
      try Self.emptyLog(connection)
    }
  }

  private static func wrapAnew(_ connection: Connection, from old: Vault, to new: Vault) throws {
    let batch: Int64 = 1_000
    var last: Int64 = 0
    while true {
      let select = try connection.statement(
        "SELECT number, subject, key FROM journal_subjects WHERE number > ? ORDER BY number LIMIT ?"
      )
      try select.bind([.integer(last), .integer(batch)])
      var rows: [(number: Int64, subject: String, key: [UInt8])] = []
      while try select.step() {
        rows.append((select.integer(0), select.text(1), select.bytes(2)))
      }
      select.reset()
      guard let end = rows.last else { return }
      last = end.number
      for row in rows where row.key != KeyRing.destroyedKey {
        guard let key = old.unwrap(row.key, named: row.subject) else {
          throw StoreError.unreadable(
            path: connection.path,
            why: .subjectKey(number: row.number)
          )
        }
        let update = try connection.statement(
          "UPDATE journal_subjects SET key = ? WHERE number = ?"
        )
        try update.bind([.bytes(try new.wrap(key, named: row.subject)), .integer(row.number)])
        try update.run()
      }
    }
  }
}
