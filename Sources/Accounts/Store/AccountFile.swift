import FoundationEssentials
import GRDB
import Glibc

/// Opens the file, checks it, and brings its tables up to date.
enum AccountFile {
  private static let proof = "anju accounts"

  static func open(_ path: String, _ vault: AccountVault) throws -> DatabasePool {
    try createPrivately(path)
    do {
      let pool = try DatabasePool(path: path, configuration: configuration)
      do {
        try pool.writeWithoutTransaction { db in
          try refuseForeign(db, path)
          // GRDB has just set it to NORMAL, under which the last commits may be lost with the power.
          try db.execute(sql: "PRAGMA synchronous = FULL")
        }
        if try pool.read(AccountSchema.migrator.hasBeenSuperseded) {
          throw AccountStoreFault.newer(path: path)
        }
        try AccountSchema.migrator.migrate(pool)
        try pool.write { db in try prove(db, vault, path) }
      } catch {
        try? pool.close()
        throw error
      }
      return pool
    } catch let error as DatabaseError {
      throw AccountStoreFault(error, path: path)
    }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(5)
    configuration.label = "anju.accounts"
    configuration.prepareDatabase { db in
      // What is deleted is overwritten.
      try db.execute(sql: "PRAGMA secure_delete = ON")
    }
    return configuration
  }

  /// Accounts are for their owner's eyes only, from the first byte.
  static func createPrivately(_ path: String) throws {
    let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw AccountStoreFault.unusable(path: path, why: String(cString: strerror(errno)))
    }
    close(descriptor)
  }

  private static func refuseForeign(_ db: Database, _ path: String) throws {
    let id = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
    if tables > 0, id != AccountSchema.applicationID { throw AccountStoreFault.foreign(path: path) }
    let answer = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? ""
    if answer != "ok" { throw AccountStoreFault.damaged(path: path, why: answer) }
  }

  /// A text that only this key opens, written when the file is made.
  private static func prove(_ db: Database, _ vault: AccountVault, _ path: String) throws {
    let sealed = try Data.fetchOne(db, sql: "SELECT value FROM notes WHERE name = 'proof'")
    if let sealed {
      guard let text = try? vault.openText(sealed, "notes.proof"), text == proof else {
        throw AccountStoreFault.wrongKey(path: path)
      }
    } else {
      try db.execute(
        sql: "INSERT INTO notes VALUES ('proof', ?)",
        arguments: [try vault.seal(proof, "notes.proof")]
      )
    }
  }
}
