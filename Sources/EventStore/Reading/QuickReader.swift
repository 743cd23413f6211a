import GRDBSQLite
import Synchronization

/// A connection of its own, on which rows that one key finds are read by the caller's own thread.
///
/// To hand such a look to a thread of the database and back costs more than the look. Nobody ever
/// waits here: a thread that waited might be the one on which another would give its connection
/// back. Whoever finds the connection taken reads as everybody else does.
final class QuickReader: Sendable {
  private struct Standing {
    var connection: Connection?
    var handle: OpaquePointer?
    var isClosed = false
  }

  private let path: String
  private let ring: KeyRing
  private let standing = Mutex(Standing())

  init(path: String, ring: KeyRing) {
    self.path = path
    self.ring = ring
  }

  deinit { close() }

  /// The rows of one statement; `nil` where they are to be read in the usual way, which also tells
  /// what is wrong.
  func rows(_ sql: String, _ arguments: [SQLValue]) -> [SQLRow]? {
    let rows = standing.withLockIfAvailable { standing -> [SQLRow]? in
      guard let connection = open(&standing) else { return nil }
      return try? SQLiteReader(connection, ring).rows(sql, arguments)
    }
    return rows ?? nil
  }

  /// Gives the connection up for good.
  func close() {
    standing.withLock { standing in
      standing.isClosed = true
      standing.connection?.finish()
      standing.connection = nil
      if let handle = standing.handle { sqlite3_close_v2(handle) }
      standing.handle = nil
    }
  }

  private func open(_ standing: inout Standing) -> Connection? {
    if standing.isClosed { return nil }
    if let connection = standing.connection { return connection }
    var handle: OpaquePointer?
    let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX
    guard sqlite3_open_v2(path, &handle, flags, nil) == SQLITE_OK, let handle else {
      sqlite3_close_v2(handle)
      return nil
    }
    let connection = Connection(handle, path: path)
    // Enough for the upper pages of every index.
    try? connection.run("PRAGMA cache_size = -16384")
    standing.handle = handle
    standing.connection = connection
    return connection
  }
}
