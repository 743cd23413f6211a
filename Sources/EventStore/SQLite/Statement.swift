import GRDBSQLite

/// One prepared statement: bind, step, read, reset.
final class Statement {
  // SQLite copies what is bound with it.
  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  private let raw: OpaquePointer
  private unowned let connection: Connection

  init(_ raw: OpaquePointer, on connection: Connection) {
    self.raw = raw
    self.connection = connection
  }

  // Whoever still reads from it keeps it, even if the connection has forgotten it.
  deinit { sqlite3_finalize(raw) }

  /// How many columns a row has.
  var columns: Int { Int(sqlite3_column_count(raw)) }

  func bind(_ values: [SQLValue]) throws {
    guard sqlite3_bind_parameter_count(raw) == values.count else {
      throw StoreError.statement("the number of arguments is not that of the places for them")
    }
    for (index, value) in values.enumerated() {
      let place = Int32(index + 1)
      switch value {
      case .null: try check(sqlite3_bind_null(raw, place))
      case .integer(let number): try bind(number, at: place)
      case .text(let text): try bind(text, at: place)
      case .bytes(let bytes): try bind(bytes, at: place)
      }
    }
  }

  func bind(_ number: Int64, at place: Int32) throws {
    try check(sqlite3_bind_int64(raw, place, number))
  }

  func bind(_ text: String?, at place: Int32) throws {
    guard var text else { return try check(sqlite3_bind_null(raw, place)) }
    try check(
      text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) {
          // An empty text has no address, which SQLite would take for null.
          $0.isEmpty
            ? sqlite3_bind_text(raw, place, "", 0, Self.transient)
            : sqlite3_bind_text(raw, place, $0.baseAddress, Int32($0.count), Self.transient)
        }
      }
    )
  }

  func bind(_ bytes: [UInt8], at place: Int32) throws {
    try check(
      bytes.isEmpty
        ? sqlite3_bind_zeroblob(raw, place, 0)
        : sqlite3_bind_blob(raw, place, bytes, Int32(bytes.count), Self.transient)
    )
  }

  /// Goes to the next row; `false` after the last.
  func step() throws -> Bool {
    switch sqlite3_step(raw) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      let error = connection.error(code)
      sqlite3_reset(raw)
      throw error
    }
  }

  /// Runs the statement to its end.
  func run() throws {
    defer { reset() }
    while try step() {}
  }

  func reset() { sqlite3_reset(raw) }

  /// Lets go of the values that were bound.
  func clear() { sqlite3_clear_bindings(raw) }

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(raw, column) == SQLITE_NULL }

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(raw, column) }

  func text(_ column: Int32) -> String {
    guard let start = sqlite3_column_text(raw, column) else { return "" }
    let count = Int(sqlite3_column_bytes(raw, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  func bytes(_ column: Int32) -> [UInt8] {
    guard let start = sqlite3_column_blob(raw, column) else { return [] }
    return [UInt8](
      UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(raw, column)))
    )
  }

  func value(_ column: Int32) throws -> SQLValue {
    switch sqlite3_column_type(raw, column) {
    case SQLITE_NULL: .null
    case SQLITE_INTEGER: .integer(integer(column))
    case SQLITE_TEXT: .text(text(column))
    case SQLITE_BLOB: .bytes(bytes(column))
    default: throw StoreError.statement("column \(column + 1) is a number with a fraction")
    }
  }

  private func check(_ code: Int32) throws {
    if code != SQLITE_OK { throw connection.error(code) }
  }
}
