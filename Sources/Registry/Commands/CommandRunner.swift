import Casework
import EventStore
import ExpressionLanguage
import Synchronization

/// The one place where a command runs: read → fold → decide → append → project, all of it in one
/// transaction of the store.
///
/// What happens when two run at once: the store lets their bodies run one after another, so the
/// second decides on what the first has left.
struct CommandRunner: Sendable {
  private let office: Office
  private let moment: OfficeClock.Moment
  /// The legal date: the clock's, or of the day's work the day that it is for.
  private let today: CivilDate

  init(_ office: Office, on day: CivilDate? = nil) {
    self.office = office
    moment = office.clock.now()
    today = day ?? moment.date
  }

  /// Runs one command; a request that comes again with its key gets the answer of the first time.
  func run(_ request: Request) async throws -> Receipt {
    let law = try office.laws.law(on: today)
    var order = try Order(request, office)
    let mark = try request.mark(office.store)
    if !order.hand.isWarm, request.key != nil || !office.store.isIdle {
      // Most of the reading is done before the transaction, so that others need not wait for it. Of
      // a request that comes again, the store looks at nothing but its key, and would not see that
      // the file is destroyed.
      let cold = order
      order = try await office.store.read { try cold.warmed($0.events) }
    }
    let made = Mutex<Done?>(nil)
    let warm = order
    let commit = CommitRequest(key: mark.key, digest: mark.digest, time: moment.milliseconds)
    let result = try await office.store.commit(commit) { transaction in
      let done = try carryOut(warm, law, transaction)
      made.withLock { $0 = done }
      // Without a key nobody can ask for it again.
      return request.key == nil ? [] : try done.receipt.bytes
    }
    guard !result.wasRepeated, let done = made.withLock({ $0 }) else { return try Receipt(result) }
    office.shelf.put(done.files)
    return Receipt(done.receipt, result)
  }

  /// Runs commands one after another in one transaction.
  ///
  /// Each is carried out whole, or rejected without a trace. None of them has a key.
  func run(_ requests: [Request]) async throws -> [Result<Receipt, Rejection>] {
    let law = try office.laws.law(on: today)
    let orders = try requests.map { try Order($0, office) }
    let warm = try await office.store.read { reader in
      try orders.map { $0.hand.isWarm ? $0 : try $0.warmed(reader.events) }
    }
    let outcomes = Mutex<[Result<Done, Rejection>]>([])
    let commit = CommitRequest(key: nil, digest: [], time: moment.milliseconds)
    let result = try await office.store.commit(commit) { transaction in
      let made = try warm.map { order -> Result<Done, Rejection> in
        do { return .success(try carryOut(order, law, transaction)) } catch let no as Rejection {
          return .failure(no)
        }
      }
      outcomes.withLock { $0 = made }
      return []
    }
    return outcomes.withLock { $0 }.map { outcome in
      outcome.map { done in
        office.shelf.put(done.files)
        return Receipt(done.receipt, result)
      }
    }
  }

  /// A command that was carried out.
  private struct Done: Sendable {
    var receipt: StoredReceipt
    /// The files as it left them.
    var files: [FoldedFile]
  }

  private func carryOut(
    _ order: Order,
    _ law: OfficeLaw,
    _ transaction: any JournalTransaction
  ) throws -> Done {
    let request = order.request
    // Read and fold.
    let order = try order.warmed(transaction.events).named(office, transaction)
    let before = order.hand.subject
    if let last = before.lastDay, today < last { throw Rejection.clockWentBack(today, last) }
    if let shown = request.shownVersion, shown != before.file.version {
      throw Rejection.fileChanged
    }
    // Decide.
    let desk = Desk(
      actor: request.actor,
      purpose: request.purpose,
      today: today,
      law: law,
      files: order.hand.others
    )
    let decided = try before.file.decide(request.command, at: desk)
    let changes =
      [FileChange(before, decided.events, on: today, by: request.actor.hand)]
      + decided.others.map { other in
        let file = order.hand[other.resident] ?? FoldedFile(id: other.resident)
        return FileChange(file, other.events, on: today, by: request.actor.hand)
      }
    try Uniqueness.check(changes, transaction)
    // Append. From here on nothing is rejected: what was written is kept, or all of the commit goes.
    let positions = try changes.map { try $0.append(to: transaction) }
    // Project.
    let projection = try Projection(changes, office.laws, transaction.blindIndex)
    try projection.write(at: positions, transaction)
    let receipt = StoredReceipt(changes[0], position: positions[0].last ?? 0)
    return Done(receipt: receipt, files: projection.files)
  }
}
