import Casework
import EventStore
import ExpressionLanguage

/// Carries out many commands in their order, so many to a transaction that others need not wait
/// long.
struct CommandBatches: Sendable {
  private static let size = 64

  private let office: Office
  private let day: CivilDate?

  init(_ office: Office, on day: CivilDate? = nil) {
    self.office = office
    self.day = day
  }

  func run(_ requests: [Request]) async throws -> [Result<Receipt, Rejection>] {
    var results: [Result<Receipt, Rejection>] = []
    var left = requests[...]
    while let first = left.first {
      let runner = CommandRunner(office, on: day)
      if first.key != nil {
        // The store keeps one answer a transaction, so a request with a key has one of its own.
        results.append(try await alone(first, runner))
        left = left.dropFirst()
      } else {
        let batch = left.prefix(CommandBatches.size).prefix { $0.key == nil }
        results += try await runner.run(Array(batch))
        left = left.dropFirst(batch.count)
      }
    }
    return results
  }

  private func alone(
    _ request: Request,
    _ runner: CommandRunner
  ) async throws -> Result<Receipt, Rejection> {
    do { return .success(try await runner.run(request)) } catch let no as Rejection {
      return .failure(no)
    }
  }
}
