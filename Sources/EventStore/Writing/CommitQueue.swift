import Dispatch
import GRDB
import Synchronization

/// Bodies of all callers, brought to the one writer in the order in which they came.
final class CommitQueue: Sendable {
  private struct State {
    var waiting: [Waiter] = []
    var isRunning = false
    var isClosed = false
    var bodies = DispatchQueue(label: "anju.bodies")
  }

  private let state = Mutex(State())
  private let pool: DatabasePool
  private let session: WriteSession
  private let options: StoreOptions
  private let announce: @Sendable () -> Void

  /// Creates a queue; `announce` is called after each commit that added events.
  init(
    _ pool: DatabasePool,
    _ session: WriteSession,
    _ options: StoreOptions,
    announce: @escaping @Sendable () -> Void
  ) {
    self.pool = pool
    self.session = session
    self.options = options
    self.announce = announce
  }

  /// Adds a body to those that wait.
  func add(_ waiter: Waiter) {
    enum Turn { case start, wait, refuse }
    let turn: Turn = state.withLock { state in
      if state.isClosed { return .refuse }
      state.waiting.append(waiter)
      if state.isRunning { return .wait }
      state.isRunning = true
      return .start
    }
    switch turn {
    case .start: schedule()
    case .wait: break
    case .refuse: waiter.resume(.failure(StoreError.closed))
    }
  }

  /// Takes a body back if it does not run yet; its caller is told that it was cancelled.
  func cancel(_ isMeant: @Sendable (Waiter) -> Bool) {
    let taken = state.withLock { state in
      let taken = state.waiting.filter(isMeant)
      if !taken.isEmpty { state.waiting.removeAll(where: isMeant) }
      return taken
    }
    for waiter in taken { waiter.resume(.failure(CancellationError())) }
  }

  /// Refuses what comes from now on, and returns when everything that waited was run.
  func close() {
    state.withLock { $0.isClosed = true }
    // Each turn of the writer takes one batch.
    repeat { pool.writeWithoutTransaction { _ in } } while state.withLock(\.isRunning)
  }

  // One batch each time, so that a backup or a destruction gets its turn between them.
  private func schedule() {
    pool.asyncWriteWithoutTransaction { [self] _ in
      let waiters = state.withLock { state in
        let waiters = Array(state.waiting.prefix(options.batchLimit))
        state.waiting.removeFirst(waiters.count)
        return waiters
      }
      run(waiters)
      let isMore = state.withLock { state in
        state.isRunning = !state.waiting.isEmpty
        return state.isRunning
      }
      if isMore { schedule() }
    }
  }

  /// Runs bodies until each is committed or failed by itself.
  private func run(_ waiters: [Waiter]) {
    var rest = waiters
    var isAlone = false
    while !rest.isEmpty {
      let group = isAlone ? [rest[0]] : rest
      let batch = Batch(group, session, limit: options.bodyLimit)
      let before = session.committed.head.position
      var bodies = state.withLock { $0.bodies }
      let end = batch.run(on: &bodies)
      state.withLock { [bodies] in $0.bodies = bodies }
      switch end {
      case .committed:
        if session.committed.head.position > before { announce() }
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
}
