import Casework
package import EventStore

/// What is destroyed with a person: every file of theirs, the rows of the read models and their
/// share of the statistics.
///
/// Nobody is asked here whether it may be done: in the office the table of access is, and at the
/// machine the key.
package enum PersonErasure {
  /// Carries out an order; of a person with merged files, on all of them.
  ///
  /// - Parameters:
  ///   - order: Whose data, why, and who ordered it.
  ///   - store: The journal.
  ///   - time: When, in milliseconds since 1970 UTC.
  /// - Throws: Those of `SQLiteStore.destroy`.
  package static func run(
    _ order: Destruction,
    in store: any OfficeStore,
    time: Int64
  ) async throws {
    var subjects = [order.subject]
    if let resident = ResidentID(order.subject) {
      let others = try await files(of: resident, in: store).map(\.text)
      subjects += others.filter { $0 != order.subject }.sorted()
    }
    let orders = subjects.map {
      Destruction(subject: $0, reason: order.reason, actor: order.actor)
    }
    try await store.destroy(orders, time: time) { try erase($1, $0) }
  }

  /// The files of one person: those that were merged into one another.
  static func files(
    of resident: ResidentID,
    in store: any OfficeStore
  ) async throws -> Set<ResidentID> {
    try await store.read { try files(of: resident, $0) }
  }

  private static func files(
    of resident: ResidentID,
    _ reader: any JournalReader
  ) throws -> Set<ResidentID> {
    var found: Set<ResidentID> = []
    var open = [resident]
    while let id = open.popLast() {
      guard found.insert(id).inserted else { continue }
      var folded = FoldedFile(id: id)
      do {
        try folded.catchUp(reader.events)
      } catch let rejection as Rejection where rejection.id == Rejection.dataDestroyed.id {
        // One that is gone already stays so; that the one asked for is gone, the store tells.
        found.remove(id)
        continue
      }
      open += folded.file.person.mergedFrom
      if let survivor = folded.file.person.mergedInto { open.append(survivor) }
    }
    return found
  }

  private static func erase(
    _ order: Destruction,
    _ transaction: any JournalTransaction
  ) throws {
    // A journal may have been opened by a program that keeps no read models in it.
    let tables = Set(
      try transaction.rows("SELECT name FROM sqlite_schema WHERE type = 'table'", [])
        .compactMap(\.[0].text)
    )
    if tables.contains(FlowCounts.table), let resident = ResidentID(order.subject) {
      try leaveStatistics(resident, transaction)
    }
    if tables.contains(CardNumbers.goneTable), let resident = ResidentID(order.subject) {
      try CardNumbers.projectGone(transaction.events(of: resident.stream, after: 0), transaction)
    }
    for table in ReadModelTables.personal where tables.contains(table) {
      try transaction.execute("DELETE FROM \(table) WHERE resident = ?", [.text(order.subject)])
    }
  }

  /// A statistic of the past keeps nobody whose data are gone: it could not be counted again.
  private static func leaveStatistics(
    _ resident: ResidentID,
    _ transaction: any JournalTransaction
  ) throws {
    var flows = FlowCounts()
    let entries = try transaction.events(of: resident.stream, after: 0).map(EventCodec.decode)
    flows.count(entries, on: ResidentFile(id: resident), times: -1)
    try flows.add(transaction)
    try transaction.execute("DELETE FROM \(FlowCounts.table) WHERE number = 0", [])
  }
}
