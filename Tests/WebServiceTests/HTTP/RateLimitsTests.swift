import Testing

@testable import WebService

struct RateLimitsTests {
  private let limits = RateLimits()

  @Test func `an address waits after its limit, and another does not`() {
    for _ in 0..<3 { #expect(limits.wait(for: "a", limit: 3, at: 30_000) == nil) }
    #expect(limits.wait(for: "a", limit: 3, at: 30_000) == 30)
    #expect(limits.wait(for: "b", limit: 3, at: 30_000) == nil)
  }

  @Test
  func `what was sent in the last minute counts by the part of it that lies within sixty seconds`()
  {
    for _ in 0..<10 { _ = limits.wait(for: "a", limit: 100, at: 59_000) }
    // A quarter of the next minute has gone by: seven and a half of ten, and one.
    #expect(limits.wait(for: "a", limit: 9, at: 75_000) == nil)
    #expect(limits.wait(for: "a", limit: 9, at: 75_000) != nil)
    #expect(limits.wait(for: "a", limit: 9, at: 180_000) == nil)
  }

  @Test func `addresses that have gone quiet are forgotten with their minute`() {
    for number in 0..<1_000 { _ = limits.wait(for: "\(number)", limit: 3, at: 0) }
    #expect(limits.remembered == 1_000)
    _ = limits.wait(for: "a", limit: 3, at: 60_000)
    #expect(limits.remembered == 1_001)
    _ = limits.wait(for: "a", limit: 3, at: 120_000)
    #expect(limits.remembered == 2)
  }

  @Test func `a flood of addresses is not remembered without end`() {
    for number in 0..<(RateLimits.most + 500) {
      _ = limits.wait(for: "\(number)", limit: 3, at: 0)
    }
    #expect(limits.remembered == RateLimits.most)
    for _ in 0..<3 { _ = limits.wait(for: "0", limit: 3, at: 0) }
    #expect(limits.wait(for: "0", limit: 3, at: 0) != nil)
  }
}
