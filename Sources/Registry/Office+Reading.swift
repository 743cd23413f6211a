package import Casework
package import ExpressionLanguage

/// What the office shows: files, queues, cards. Whoever looks is in the access log.
extension Office {
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

  /// How much waits by a query, whatever its page; of more than `most` only that it is more.
  ///
  /// - Complexity: O(*n*) in `most`; of one department in one district, in what waits for it.
  package func count(
    _ query: QueueQuery,
    upTo most: Int = 1_000,
    by actor: Actor,
    for purpose: Purpose = .casework
  ) async throws -> QueueCount {
    try await Queues(self).count(query, upTo: most, by: actor, for: purpose)
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
    try await Cards(self).answer(serial, on: day ?? today)
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
}
