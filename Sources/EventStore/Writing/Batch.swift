import Dispatch
import Synchronization

/// Bodies that share one durable transaction, a savepoint each.
///
/// Unchecked: the outcomes are written by the thread that runs the bodies and read by the writer's
/// thread, which waits for it or has taken the lease from it.
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

  /// Stands where the digest of a request went with the data of the person whom it was about.
  static let noDigest = [UInt8](repeating: 0, count: 32)

  let waiters: [Waiter]
  private(set) var outcomes: [Waiter.Answer] = []
  private let session: WriteSession
  private let limit: Duration
  private var loss: (any Error)?

  private struct Running {
    var index: Int
    var lease: Lease
    var since: ContinuousClock.Instant
    var saved: WriteSession.Place
  }

  private let running = Mutex<Running?>(nil)

  init(_ waiters: [Waiter], _ session: WriteSession, limit: Duration) {
    self.waiters = waiters
    self.session = session
    self.limit = limit
    outcomes.reserveCapacity(waiters.count)
  }

  /// Runs all bodies and commits; `bodies` is replaced when one of them does not come back.
  func run(on bodies: inout DispatchQueue) -> End {
    do { try session.begin() } catch { return .failed(error) }
    let milliseconds = Int(limit / .milliseconds(1))
    var done = start(bodies)
    while done.wait(timeout: .now() + .milliseconds(milliseconds)) == .timedOut {
      guard let late = takeOverdue() else { continue }
      bodies = DispatchQueue(label: "anju.bodies")
      let error = StoreError.overdue(milliseconds: milliseconds)
      outcomes.append(.failure(error))
      do {
        // Interrupting a change ends the whole transaction.
        guard session.connection.isInTransaction else { throw error }
        try session.restore(late.saved)
      } catch {
        session.rollback()
        return .lost(late.index, StoreError.overdue(milliseconds: milliseconds))
      }
      done = start(bodies)
    }
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

  private func start(_ bodies: DispatchQueue) -> DispatchSemaphore {
    let done = DispatchSemaphore(value: 0)
    bodies.async { [self] in if work() { done.signal() } }
    return done
  }

  /// Runs the bodies that were not run yet; `false` if the right to was taken meanwhile.
  private func work() -> Bool {
    while outcomes.count < waiters.count {
      do {
        let saved = try session.save()
        switch attempt(waiters[outcomes.count], saved) {
        case nil:
          return false
        case .success(let result):
          try session.release()
          outcomes.append(.success(result))
        case .failure(let error):
          guard session.connection.isInTransaction else {
            loss = error
            return true
          }
          try session.restore(saved)
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
    let response = Result { try waiter.body(transaction) }
    guard lease.end() else { return nil }
    running.withLock { $0 = nil }
    return Result {
      let bytes = try response.get()
      let position = session.place.head.position
      try remember(waiter.request, bytes, position)
      return CommitResult(response: bytes, wasRepeated: false, position: position)
    }
  }

  /// Takes the lease from a body that is over its time.
  private func takeOverdue() -> Running? {
    guard let late = running.withLock({ $0 }), late.since.duration(to: .now) >= limit else {
      return nil
    }
    return late.lease.take { session.connection.interrupt() } ? late : nil
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
