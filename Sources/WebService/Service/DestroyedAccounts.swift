import Accounts
import Logging
import Registry
import ServiceLifecycle

/// Whoever's data the office has destroyed has no account here any more, whichever order did it.
///
/// The journal tells what was destroyed, and the accounts keep how far they have followed: what was
/// ordered while the service did not run, or after accounts were put back from a copy, is caught up
/// with before anybody is answered.
package struct DestroyedAccounts: ServiceLifecycle.Service {
  private static let most = 500
  private let service: Service

  /// Follows the journal of a service.
  package init(_ service: Service) { self.service = service }

  /// Looks every ten seconds, until the service is told to stop.
  package func run() async throws {
    await cancelWhenGracefulShutdown {
      while (try? await Task.sleep(for: .seconds(10))) != nil {
        do { try await catchUp() } catch {
          service.logger.error(
            "accounts of destroyed files are still there",
            metadata: ["kind": "\(type(of: error))"]
          )
        }
      }
    }
  }

  /// Destroys the accounts of whoever's data were destroyed since the last time.
  ///
  /// - Throws: `StoreError`, `AccountStoreFault`; the next time goes on from there.
  package func catchUp() async throws {
    var files = try await service.office.destroyedFiles(
      after: service.accounts.destructionMark()
    )[...]
    while let last = files.prefix(Self.most).last {
      let residents = files.prefix(Self.most).map(\.resident)
      let count = try await service.accounts.forget(residents, upTo: last.mark)
      if count > 0 {
        service.logger.notice(
          "accounts of destroyed files are destroyed",
          metadata: ["accounts": "\(count)"]
        )
      }
      files = files.dropFirst(Self.most)
    }
  }
}
