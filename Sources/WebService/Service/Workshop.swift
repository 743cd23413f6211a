import NIOCore
import NIOPosix

/// Threads for what takes long, such as asking all measures what still matters.
///
/// The threads that answer everybody are as few as the cores: two who work out their points would
/// keep all others waiting, who want a page or a name. Here they have threads of their own, one fewer
/// than there are cores, between which and the others the system divides the time.
final class Workshop: TaskExecutor {
  /// The only one: the cores are the machine's.
  static let shared = Workshop()

  private let pool: NIOThreadPool

  private init() {
    pool = NIOThreadPool(numberOfThreads: max(1, System.coreCount - 1))
    pool.start()
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    pool.submit { _ in job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}

extension Route {
  /// The same, its handler run in the workshop.
  func takingLong() -> Route {
    let handler = handler
    return Route(
      method: method,
      path: path,
      kind: kind,
      audience: audience,
      bodyLimit: bodyLimit,
      handler: { visit in
        try await withTaskExecutorPreference(Workshop.shared) { try await handler(visit) }
      }
    )
  }
}
