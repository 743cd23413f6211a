import Dispatch
import Synchronization

/// Bodies of all callers, brought to the one writer in the order in which they came.
///
/// One thread has the writer at a time and works off all that waits, bodies and commits alike:
/// whoever is alone waits for that thread only. When a body does not come back, another thread goes
/// on in its place.
final class CommitQueue: Sendable {
  /// Something that needs the writer for itself.
  typealias Duty = @Sendable () -> Void

  private enum Turn {
    /// As many bodies as may share a commit, so that a duty gets its turn between them.
    case bodies
    case duty(Duty)
  }

  private enum Job {
    case round(CommitRound)
    case duty(Duty)
  }

  private struct State {
    var turns: [Turn] = []
    var waiting: [Waiter] = []
    /// The bodies that are run now.
    var round: CommitRound?
    /// Whether a thread has the writer.
    var isRunning = false
    /// Whether what it runs is not answered yet.
    var isBusy = false
    var isWatched = false
    var isClosed = false
    var thread = DispatchQueue(label: "anju.writer")
  }

  private let state = Mutex(State())
  /// Entered while something is run.
  private let running = DispatchGroup()
  private let watch = DispatchQueue(label: "anju.watch")
  private let session: WriteSession
  private let options: StoreOptions
  private let announce: @Sendable () -> Void

  /// Creates a queue; `announce` is called after each commit that added events.
  init(
    _ session: WriteSession,
    _ options: StoreOptions,
    announce: @escaping @Sendable () -> Void
  ) {
    self.session = session
    self.options = options
    self.announce = announce
  }

  /// Whether what comes now is run at once.
  var isIdle: Bool { state.withLock { !$0.isBusy && $0.turns.isEmpty } }

  /// Adds a body to those that wait.
  func add(_ waiter: Waiter) {
    let isOpen = enter { state in
      if state.waiting.isEmpty { state.turns.append(.bodies) }
      state.waiting.append(waiter)
    }
    if !isOpen { waiter.resume(.failure(StoreError.closed)) }
  }

  /// Adds a duty, which has the writer to itself; `false` when the queue was closed before.
  func add(_ duty: @escaping Duty) -> Bool { enter { $0.turns.append(.duty(duty)) } }

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
    running.wait()
  }

  private func enter(_ put: (inout State) -> Void) -> Bool {
    let (isOpen, thread, isToBeWatched) = state.withLock {
      state -> (Bool, DispatchQueue?, Bool) in
      if state.isClosed { return (false, nil, false) }
      put(&state)
      if state.isRunning { return (true, nil, false) }
      state.isRunning = true
      running.enter()
      defer { state.isWatched = true }
      return (true, state.thread, !state.isWatched)
    }
    thread?.async { [self] in work() }
    if isToBeWatched { look(after: options.bodyLimit) }
    return isOpen
  }

  /// Works off all that waits, unless another thread goes on in this one's place.
  private func work() {
    while let job = next() {
      switch job {
      case .duty(let duty): duty()
      case .round(let round): if !round.run() { return }
      }
    }
  }

  private func next() -> Job? {
    state.withLock { state in
      state.round = nil
      state.isBusy = false
      while let turn = state.turns.first {
        state.turns.removeFirst()
        // All of them may have been taken back.
        if case .bodies = turn, state.waiting.isEmpty { continue }
        state.isBusy = true
        if case .duty(let duty) = turn { return .duty(duty) }
        let waiters = Array(state.waiting.prefix(options.batchLimit))
        state.waiting.removeFirst(waiters.count)
        if !state.waiting.isEmpty { state.turns.append(.bodies) }
        let round = CommitRound(waiters, session, limit: options.bodyLimit) { [self] hasAdded in
          if hasAdded { announce() }
          self.state.withLock { $0.isBusy = false }
        }
        state.round = round
        return .round(round)
      }
      state.isRunning = false
      running.leave()
      return nil
    }
  }

  // MARK: Bodies that do not come back

  // One look each time a body could be over its limit: a clock of its own for each would cost more
  // than most bodies.
  private func look(after delay: Duration) {
    let milliseconds = Int((delay / .milliseconds(1)).rounded(.up))
    watch.asyncAfter(deadline: .now() + .milliseconds(milliseconds)) { [weak self] in self?.look() }
  }

  private func look() {
    let (isRunning, round) = state.withLock { state in
      state.isWatched = state.isRunning
      return (state.isRunning, state.round)
    }
    guard isRunning else { return }
    if let round, let late = round.takeOverdue() {
      let thread = DispatchQueue(label: "anju.writer")
      state.withLock { $0.thread = thread }
      thread.async { [self] in if round.goOn(without: late) { work() } }
    }
    look(after: round?.timeLeft ?? options.bodyLimit)
  }
}
