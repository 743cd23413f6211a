import GRDB
import GRDBSQLite
import Synchronization

/// The connections that GRDB opened for a store, each with its prepared statements.
final class Connections: Sendable {
  private let path: String
  private let open = Mutex<[Int: Connection]>([:])

  init(path: String) { self.path = path }

  /// Ours for one of GRDB.
  func connection(_ database: Database) throws -> Connection {
    guard let handle = database.sqliteConnection else { throw StoreError.closed }
    let number = Int(bitPattern: handle)
    return open.withLock { open in
      if let known = open[number] { return known }
      let made = Connection(handle, path: path)
      open[number] = made
      return made
    }
  }

  /// Gives up all statements, so that GRDB can close.
  func finish() {
    open.withLock { open in
      for connection in open.values { connection.finish() }
      open = [:]
    }
  }
}
