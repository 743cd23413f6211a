import Dispatch
import Glibc
import Synchronization

/// Computes hashes beside the tasks' own threads, so many at once and no more.
///
/// Each takes 128 MB and a tenth of a second and more of a processor; unbounded they would take the
/// machine. Who comes when the queue is full is told so, rather than left to wait.
final class PasswordHasher: Sendable {
  private typealias Job = @Sendable () -> Void

  private struct State {
    var running = 0
    var waiting: [Job] = []
  }

  private enum Turn { case now, later, never }

  private let state = Mutex(State())
  private let queue = DispatchQueue(label: "anju.passwords", attributes: .concurrent)
  private let atOnce: Int
  private let mostWaiting: Int

  init(atOnce: Int?, mostWaiting: Int) {
    self.atOnce = max(1, atOnce ?? sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    self.mostWaiting = mostWaiting
  }

  /// Whether the next must wait.
  var isFull: Bool { state.withLock { $0.running >= atOnce } }

  /// Runs work when its turn comes.
  ///
  /// - Throws: `AccountFault.busy` at once if too many wait; what the work throws.
  func run<Answer: Sendable>(
    _ work: @escaping @Sendable () throws -> Answer
  ) async throws -> Answer {
    try await withCheckedThrowingContinuation { continuation in
      let job: Job = { continuation.resume(with: Result { try work() }) }
      let turn = state.withLock { state -> Turn in
        if state.running < atOnce {
          state.running += 1
          return .now
        }
        guard state.waiting.count < mostWaiting else { return .never }
        state.waiting.append(job)
        return .later
      }
      switch turn {
      case .now: start(job)
      case .later: break
      case .never: continuation.resume(throwing: AccountFault.busy)
      }
    }
  }

  private func start(_ job: @escaping Job) {
    queue.async {
      job()
      let next = self.state.withLock { state -> Job? in
        if state.waiting.isEmpty {
          state.running -= 1
          return nil
        }
        return state.waiting.removeFirst()
      }
      if let next { self.start(next) }
    }
  }
}
