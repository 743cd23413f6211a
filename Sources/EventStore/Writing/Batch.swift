import Synchronization

/// Bodies that share one durable transaction, a savepoint each.
///
/// Unchecked: the outcomes are written by the thread that runs the bodies, and by the one that has
/// taken the lease from it.
final class Batch: @unchecked Sendable {
  /// What became of the shared transaction.
  enum End {
    /// It is durable.
    case committed
    /// One body ended it for all: the others are to be run again without it.
    case lost(Int, any Error)
    /// It could not be made durable.
    case failed(any Error)
  }

  /// A body that is run now.
  struct Running {
    fileprivate var index: Int
    fileprivate var lease: Lease
    fileprivate var since: ContinuousClock.Instant
    fileprivate var saved: WriteSession.Place
  }

  /// Stands where the digest of a request went with the data of the person whom it was about.
  static let noDigest = [UInt8](repeating: 0, count: 32)

  let waiters: [Waiter]
  private(set) var outcomes: [Waiter.Answer] = []
  private let session: WriteSession
  private let limit: Duration
  private let start: Int64
  private var loss: (any Error)?
  private let running = Mutex<Running?>(nil)

  init(_ waiters: [Waiter], _ session: WriteSession, limit: Duration) {
    self.waiters = waiters
    self.session = session
    self.limit = limit
    start = session.committed.head.position
    outcomes.reserveCapacity(waiters.count)
  }

  /// Whether events were committed.
  var hasAdded: Bool { session.committed.head.position > start }

  /// Whether what one body leaves must go without the rest: of one alone, all goes.
  private var isShared: Bool { waiters.count > 1 }

  /// How long the body that runs now still has.
  var timeLeft: Duration? { running.withLock { $0 }.map { limit - $0.since.duration(to: .now) } }

  /// Runs all bodies and commits; `nil` if the right to was taken meanwhile.
  func run() -> End? {
    do { try session.begin() } catch { return .failed(error) }
    return finish()
  }

  /// Takes the lease from a body that is over its time.
  func takeOverdue() -> Running? {
    guard let late = running.withLock({ $0 }), late.since.duration(to: .now) >= limit else {
      return nil
    }
    guard late.lease.take({ session.connection.interrupt() }) else { return nil }
    running.withLock { $0 = nil }
    return late
  }

  /// Runs the bodies after one whose lease was taken and commits, on the thread that has taken it.
  func goOn(without late: Running) -> End? {
    let overdue = StoreError.overdue(milliseconds: Int(limit / .milliseconds(1)))
    outcomes.append(.failure(overdue))
    do {
      // Interrupting a change ends the whole transaction.
      guard session.connection.isInTransaction else { throw overdue }
      if isShared { try session.restore(late.saved) }
    } catch {
      session.rollback()
      return .lost(late.index, overdue)
    }
    return finish()
  }

  private func finish() -> End? {
    guard work() else { return nil }
    if let loss {
      session.rollback()
      return .lost(outcomes.count, loss)
    }
    if !outcomes.contains(where: { if case .success = $0 { true } else { false } }) {
      session.rollback()
      return .committed
    }
    do {
      try session.commit()
      return .committed
    } catch {
      session.rollback()
      return .failed(error)
    }
  }

  /// Runs the bodies that were not run yet; `false` if the right to was taken meanwhile.
  private func work() -> Bool {
    while outcomes.count < waiters.count {
      do {
        let saved = isShared ? try session.save() : session.place
        switch attempt(waiters[outcomes.count], saved) {
        case nil:
          return false
        case .success(let result):
          if isShared { try session.release() }
          outcomes.append(.success(result))
        case .failure(let error):
          guard session.connection.isInTransaction else {
            loss = error
            return true
          }
          if isShared { try session.restore(saved) }
          outcomes.append(.failure(error))
        }
      } catch {
        loss = error
        return true
      }
    }
    return true
  }

  /// Runs one body; `nil` if it took too long and the others went on.
  private func attempt(_ waiter: Waiter, _ saved: WriteSession.Place) -> Waiter.Answer? {
    do {
      if let earlier = try earlier(waiter.request) { return .success(earlier) }
    } catch { return .failure(error) }
    let lease = Lease()
    let start = Running(index: outcomes.count, lease: lease, since: .now, saved: saved)
    running.withLock { $0 = start }
    let transaction = SQLiteTransaction(
      session: session,
      lease: lease,
      time: waiter.request.time
    )
    let response = Result { try waiter.run(transaction) }
    guard lease.end() else { return nil }
    running.withLock { $0 = nil }
    return Result {
      let bytes = try response.get()
      let position = session.place.head.position
      try remember(waiter.request, bytes, position)
      return CommitResult(response: bytes, wasRepeated: false, position: position)
    }
  }

  private func earlier(_ request: CommitRequest) throws -> CommitResult? {
    guard let key = request.key else { return nil }
    let statement = try session.connection.statement(
      "SELECT digest, response, position FROM journal_requests WHERE key = ?"
    )
    defer { statement.reset() }
    try statement.bind(key, at: 1)
    guard try statement.step() else { return nil }
    let digest = statement.bytes(0)
    guard digest == request.digest || digest == Batch.noDigest else {
      throw StoreError.keyReused(key)
    }
    return CommitResult(
      response: statement.bytes(1),
      wasRepeated: true,
      position: statement.integer(2)
    )
  }

  private func remember(_ request: CommitRequest, _ response: [UInt8], _ position: Int64) throws {
    guard let key = request.key else { return }
    let statement = try session.connection.statement(
      "INSERT INTO journal_requests VALUES (?, ?, ?, ?)"
    )
    try statement.bind(key, at: 1)
    try statement.bind(request.digest, at: 2)
    try statement.bind(response, at: 3)
    try statement.bind(position, at: 4)
    try statement.run()
  }
}
