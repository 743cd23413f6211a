import Synchronization

/// Bodies that are run until each is committed or failed by itself.
///
/// Unchecked: used by the thread that has the writer, and by the one that takes it over from a body
/// that does not come back; the batch alone is asked for by others.
final class CommitRound: @unchecked Sendable {
  /// A body that has lost its lease, in its batch.
  struct Late {
    fileprivate let batch: Batch
    fileprivate let body: Batch.Running
  }

  private let session: WriteSession
  private let limit: Duration
  private let committed: @Sendable (_ hasAdded: Bool) -> Void
  private var rest: [Waiter]
  private var isAlone = false
  private let current = Mutex<Batch?>(nil)

  /// Creates a round; `committed` is called after each commit, before anybody is answered.
  init(
    _ waiters: [Waiter],
    _ session: WriteSession,
    limit: Duration,
    committed: @escaping @Sendable (_ hasAdded: Bool) -> Void
  ) {
    rest = waiters
    self.session = session
    self.limit = limit
    self.committed = committed
  }

  /// Runs all; `false` if another thread goes on in this one's place.
  func run() -> Bool {
    while !rest.isEmpty {
      let batch = Batch(isAlone ? [rest[0]] : rest, session, limit: limit)
      current.withLock { $0 = batch }
      guard let end = batch.run() else { return false }
      settle(batch, end)
    }
    return true
  }

  /// How long the body that runs now still has.
  var timeLeft: Duration? { current.withLock { $0 }?.timeLeft }

  /// Takes the lease from a body that is over its time.
  ///
  /// Whoever gets an answer goes on in the place of the thread that runs the body.
  func takeOverdue() -> Late? {
    guard let batch = current.withLock({ $0 }), let body = batch.takeOverdue() else { return nil }
    return Late(batch: batch, body: body)
  }

  /// Runs the rest; `false` if a further thread goes on in this one's place.
  func goOn(without late: Late) -> Bool {
    guard let end = late.batch.goOn(without: late.body) else { return false }
    settle(late.batch, end)
    return run()
  }

  private func settle(_ batch: Batch, _ end: Batch.End) {
    let group = batch.waiters
    switch end {
    case .committed:
      committed(batch.hasAdded)
      for (waiter, outcome) in zip(group, batch.outcomes) { waiter.resume(outcome) }
      rest.removeFirst(group.count)
    case .lost(let index, let error):
      group[index].resume(.failure(error))
      rest.remove(at: index)
    case .failed(let error) where group.count == 1:
      group[0].resume(.failure(error))
      rest.removeFirst()
    case .failed:
      // One of them may have been too much; the others still have their chance.
      isAlone = true
    }
  }
}
