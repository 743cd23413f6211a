import Foundation

/// The right of one body to use the writer's connection, which can be taken from it.
///
/// Unchecked: everything is under the lock.
final class Lease: @unchecked Sendable {
  private let lock = NSLock()
  private var isLive = true

  /// Does something with the connection, if the right still stands.
  ///
  /// - Throws: `StoreError.overdue` once it was taken.
  func using<Result>(_ work: () throws -> Result) throws -> Result {
    lock.lock()
    defer { lock.unlock() }
    guard isLive else { throw StoreError.overdue(milliseconds: 0) }
    return try work()
  }

  /// Takes the right from a body; `false` if it was given back before.
  ///
  /// If the body uses the connection right now, `interrupt` ends that first.
  func take(_ interrupt: () -> Void) -> Bool {
    if !lock.try() {
      interrupt()
      lock.lock()
    }
    defer { lock.unlock() }
    defer { isLive = false }
    return isLive
  }

  /// Gives the right back; `false` if it was taken before.
  func end() -> Bool {
    lock.lock()
    defer { lock.unlock() }
    defer { isLive = false }
    return isLive
  }
}
