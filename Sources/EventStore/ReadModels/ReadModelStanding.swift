import Synchronization

/// Whether the read models can be relied on.
///
/// An object of its own: work on the writer's thread must not be the last to hold the store, whose
/// end waits for that thread.
final class ReadModelStanding: Sendable {
  enum State { case sound, beingMade, broken }

  private let state: Mutex<State>

  init(isBroken: Bool) { state = Mutex(isBroken ? .broken : .sound) }

  var isSound: Bool { state.withLock { $0 == .sound } }

  func set(_ new: State) { state.withLock { $0 = new } }

  /// Lets nobody decide by tables that are half made.
  ///
  /// While they are being made the writer's turn has not come, so that whoever gets it then finds
  /// them whole, before or after.
  ///
  /// - Throws: `StoreError.rebuildNeeded`.
  func check(_ path: String) throws {
    if state.withLock({ $0 == .broken }) { throw StoreError.rebuildNeeded(path: path) }
  }
}
