import Foundation
import Synchronization

/// The right of one body to use the writer's connection, which can be taken from it.
final class Lease: Sendable {
  private enum State { case held, ended, taken }

  private let state = Mutex(State.held)
  /// Held while the connection is used.
  private let use = NSLock()

  /// Does something with the connection, if the right still stands.
  ///
  /// - Throws: `StoreError.overdue` once it was taken.
  func using<Result>(_ work: () throws -> Result) throws -> Result {
    use.lock()
    defer { use.unlock() }
    guard state.withLock({ $0 == .held }) else { throw StoreError.overdue(milliseconds: 0) }
    return try work()
  }

  /// Takes the right from a body; `false` if it was given back before.
  ///
  /// If the body uses the connection right now, `interrupt` ends that. It is decided before: what
  /// was interrupted is never taken for what the body came to.
  func take(_ interrupt: () -> Void) -> Bool {
    let isTaken = state.withLock { state in
      guard state == .held else { return false }
      state = .taken
      return true
    }
    guard isTaken else { return false }
    if !use.try() {
      interrupt()
      use.lock()
    }
    use.unlock()
    return true
  }

  /// Gives the right back; `false` if it was taken before.
  func end() -> Bool {
    state.withLock { state in
      guard state == .held else { return false }
      state = .ended
      return true
    }
  }
}
