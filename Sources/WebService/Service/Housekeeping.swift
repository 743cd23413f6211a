import Accounts
import ExpressionLanguage
import Logging
import Registry
import ServiceLifecycle

/// What is done beside answering: the day's work at every change of the day, and old sessions,
/// drafts and codes let go of.
struct Housekeeping: ServiceLifecycle.Service {
  private let service: Service

  init(_ service: Service) { self.service = service }

  func run() async throws {
    await cancelWhenGracefulShutdown {
      var done: String?
      while !Task.isCancelled {
        let today = service.office.today
        if done != today.description {
          if await work() { done = today.description }
        }
        // A cancelled sleep is the end.
        guard (try? await Task.sleep(for: .seconds(60))) != nil else { return }
      }
    }
  }

  /// Whether all of it was done; what failed is tried again.
  private func work() async -> Bool {
    do {
      let report = try await service.office.runDayWork(on: service.office.today)
      try await service.accounts.purge()
      service.logger.info(
        "the day's work is done",
        metadata: ["day": "\(report.day)", "files": "\(report.files)"]
      )
      return true
    } catch {
      service.logger.error("the day's work failed", metadata: ["kind": "\(type(of: error))"])
      return false
    }
  }
}
