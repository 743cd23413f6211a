import Synchronization

/// A body that waits for its commit, and whoever waits for what comes of it.
final class Waiter: Sendable {
  typealias Body = @Sendable (any JournalTransaction) throws -> [UInt8]
  typealias Answer = Result<CommitResult, any Error>

  private struct Asking {
    let body: Body
    let continuation: CheckedContinuation<CommitResult, any Error>
  }

  let request: CommitRequest
  private let asking: Mutex<Asking?>

  init(
    _ request: CommitRequest,
    _ body: @escaping Body,
    _ continuation: CheckedContinuation<CommitResult, any Error>
  ) {
    self.request = request
    asking = Mutex(Asking(body: body, continuation: continuation))
  }

  /// Runs the body; it may be run again until the answer is given.
  func run(_ transaction: any JournalTransaction) throws -> [UInt8] {
    guard let body = asking.withLock({ $0?.body }) else { throw CancellationError() }
    return try body(transaction)
  }

  /// Answers once; later answers go nowhere.
  func resume(_ result: Answer) {
    // The body goes first: it may hold the store, whose end waits for the writer's thread, so that
    // thread must not be the last to let go of it.
    let continuation = asking.withLock { asking in
      defer { asking = nil }
      return asking?.continuation
    }
    continuation?.resume(with: result)
  }
}
