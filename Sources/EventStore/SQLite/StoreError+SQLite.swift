import GRDB
import GRDBSQLite

extension StoreError {
  /// What a result code of SQLite means to the caller.
  init(sqliteCode code: Int32, message: String, path: String) {
    switch code & 0xff {
    case SQLITE_FULL: self = .full(path: path)
    case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: self = .readOnly(path: path)
    case SQLITE_BUSY, SQLITE_LOCKED: self = .busy(path: path)
    case SQLITE_CORRUPT, SQLITE_NOTADB: self = .unreadable(path: path, why: .damaged(message))
    case SQLITE_IOERR, SQLITE_NOMEM, SQLITE_NOLFS, SQLITE_PROTOCOL:
      self = .device(path: path, why: "\(message) (\(code))")
    default: self = .statement(message)
    }
  }

  /// Runs work of GRDB and says its failures as ours.
  static func translating<Result>(_ path: String, _ work: () throws -> Result) throws -> Result {
    do { return try work() } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }

  /// A failure of GRDB.
  init(_ error: DatabaseError, path: String) {
    self.init(
      sqliteCode: error.extendedResultCode.rawValue,
      message: error.message ?? "",
      path: path
    )
  }
}
