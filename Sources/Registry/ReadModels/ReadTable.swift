import EventStore

/// One table of the read models, with the statements that write its rows.
struct ReadTable: Hashable, Sendable {
  let name: String
  let columns: [String]
  /// How many of the columns, from the first, are the key.
  let keyCount: Int
  let upsert: String
  /// Adds a row while all rows are made anew.
  let fill: String
  let delete: String
  /// Changes all of a row, its key too.
  let move: String

  /// Whether the key begins with the file, in whose order all rows are made anew.
  let isInOrderOfFiles: Bool

  init(_ name: String, key: [String], _ rest: [String]) {
    self.name = name
    columns = key + rest
    keyCount = key.count
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    let keys = key.joined(separator: ", ")
    let changes = rest.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
    let row = "(\(columns.joined(separator: ", "))) VALUES (\(places))"
    isInOrderOfFiles = key.first == "resident"
    let unsorted = UnsortedRows.table(of: name)
    fill = "INSERT INTO \(isInOrderOfFiles ? name : unsorted) \(row)"
    upsert =
      "INSERT INTO \(name) \(row)"
      + " ON CONFLICT (\(keys)) DO \(rest.isEmpty ? "NOTHING" : "UPDATE SET \(changes)")"
    let isKey = key.map { "\($0) = ?" }.joined(separator: " AND ")
    delete = "DELETE FROM \(name) WHERE \(isKey)"
    let all = columns.map { "\($0) = ?" }.joined(separator: ", ")
    move = "UPDATE \(name) SET \(all) WHERE \(isKey)"
  }

  static func == (lhs: ReadTable, rhs: ReadTable) -> Bool { lhs.name == rhs.name }

  func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// One row that a file makes in a table.
struct ReadRow: Hashable, Sendable {
  /// What stands in a column.
  enum Cell: Hashable, Sendable {
    case plain(SQLValue)
    /// Encrypted under the person's key when it is written.
    case sealed([UInt8])

    static func text(_ text: String) -> Cell { .plain(.text(text)) }
    static func integer(_ number: Int) -> Cell { .plain(.integer(Int64(number))) }
    static func flag(_ flag: Bool) -> Cell { .plain(.integer(flag ? 1 : 0)) }
    static func bytes(_ bytes: [UInt8]) -> Cell { .plain(.bytes(bytes)) }
  }

  let table: ReadTable
  /// In the order of the table's columns.
  let cells: [Cell]

  init(_ table: ReadTable, _ cells: [Cell]) {
    self.table = table
    self.cells = cells
  }

  var key: ArraySlice<Cell> { cells.prefix(table.keyCount) }

  func write(for resident: String, _ transaction: any JournalTransaction) throws {
    try transaction.execute(table.upsert, try values(for: resident, transaction))
  }

  /// Adds it while all rows are made anew, where none with its key is.
  func fill(for resident: String, _ transaction: any JournalTransaction) throws {
    try transaction.execute(table.fill, try values(for: resident, transaction))
  }

  /// Writes it in the place of another, which is there.
  func write(
    over old: ReadRow,
    for resident: String,
    _ transaction: any JournalTransaction
  ) throws {
    try transaction.execute(table.move, try values(for: resident, transaction) + old.keyValues)
  }

  func delete(_ transaction: any JournalTransaction) throws {
    try transaction.execute(table.delete, keyValues)
  }

  private func values(
    for resident: String,
    _ transaction: any JournalTransaction
  ) throws -> [SQLValue] {
    try cells.map { cell in
      switch cell {
      case .plain(let value): value
      case .sealed(let bytes): .bytes(try transaction.seal(bytes, for: resident))
      }
    }
  }

  private var keyValues: [SQLValue] {
    key.map { cell in
      switch cell {
      case .plain(let value): value
      // No key is sealed: it could not be found again.
      case .sealed: .null
      }
    }
  }
}
