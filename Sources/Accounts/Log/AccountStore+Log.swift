import FoundationEssentials
import GRDB

extension AccountStore {
  /// What happened with an account or a client, the newest first; for its owner.
  ///
  /// - Complexity: O(`limit`).
  package func securityEvents(of account: String, limit: Int = 50) async throws -> [SecurityEvent] {
    try await read { transaction in
      let sql = "SELECT * FROM security_log WHERE account = ? ORDER BY number DESC LIMIT ?"
      return try transaction.rows(sql, [account, limit]).compactMap(SecurityEvent.init)
    }
  }

  /// The log from an entry on, the oldest first; for auditors.
  ///
  /// - Complexity: O(`limit`).
  package func securityEvents(
    after number: Int64,
    limit: Int = 200
  ) async throws -> [SecurityEvent] {
    try await read { transaction in
      let sql = "SELECT * FROM security_log WHERE number > ? ORDER BY number LIMIT ?"
      return try transaction.rows(sql, [number, limit]).compactMap(SecurityEvent.init)
    }
  }
}

extension SecurityEvent {
  fileprivate init?(_ row: Row) {
    guard let kind = SecurityEventKind(rawValue: row["kind"]) else { return nil }
    self.init(
      number: row["number"],
      moment: row["moment"],
      kind: kind,
      account: row["account"],
      by: row["author"],
      address: (row["address_index"] as Data?)?.prefix(8).hexadecimal
    )
  }
}
