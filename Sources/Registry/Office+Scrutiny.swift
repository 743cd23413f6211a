package import Casework
package import EventStore
package import ExpressionLanguage

/// What auditors and statistics ask of the office.
extension Office {
  /// Who read a file, when and why, the last first; for the person and for the auditor, whose look
  /// is then in it too.
  package func accesses(
    to resident: ResidentID,
    limit: Int = 100,
    by actor: Actor,
    for purpose: Purpose
  ) async throws -> [AccessEntry] {
    try await AccessLog(self).entries(of: resident, limit: limit, by: actor, for: purpose)
  }

  /// What an account has read, the last first; for the auditor, whose look is in the log of
  /// searches.
  package func accesses(
    ofAccount account: String,
    limit: Int = 100,
    by actor: Actor,
    for purpose: Purpose = .audit
  ) async throws -> [AccessEntry] {
    try await AccessLog(self).entries(ofAccount: account, limit: limit, by: actor, for: purpose)
  }

  /// What an account has searched by, the last first; for the auditor, whose look is in it too.
  package func searches(
    ofAccount account: String,
    limit: Int = 100,
    by actor: Actor,
    for purpose: Purpose = .audit
  ) async throws -> [SearchEntry] {
    try await SearchLog(self).entries(ofAccount: account, limit: limit, by: actor, for: purpose)
  }

  /// Where the journal ends, for whoever may read its logs.
  package func journalHead(by actor: Actor, for purpose: Purpose = .audit) async throws
    -> JournalHead
  {
    try await FileReading(self).checkNoFile(.readAccessLog, by: actor, for: purpose)
    return try await store.read { try $0.head() }
  }

  /// Goes through the whole journal, while it is used; for whoever may read its logs.
  ///
  /// - Parameters:
  ///   - actor: Who asks.
  ///   - purpose: What for.
  ///   - tell: Hears now and then how many events are done.
  /// - Returns: What was looked at, and every fault with its place.
  /// - Throws: `Rejection` of the access table; `StoreError` where nothing can be read.
  /// - Complexity: O(*n*) in the events.
  package func verifyJournal(
    by actor: Actor,
    for purpose: Purpose = .audit,
    tell: @escaping @Sendable (Int64) -> Void = { _ in }
  ) async throws -> JournalReport {
    try await FileReading(self).checkNoFile(.readAccessLog, by: actor, for: purpose)
    return try await store.verify(tell: tell)
  }

  /// How many people there are, by the state of the permit, district, sex, age and basis.
  package func population(by actor: Actor, for purpose: Purpose = .casework) async throws
    -> Population
  {
    try await Statistics(self).population(by: actor, for: purpose)
  }

  /// What happened in each month: arrivals, applications, issues, refusals, endorsements on time
  /// and late, suspensions, cancellations by ground.
  package func flows(
    from first: CivilMonth,
    to last: CivilMonth,
    by actor: Actor,
    for purpose: Purpose = .casework
  ) async throws -> [Flow] {
    try await Statistics(self).flows(from: first, to: last, by: actor, for: purpose)
  }
}
