import GRDB
import Glibc

/// A journal's file that is only looked at, without keys.
struct JournalFile {
  let path: String
  private let queue: DatabaseQueue
  private let connections: Connections

  init(_ path: String) throws {
    guard FileFault.exists(path) else {
      throw StoreError.unreadable(path: path, why: "there is no such file")
    }
    self.path = path
    connections = Connections(path: path)
    queue = try StoreError.translating(path) {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.allowsUnsafeTransactions = true
      configuration.label = "anju.file"
      configuration.busyMode = .timeout(5)
      return try DatabaseQueue(path: Self.location(path), configuration: configuration)
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

  /// What SQLite is to open.
  ///
  /// It wants to write beside a journal with a log even to read it. Where nobody can write and
  /// there is no log, nothing can change, and SQLite is told so.
  private static func location(_ path: String) -> String {
    var status = stat()
    let hasLog = stat(path + "-wal", &status) == 0 && status.st_size > 0
    var volume = statvfs()
    let isFixed =
      access(FileFault.folder(of: path), W_OK) != 0
      || (statvfs(path, &volume) == 0 && volume.f_flag & UInt(ST_RDONLY) != 0)
    guard isFixed, !hasLog else { return path }
    let escaped = path.utf8.map { byte -> String in
      "%?#".utf8.contains(byte) || byte < 0x21 || byte > 0x7E
        ? "%" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        : String(UnicodeScalar(byte))
    }
    return "file:\(escaped.joined())?immutable=1"
  }
}
