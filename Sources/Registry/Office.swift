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

  // MARK: Reading files

  /// A resident's whole file.
  ///
  /// The reading is entered in the access log, with its purpose, before the file is shown.
  ///
  /// - Throws: `Rejection` of the access table, or `no-such-file`.
  package func file(
    _ resident: ResidentID,
    by actor: Actor,
    for purpose: Purpose
  ) async throws -> FileView {
    try await FileReading(self).read(resident, by: actor, for: purpose)
  }

  /// The file with a citizen's number, for whoever already works with the number; not logged,
  /// since nothing of the file is shown.
  package func find(_ number: IdentityNumber) async throws -> ResidentID? {
    try await Search(self).resident(with: number)
  }

  /// People by name (characters, pinyin, initials), citizen's number, phone or file.
  ///
  /// The search is entered in the log, without what was asked for, before anybody is shown.
  package func search(
    _ query: String,
    limit: Int = 20,
    after: SearchPage.Cursor? = nil,
    by actor: Actor,
    for purpose: Purpose
  ) async throws -> SearchPage {
    try await Search(self).search(query, limit: limit, after: after, by: actor, for: purpose)
  }

  /// What waits for a role, the nearest legal deadline first.
  package func queue(
    _ query: QueueQuery,
    by actor: Actor,
    for purpose: Purpose = .casework
  ) async throws -> QueuePage {
    try await Queues(self).page(query, by: actor, for: purpose)
  }

  /// How much waits by a query, whatever its page.
  ///
  /// - Complexity: O(*n*) in what waits for the role.
  package func count(
    _ query: QueueQuery,
    by actor: Actor,
    for purpose: Purpose = .casework
  ) async throws -> QueueCount {
    try await Queues(self).count(query, by: actor, for: purpose)
  }

  /// What commands on one file would make happen, or why they would be rejected; nothing is done.
  ///
  /// It is for whoever has just read the file, for the same purpose: that is in the log. What only
  /// the whole registry can tell, such as a card's number that another file has, is not asked.
  ///
  /// - Throws: `Rejection` of the access table where the actor may not read the file.
  package func preview(
    _ requests: [Request],
    on resident: ResidentID,
    by actor: Actor,
    for purpose: Purpose
  ) async throws -> [Result<Decided, Rejection>] {
    try await Trial(self, resident).outcomes(of: requests, by: actor, for: purpose)
  }

  /// What a department is asked about a person, with as much of the file as it needs to answer; the
  /// reading is entered in the access log.
  ///
  /// - Throws: `Rejection` of the access table, or `not-asked`.
  package func enquiry(
    about resident: ResidentID,
    by actor: Actor,
    for purpose: Purpose = .verification
  ) async throws -> Enquiry {
    try await Enquiries(self).enquiry(resident, by: actor, for: purpose)
  }

  /// What a card's number answers to anybody: whether it is good, and no more.
  package func card(_ serial: String, on day: CivilDate? = nil) async throws -> CardAnswer {
    try Cards(self).answer(serial, on: day ?? today)
  }

  /// The number of a card that never changes, by which the status lists find it: the place in the
  /// journal of the event that made it; `nil` where no card has the serial number.
  package func cardNumber(_ serial: String) async throws -> Int64? {
    try await Cards(self).number(serial)
  }

  /// What every card that was ever made answers, by its number, for the status lists; those of
  /// people whose data were destroyed are cancelled.
  ///
  /// It reads some thousand cards at a time, so that others need not wait for it.
  ///
  /// - Parameters:
  ///   - day: The day; `nil` for today.
  ///   - take: Hears of each card once, in no order.
  /// - Throws: `StoreError`.
  /// - Complexity: O(*n*) in the cards.
  package func cardStatuses(
    on day: CivilDate? = nil,
    _ take: (_ number: Int64, _ answer: CardAnswer) -> Void
  ) async throws {
    try await Cards(self).statuses(on: day ?? today, take)
  }

  /// What a holder may have of one service on a day, for an agency; the asking is logged.
  package func entitlement(
    of resident: ResidentID,
    to service: String,
    on day: CivilDate? = nil,
    by actor: Actor,
    for purpose: Purpose = .service
  ) async throws -> Entitlement {
    try await FileReading(self)
      .entitlement(of: resident, to: service, on: day ?? today, by: actor, for: purpose)
  }

  // MARK: Scrutiny

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
