import FoundationEssentials
import GRDB
import Glibc

extension AccountStore {
  /// Copies the store as it is at one moment into a file of its own, while it is used.
  ///
  /// The copy gets its name when it is whole and on the disk; only its owner may read it.
  ///
  /// - Throws: `AccountStoreFault.exists`, `AccountStoreFault.unusable`.
  /// - Complexity: O(*n*) in the size of the file.
  package func backup(to target: String) async throws {
    if access(target, F_OK) == 0 { throw AccountStoreFault.exists(path: target) }
    let draft = "\(target).\(Crockford.random(12)).draft"
    defer { for suffix in ["", "-wal", "-shm", "-journal"] { unlink(draft + suffix) } }
    try AccountFile.createPrivately(draft)
    let pool = pool
    do {
      try await pool.read { db in
        let copy = try DatabaseQueue(path: draft)
        try copy.writeWithoutTransaction { target in
          try db.backup(to: target)
          // One file, which can be read where nothing can be written.
          _ = try String.fetchOne(target, sql: "PRAGMA journal_mode = DELETE")
        }
        try copy.close()
      }
    } catch let error as DatabaseError {
      throw AccountStoreFault(error, path: target)
    }
    try Self.keep(draft)
    // A link, unlike a new name, never takes the place of what is there.
    if link(draft, target) != 0 {
      if errno == EEXIST { throw AccountStoreFault.exists(path: target) }
      throw AccountStoreFault.unusable(path: target, why: String(cString: strerror(errno)))
    }
    let slash = target.lastIndex(of: "/").map { target[...$0] }
    try Self.keep(slash.map(String.init) ?? ".")
  }

  /// Lets a file's bytes, or a folder's names, outlive a loss of power.
  private static func keep(_ path: String) throws {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    defer { if descriptor >= 0 { Glibc.close(descriptor) } }
    if descriptor < 0 || fsync(descriptor) != 0 {
      throw AccountStoreFault.unusable(path: path, why: String(cString: strerror(errno)))
    }
  }

  /// Looks whether the file is whole and everything in it opens under the key.
  ///
  /// - Throws: `AccountStoreFault.damaged`.
  /// - Complexity: O(*n*) in the size of the file.
  package func check() async throws {
    let path = path
    try await read { transaction in
      let db = transaction.db
      let answer = try String.fetchOne(db, sql: "PRAGMA integrity_check(1)") ?? ""
      if answer != "ok" { throw AccountStoreFault.damaged(path: path, why: answer) }
      if try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") != nil {
        throw AccountStoreFault.damaged(path: path, why: "a row refers to one that is not there")
      }
      try transaction.openEverything()
    }
  }

  /// Takes away what is over.
  ///
  /// Sessions, tokens, codes, drafts, counters and spent assertions, and the log's entries before
  /// a moment.
  ///
  /// - Parameter moment: The first moment whose entries stay; 180 days ago if `nil`.
  /// - Throws: `AccountStoreFault`.
  /// - Complexity: O(*n*) in the rows that have an end.
  package func purge(before moment: Int64? = nil) async throws {
    try await write { transaction in
      let now = transaction.now
      let first = moment ?? now - SecurityEvent.lifetime
      try transaction.run("DELETE FROM security_log WHERE moment < ?", [first])
      try transaction.run("DELETE FROM sessions WHERE ends <= ? OR seen + idle <= ?", [now, now])
      for table in [
        "drafts", "reset_tokens", "activation_codes", "spent_assertions", "access_tokens",
        "known_devices",
      ] {
        try transaction.run("DELETE FROM \(table) WHERE expires <= ?", [now])
      }
      try transaction.run(
        "UPDATE accounts SET offered = NULL, offered_until = NULL WHERE offered_until <= ?",
        [now]
      )
      let minute = now / .minute - AccountTransaction.addressWindow
      try transaction.run("DELETE FROM address_tries WHERE minute <= ?", [minute])
      try transaction.run(
        "DELETE FROM lockouts WHERE last < ? AND until <= ?",
        [now - Lockout.memory, now]
      )
    }
    await emptyLog()
  }

  /// Empties SQLite's log of pages, so that what was deleted is in no file; a reader that is at
  /// work just then lets it wait for the next time.
  func emptyLog() async {
    let pool = pool
    _ = try? await pool.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
  }

  /// Closes the file; what is asked afterwards fails.
  package func close() throws {
    do { try pool.close() } catch let error as DatabaseError {
      throw AccountStoreFault(error, path: path)
    }
  }
}

extension AccountTransaction {
  /// Opens every value that is sealed.
  fileprivate func openEverything() throws {
    let cursor = try Row.fetchCursor(
      db,
      sql: "SELECT \(Self.accountColumns), totp, offered FROM accounts a"
    )
    while let row = try cursor.next() {
      let account = try account(row)
      _ = try password(of: account.id)
      _ = try vault.openText(row["totp"], "accounts.totp/\(account.id.text)")
      _ = try vault.openText(row["offered"], "accounts.offered/\(account.id.text)")
    }
    for row in try rows("SELECT account, identity FROM identities") {
      let account: String = row["account"]
      _ = try vault.openText(row["identity"], "identities/\(account)")
    }
    let drafts = try Row.fetchCursor(db, sql: "SELECT * FROM drafts")
    while let row = try drafts.next() {
      _ = try draft(row, of: AccountID(known: row["account"]))
    }
    for row in try rows("SELECT id, acting_for, flash FROM sessions") {
      let id: String = row["id"]
      _ = try vault.openText(row["acting_for"], "sessions.acting/\(id)")
      _ = try vault.openText(row["flash"], "sessions.flash/\(id)")
    }
    for row in try rows("SELECT code_index, resident FROM activation_codes") {
      let index: Data = row["code_index"]
      _ = try vault.openText(row["resident"], "activation_codes/\(index.hexadecimal)")
    }
  }
}
