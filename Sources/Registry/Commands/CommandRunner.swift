import Casework
import EventStore
import ExpressionLanguage

/// The one place where a command runs: read → fold → decide → append → project, all of it in one
/// transaction of the store.
///
/// What happens when two run at once: the store lets their bodies run one after another, so the
/// second decides on what the first has left.
struct CommandRunner: Sendable {
  private let office: Office
  private let request: Request
  private let moment: OfficeClock.Moment
  /// The legal date: the clock's, or of the day's work the day that it is for.
  private let today: CivilDate

  init(_ office: Office, _ request: Request, on day: CivilDate? = nil) {
    self.office = office
    self.request = request
    moment = office.clock.now()
    today = day ?? moment.date
  }

  func run() async throws -> Receipt {
    let law = try office.laws.law(on: today)
    if let resident = request.resident { return try await run(on: resident, law) }
    guard case .person(.register) = request.command else { throw Rejection.noResidentNamed }
    while true {
      do { return try await run(on: office.ids.next(), law) } catch is NameTaken {}
    }
  }

  private func run(on resident: ResidentID, _ law: OfficeLaw) async throws -> Receipt {
    // Most of the reading is done before the transaction, so that others need not wait for it.
    let (hand, digest) = try await office.store.read { reader in
      var hand = FilesAtHand(request, resident)
      try hand.catchUp(reader.events)
      return (hand, try request.digest(reader))
    }
    let commit = CommitRequest(key: request.key, digest: digest, time: moment.milliseconds)
    let result = try await office.store.commit(commit) { transaction in
      let changes = try step(on: resident, law, from: hand, transaction)
      return try changes[0].receipt.bytes
    }
    return try Receipt(result)
  }

  /// Reads, folds, decides, appends and projects, inside a transaction.
  ///
  /// A `Rejection` leaves nothing behind: it comes before the first event is appended.
  ///
  /// - Parameter hand: The files as far as they were folded before the transaction.
  /// - Returns: What happened to the command's file, then to others.
  func step(
    on resident: ResidentID,
    _ law: OfficeLaw,
    from hand: FilesAtHand,
    _ transaction: any JournalTransaction
  ) throws -> [FileChange] {
    // Read and fold.
    var hand = hand
    try hand.catchUp(transaction.events)
    let before = hand.subject
    try check(before)
    // Decide.
    let desk = Desk(
      actor: request.actor,
      purpose: request.purpose,
      today: today,
      law: law,
      files: hand.others
    )
    let decided = try before.file.decide(request.command, at: desk)
    let planned =
      [change(decided.events, to: before)]
      + decided.others.map {
        change($0.events, to: hand[$0.resident] ?? FoldedFile(id: $0.resident))
      }
    try Uniqueness.check(planned, transaction)
    // Append.
    let changes = try planned.map { try append($0, transaction) }
    // Project.
    try Projection(office.laws, transaction).project(changes)
    return changes
  }

  /// What the registry itself asks of a command before it is decided.
  private func check(_ before: FoldedFile) throws {
    if let last = before.lastDay, today < last { throw Rejection.clockWentBack(today, last) }
    if request.resident == nil, !before.file.isEmpty { throw NameTaken() }
  }

  private func change(_ events: [Event], to before: FoldedFile) -> FileChange {
    let entries = events.map { FileEntry($0, on: today, by: request.actor.hand) }
    return FileChange(before, entries, position: 0)
  }

  private func append(
    _ planned: FileChange,
    _ transaction: any JournalTransaction
  ) throws -> FileChange {
    guard !planned.entries.isEmpty else { return planned }
    let id = planned.after.file.id
    if planned.before.file.isEmpty {
      if try transaction.hasSubject(id.text) { throw NameTaken() }
      try transaction.createSubject(id.text)
    }
    let stored = try transaction.append(
      planned.entries.map { try EventCodec.encode($0, of: id) },
      to: id.stream,
      expecting: Int64(planned.before.file.version)
    )
    return planned.at(stored.last?.position ?? 0)
  }

  /// The name drawn for a new file is another's: the next is tried.
  struct NameTaken: Error {}
}
