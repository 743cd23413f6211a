package import Casework
package import EventStore
package import ExpressionLanguage

/// The office behind the window: the one door through which files are changed and read.
///
/// Every command is carried out by `CommandRunner`; nothing else appends to a resident's file. Any
/// number of tasks may use it at once.
package struct Office: Sendable {
  /// The steps that make the tables of the read models, for opening a store.
  package static var schema: [ReadModelMigration] { ReadModelTables.migrations }

  let store: any OfficeStore
  let laws: LawCabinet
  let clock: OfficeClock
  let ids: ResidentIDs
  let shelf: FileShelf

  /// Opens the office on a store whose tables were made by `schema`.
  ///
  /// - Parameters:
  ///   - store: The journal with its read models.
  ///   - laws: The measures, by day.
  ///   - clock: What tells the time and the legal date.
  ///   - ids: Where names of new files come from.
  /// - Returns: The office.
  package static func open(
    store: any OfficeStore,
    laws: LawCabinet,
    clock: OfficeClock = .system,
    ids: ResidentIDs = .system
  ) -> Office {
    Office(store: store, laws: laws, clock: clock, ids: ids, shelf: FileShelf())
  }

  /// The moment now, by the office's clock.
  package var now: OfficeClock.Moment { clock.now() }

  /// The legal date now.
  package var today: CivilDate { clock.now().date }

  /// The measures in force on a day.
  ///
  /// - Throws: `Rejection` `no-law-in-force`.
  package func law(on day: CivilDate) throws -> OfficeLaw { try laws.law(on: day) }

  // MARK: Commands

  /// Carries out one command: all of it is kept, or nothing.
  ///
  /// - Throws: The `Rejection` of Casework as it is, or one of the registry's own
  ///   (`already-registered`, `serial-in-use`, `clock-went-back`); `StoreError`.
  @discardableResult
  package func run(_ request: Request) async throws -> Receipt {
    try await CommandRunner(self).run(request)
  }

  /// Carries out commands in their order, many to a transaction: each whole, or not at all.
  ///
  /// The same commands on the same journal always give the same journal.
  ///
  /// - Returns: What came of each, in the same order.
  /// - Throws: `StoreError`, after which some of the first may have been carried out.
  package func run(_ requests: [Request]) async throws -> [Result<Receipt, Rejection>] {
    try await CommandBatches(self).run(requests)
  }

  /// Takes over whole histories from an office that was kept elsewhere, in one transaction.
  ///
  /// They are taken as they are: nothing is decided again, nobody is asked. It opens files and never
  /// adds to one.
  ///
  /// - Throws: `StoreError.subjectExists`; `Rejection` for a number that another file has, or
  ///   entries whose days go back.
  package func carryOver(
    _ histories: [(resident: ResidentID, entries: [FileEntry])]
  ) async throws {
    try await CarryOver(self).run(histories)
  }

  /// Does all that time has made due by a day, on every file where something is; running it again
  /// changes nothing.
  ///
  /// - Throws: `Rejection` `day-not-come` for a day after today.
  package func runDayWork(on day: CivilDate) async throws -> DayReport {
    try await DayWork(self, day).run()
  }

  /// Hands queued notices to a port, each at least once, and records that it went out.
  package func deliver(to port: any NoticePort, limit: Int = 100) async throws -> DeliveryReport {
    try await Delivery(self, port).run(limit: limit)
  }

  /// Destroys a person's data for good: the key, and every row of the read models, of all files
  /// that were merged into one another.
  ///
  /// - Parameters:
  ///   - resident: Whose.
  ///   - actor: Who orders it.
  ///   - purpose: What for.
  ///   - reason: Why, as a code without personal data, such as `retention-over`.
  /// - Throws: `Rejection` of the access table, `no-such-file` or `data-destroyed`; `StoreError`.
  package func destroyPerson(
    _ resident: ResidentID,
    by actor: Actor,
    for purpose: Purpose,
    reason: String
  ) async throws {
    try await PersonDestruction(self, resident, actor, purpose).run(reason: reason)
  }

  /// Makes every read model anew from the journal.
  package func rebuild() async throws -> RebuildReport { try await Rebuild(self).run() }
}
