import Dispatch
import HTTPTypes
import Testing

@testable import WebService

struct WorkshopTests {
  /// Holds the thread until it is told to go on.
  private static func hold(_ gate: DispatchSemaphore) { gate.wait() }

  @Test(.timeLimit(.minutes(1)))
  func `others go on while more takes long than there are cores`() async throws {
    let gate = DispatchSemaphore(value: 0)
    let count = 200
    let long = (0..<count).map { _ in
      Task(executorPreference: Workshop.shared) { Self.hold(gate) }
    }
    // Would never come if those held the threads of everybody.
    let other = await Task { 42 }.value
    #expect(other == 42)
    for _ in 0..<count { gate.signal() }
    for task in long { await task.value }
  }

  @Test func `a route that takes long is the same route`() {
    let route = Route.page("/a/{b}", for: .signedIn) { _ in Reply(.ok) }
    let long = route.takingLong()
    #expect(long.method == route.method && long.paths == route.paths && long.kind == route.kind)
    #expect(long.bodyLimit == route.bodyLimit)
    #expect(long.audience.admitted == route.audience.admitted)
  }
}
