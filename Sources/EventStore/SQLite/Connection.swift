import GRDBSQLite

/// One connection of SQLite that GRDB opened, with the statements prepared on it.
///
/// The journal binds bytes without a copy between types and hands a connection to another thread
/// for the time of a batch, which GRDB's own statements do not allow.
///
/// Unchecked: SQLite's connection is used by one thread at a time, the one that GRDB gave it to or
/// the one this thread waits for.
final class Connection: @unchecked Sendable {
  /// The most statements of callers that stay prepared.
  private static let mostCached = 512

  /// The file, for messages.
  let path: String
  private let handle: OpaquePointer
  private var cache: [String: Statement] = [:]
  /// The statements of callers that `StatementGuard` let pass.
  private var allowed: Set<String> = []

  init(_ handle: OpaquePointer, path: String) {
    self.handle = handle
    self.path = path
  }

  /// Lets commits be made on any thread: GRDB's hooks, of which nothing here makes use, insist on its
  /// own.
  func leaveQueue() {
    sqlite3_commit_hook(handle, nil, nil)
    sqlite3_rollback_hook(handle, nil, nil)
  }

  /// Whether a transaction is open; SQLite ends one by itself after some failures.
  var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  /// A statement, prepared now or before.
  ///
  /// - Throws: `StoreError.statement` if SQLite does not understand it.
  func statement(_ sql: String) throws -> Statement {
    if let statement = cache[sql] { return statement }
    var text = sql
    var raw: OpaquePointer?
    let (code, hasMore) = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { bytes -> (Int32, Bool) in
        var rest: UnsafePointer<CChar>?
        let code = sqlite3_prepare_v3(
          handle,
          bytes.baseAddress,
          Int32(bytes.count),
          UInt32(SQLITE_PREPARE_PERSISTENT),
          &raw,
          &rest
        )
        guard let rest, let start = bytes.baseAddress else { return (code, false) }
        let tail = bytes[(rest - start)...]
        return (code, tail.contains { !" \n\r\t;".utf8.contains(UInt8(bitPattern: $0)) })
      }
    }
    guard code == SQLITE_OK else { throw error(code) }
    guard let raw else { throw StoreError.statement("the statement is empty") }
    if hasMore {
      sqlite3_finalize(raw)
      throw StoreError.statement("one statement at a time")
    }
    if cache.count >= Self.mostCached { finish() }
    let statement = Statement(raw, on: self)
    cache[sql] = statement
    return statement
  }

  /// A statement of a caller, which may change and read rows of read models only.
  ///
  /// - Throws: `StoreError.statement`.
  func statement(ofCaller sql: String) throws -> Statement {
    if !allowed.contains(sql) {
      try StatementGuard.check(sql)
      if allowed.count >= Self.mostCached { allowed = [] }
      allowed.insert(sql)
    }
    return try statement(sql)
  }

  /// Runs statements that give no rows.
  func run(_ sql: String) throws {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw error(code) }
  }

  /// The first value of a statement's first row.
  func value(_ sql: String, _ arguments: [SQLValue] = []) throws -> SQLValue? {
    let statement = try statement(sql)
    defer { statement.reset() }
    try statement.bind(arguments)
    return try statement.step() ? try statement.value(0) : nil
  }

  /// Ends what the connection is doing, from any thread.
  func interrupt() { sqlite3_interrupt(handle) }

  /// Gives up every prepared statement; needed before the connection closes.
  func finish() { cache = [:] }

  /// What a result code of SQLite means to the caller.
  func error(_ code: Int32) -> StoreError {
    let message = String(cString: sqlite3_errmsg(handle))
    return StoreError(sqliteCode: code, message: message, path: path)
  }
}

extension Connection {
  private static let chunk = 4 << 20

  /// Reads the file from front to back, so that it lies in the system's memory as far as it fits.
  ///
  /// A disk gives the same pages a hundred times slower one by one, in the order of a table. Read
  /// through SQLite's own handle: if this process closed another one of the file, the system would
  /// let go of SQLite's locks on it.
  ///
  /// - Complexity: O(*n*) in the file's length.
  func readThrough() {
    var file: UnsafeMutablePointer<sqlite3_file>?
    let code = sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &file)
    guard code == SQLITE_OK, let file, let methods = file.pointee.pMethods?.pointee,
      let read = methods.xRead, let fileSize = methods.xFileSize
    else { return }
    var size: sqlite3_int64 = 0
    guard fileSize(file, &size) == SQLITE_OK else { return }
    let chunk = Self.chunk
    let buffer = UnsafeMutableRawPointer.allocate(byteCount: chunk, alignment: 4_096)
    defer { buffer.deallocate() }
    for place in stride(from: 0, to: Int(size), by: chunk) {
      let count = min(chunk, Int(size) - place)
      guard read(file, buffer, Int32(count), sqlite3_int64(place)) == SQLITE_OK else { return }
    }
  }
}
