import GRDB

/// A journal's file that is only looked at, without keys.
struct JournalFile {
  let path: String
  private let queue: DatabaseQueue
  private let connections: Connections

  init(_ path: String) throws {
    guard FileFault.exists(path) else {
      throw StoreError.unreadable(path: path, why: .missing)
    }
    self.path = path
    connections = Connections(path: path)
    queue = try StoreError.translating(path) {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.allowsUnsafeTransactions = true
      configuration.label = "anju.file"
      configuration.busyMode = .timeout(5)
      return try DatabaseQueue(path: ReadLocation.of(path), configuration: configuration)
    }
  }

  /// Looks into it at one moment.
  func read<Answer>(_ work: (Database, Connection) throws -> Answer) throws -> Answer {
    try StoreError.translating(path) {
      try queue.unsafeRead { database in
        let connection = try connections.connection(database)
        try connection.run("BEGIN")
        // In a damaged file the end of reading fails as well, which tells nothing new.
        defer { try? connection.run("ROLLBACK") }
        return try work(database, connection)
      }
    }
  }

  func close() {
    connections.finish()
    try? queue.close()
  }
}
