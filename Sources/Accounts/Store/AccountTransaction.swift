import FoundationEssentials
import GRDB

/// One transaction on the file, at one moment; what is thrown out of it undoes it.
///
/// A wrong try must be counted, so it is returned and not thrown.
struct AccountTransaction {
  let db: Database
  let vault: AccountVault
  let options: AccountStore.Options
  let now: Int64

  func run(_ sql: String, _ arguments: StatementArguments = []) throws {
    try db.cachedStatement(sql: sql).execute(arguments: arguments)
  }

  /// How many rows a statement changed.
  func changes(_ sql: String, _ arguments: StatementArguments = []) throws -> Int {
    try run(sql, arguments)
    return db.changesCount
  }

  func row(_ sql: String, _ arguments: StatementArguments = []) throws -> Row? {
    try Row.fetchOne(db.cachedStatement(sql: sql), arguments: arguments)
  }

  func rows(_ sql: String, _ arguments: StatementArguments = []) throws -> [Row] {
    try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments)
  }

  /// The one number that a statement gives.
  func count(_ sql: String, _ arguments: StatementArguments = []) throws -> Int {
    try Int.fetchOne(db.cachedStatement(sql: sql), arguments: arguments) ?? 0
  }

  /// Notes something in the log of security.
  func note(
    _ kind: SecurityEventKind,
    _ account: AccountID?,
    by author: AccountID? = nil,
    from address: NetworkAddress? = nil
  ) throws {
    try note(kind, named: account?.text, by: author, from: address)
  }

  func note(
    _ kind: SecurityEventKind,
    named account: String?,
    by author: AccountID? = nil,
    from address: NetworkAddress? = nil
  ) throws {
    try run(
      "INSERT INTO security_log (moment, kind, account, author, address_index) VALUES (?,?,?,?,?)",
      [now, kind.rawValue, account, author?.text, address.map(index)]
    )
  }

  func index(_ address: NetworkAddress) -> Data { vault.index("address", address.bytes) }
}

extension AccountStore {
  func write<Answer: Sendable>(
    _ body: @escaping @Sendable (AccountTransaction) throws -> Answer
  ) async throws -> Answer {
    let (vault, options, clock) = (vault, options, clock)
    return try await translating {
      try await pool.write { db in
        try body(AccountTransaction(db: db, vault: vault, options: options, now: clock()))
      }
    }
  }

  func read<Answer: Sendable>(
    _ body: @escaping @Sendable (AccountTransaction) throws -> Answer
  ) async throws -> Answer {
    let (vault, options, clock) = (vault, options, clock)
    return try await translating {
      try await pool.read { db in
        try body(AccountTransaction(db: db, vault: vault, options: options, now: clock()))
      }
    }
  }

  private func translating<Answer: Sendable>(
    _ work: () async throws -> Answer
  ) async throws -> Answer {
    do { return try await work() } catch let error as DatabaseError {
      throw AccountStoreFault(error, path: path)
    } catch is Unopened {
      throw AccountStoreFault.damaged(path: path, why: "a sealed value does not open")
    }
  }
}

extension AccountStoreFault {
  /// A failure of SQLite, without the statement's values.
  init(_ error: DatabaseError, path: String) {
    let why = error.message ?? "SQLite \(error.extendedResultCode.rawValue)"
    self =
      switch error.resultCode {
      case .SQLITE_NOTADB: .foreign(path: path)
      case .SQLITE_CORRUPT: .damaged(path: path, why: why)
      case .SQLITE_MISUSE: .closed
      default: .unusable(path: path, why: why)
      }
  }
}
