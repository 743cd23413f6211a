package import EventStore
import Synchronization

/// A verification of the journal that runs beside everything else, at most one at a time.
package final class JournalCheck: Sendable {
  /// How far it is.
  package enum State: Sendable {
    /// None has run since the service was started.
    case none
    /// One runs.
    case running(since: Int64, done: Int64)
    /// One has ended.
    case done(at: Int64, JournalReport)
    /// One could not be carried out.
    case failed(at: Int64)
  }

  private let current = Mutex(State.none)

  /// No verification yet.
  package init() {}

  /// How far it is.
  package var state: State { current.withLock { $0 } }

  /// Starts one, unless one runs.
  ///
  /// - Parameters:
  ///   - now: What tells the time, in milliseconds since 1970.
  ///   - verify: What is done; it tells how many events it is through.
  /// - Returns: Whether it was started.
  package func start(
    now: @escaping @Sendable () -> Int64,
    verify:
      @escaping @Sendable (_ tell: @escaping @Sendable (Int64) -> Void) async throws
      -> JournalReport
  ) -> Bool {
    let since = now()
    let isFree = current.withLock { state in
      if case .running = state { return false }
      state = .running(since: since, done: 0)
      return true
    }
    guard isFree else { return false }
    Task {
      let end: State
      do {
        let report = try await verify { done in
          self.current.withLock { $0 = .running(since: since, done: done) }
        }
        end = .done(at: now(), report)
      } catch {
        end = .failed(at: now())
      }
      current.withLock { $0 = end }
    }
    return true
  }
}
