import Casework
import EventStore
import ExpressionLanguage
import Registry
import Testing

struct ManyReadersTests {
  /// Who waits for a connection must not hold the thread on which another would give one back.
  @Test(.timeLimit(.minutes(1)))
  func `many more readers than there are connections are all answered`() async throws {
    let city = try City()
    let id = try await city.settle(1)
    try await city.issue("XA-1", to: id)
    let found = try await withThrowingTaskGroup(of: Bool.self) { group in
      for turn in 0..<400 {
        group.addTask {
          if turn.isMultiple(of: 2) { return try await city.office.card("XA-1") == .valid }
          return try await city.office.cardNumber("XA-1") != nil
        }
      }
      return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(found == 400)
  }
}
