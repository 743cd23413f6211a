import Accounts
import Testing

@testable import WebService

struct RateLimitsTests {
  private let limits = RateLimits()

  @Test func `an address waits after its limit, and another does not`() {
    for _ in 0..<3 { #expect(limits.wait(for: NetworkAddress("a"), limit: 3, at: 30_000) == nil) }
    #expect(limits.wait(for: NetworkAddress("a"), limit: 3, at: 30_000) == 30)
    #expect(limits.wait(for: NetworkAddress("b"), limit: 3, at: 30_000) == nil)
  }

  @Test
  func `what was sent in the last minute counts by the part of it that lies within sixty seconds`()
  {
    for _ in 0..<10 { _ = limits.wait(for: NetworkAddress("a"), limit: 100, at: 59_000) }
    // A quarter of the next minute has gone by: seven and a half of ten, and one.
    #expect(limits.wait(for: NetworkAddress("a"), limit: 9, at: 75_000) == nil)
    #expect(limits.wait(for: NetworkAddress("a"), limit: 9, at: 75_000) != nil)
    #expect(limits.wait(for: NetworkAddress("a"), limit: 9, at: 180_000) == nil)
  }

  @Test func `addresses that have gone quiet are forgotten with their minute`() {
    for number in 0..<1_000 { _ = limits.wait(for: NetworkAddress("\(number)"), limit: 3, at: 0) }
    #expect(limits.remembered == 1_000)
    _ = limits.wait(for: NetworkAddress("a"), limit: 3, at: 60_000)
    #expect(limits.remembered == 1_001)
    _ = limits.wait(for: NetworkAddress("a"), limit: 3, at: 120_000)
    #expect(limits.remembered == 2)
  }

  @Test(arguments: [
    ("2001:db8:1:2::1", "2001:db8:1:2:ffff:0:1:9", true),
    ("2001:db8:1:2::1", "2001:db8:1:3::1", false), ("192.0.2.7", "::ffff:192.0.2.7", true),
    ("::ffff:192.0.2.7", "::ffff:192.0.2.8", false), ("192.0.2.7", "192.0.2.8", false),
  ])
  func `a subscriber has one count, whatever address of theirs they come from`(
    one: String,
    other: String,
    isSame: Bool
  ) {
    for _ in 0..<3 { _ = limits.wait(for: NetworkAddress(one), limit: 3, at: 0) }
    #expect((limits.wait(for: NetworkAddress(other), limit: 3, at: 0) != nil) == isSame)
  }

  @Test func `a flood of addresses is not remembered without end`() {
    for number in 0..<(RateLimits.most + 500) {
      _ = limits.wait(for: NetworkAddress("\(number)"), limit: 3, at: 0)
    }
    #expect(limits.remembered == RateLimits.most)
    for _ in 0..<3 { _ = limits.wait(for: NetworkAddress("0"), limit: 3, at: 0) }
    #expect(limits.wait(for: NetworkAddress("0"), limit: 3, at: 0) != nil)
  }
}
