import Synchronization

/// A body that waits for its commit, and whoever waits for what comes of it.
final class Waiter: Sendable {
  typealias Body = @Sendable (any JournalTransaction) throws -> [UInt8]
  typealias Answer = Result<CommitResult, any Error>

  let request: CommitRequest
  let body: Body
  private let answer: Mutex<CheckedContinuation<CommitResult, any Error>?>

  init(
    _ request: CommitRequest,
    _ body: @escaping Body,
    _ continuation: CheckedContinuation<CommitResult, any Error>
  ) {
    self.request = request
    self.body = body
    answer = Mutex(continuation)
  }

  /// Answers once; later answers go nowhere.
  func resume(_ result: Answer) {
    let continuation = answer.withLock { answer in
      defer { answer = nil }
      return answer
    }
    continuation?.resume(with: result)
  }
}
