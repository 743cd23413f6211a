extension AccountStore {
  /// What happened with an account or a client, the newest first; for its owner.
  ///
  /// - Complexity: O(`limit`).
  package func securityEvents(of account: String, limit: Int = 50) async throws -> [SecurityEvent] {
    throw AccountStoreFault.closed
  }

  /// The log from an entry on, the oldest first; for auditors.
  ///
  /// - Complexity: O(`limit`).
  package func securityEvents(after number: Int64, limit: Int = 200) async throws -> [SecurityEvent]
  {
    throw AccountStoreFault.closed
  }
}
