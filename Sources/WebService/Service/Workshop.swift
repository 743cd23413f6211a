import NIOCore
import NIOPosix

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Threads for what takes long, such as asking all measures what still matters.
///
/// The threads that answer everybody are as few as the cores: two who work out their points would
/// keep all others waiting, who want a page or a name. Here they have threads of their own, one fewer
/// than there are cores, and give way to the others: what they do takes long anyhow.
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
    pool.submit { _ in
      Workshop.giveWay()
      job.runSynchronously(on: self.asUnownedTaskExecutor())
    }
  }

  /// Lets other threads go first where all cores are busy.
  ///
  /// On Linux a thread has a niceness of its own, and asking again for the same changes nothing, which
  /// costs less than remembering who has asked. Elsewhere it would be the whole process's.
  private static func giveWay() {
    #if os(Linux)
    _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, niceness)
    #endif
  }

  /// How far they give way: of 0, which all others have, to 19.
  private static let niceness: Int32 = 10
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
