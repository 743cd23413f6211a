import Synchronization

/// Wakes those who follow the journal after a commit.
final class CommitSignal: Sendable {
  private struct State {
    var count: UInt64 = 0
    var next = 0
    var sleepers: [Int: CheckedContinuation<Void, Never>] = [:]
  }

  private let state = Mutex(State())

  /// How many commits there were.
  var count: UInt64 { state.withLock { $0.count } }

  func announce() {
    let sleepers = state.withLock { state in
      state.count += 1
      defer { state.sleepers = [:] }
      return Array(state.sleepers.values)
    }
    for sleeper in sleepers { sleeper.resume() }
  }

  /// Returns when there are more commits than `count`, or the task is cancelled.
  func wait(beyond count: UInt64) async {
    let number = state.withLock { state in
      state.next += 1
      return state.next
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isOver = state.withLock { state in
          if state.count > count || Task.isCancelled { return true }
          state.sleepers[number] = continuation
          return false
        }
        if isOver { continuation.resume() }
      }
    } onCancel: {
      state.withLock { $0.sleepers.removeValue(forKey: number) }?.resume()
    }
  }
}
