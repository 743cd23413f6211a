import Casework
import ExpressionLanguage
import TestSupport
import Testing

@testable import Accounts

@Suite struct LockoutTests {
  @Test func `the fifth wrong password within a quarter of an hour makes the account wait`()
    async throws
  {
    let rig = try await Rig()
    _ = try await rig.resident()
    for _ in 0..<5 {
      #expect(try await rig.signIn("lin-qiu", "wrong") == .wrong)
      rig.advance(2 * .minute)
    }
    rig.advance(-2 * .minute)
    #expect(try await rig.signIn() == .wait(until: rig.now + .minute))
    rig.advance(.minute - 1)
    #expect(try await rig.signIn().isWaiting)
    rig.advance(1)
    #expect(try await rig.signIn().opened?.session.actor != nil)
  }

  @Test func `wrong passwords spread over more than a quarter of an hour do not`() async throws {
    let rig = try await Rig()
    _ = try await rig.resident()
    for _ in 0..<12 {
      #expect(try await rig.signIn("lin-qiu", "wrong") == .wrong)
      rig.advance(4 * .minute)
    }
    #expect(try await rig.signIn().opened?.failuresBefore == 12)
  }

  @Test func `the waits grow to one hour and no further, and a success ends them`() async throws {
    let rig = try await Rig()
    _ = try await rig.resident()
    for _ in 0..<4 { _ = try await rig.signIn("lin-qiu", "wrong") }
    for minutes: Int64 in [1, 5, 15, 60, 60, 60] {
      #expect(try await rig.signIn("lin-qiu", "wrong") == .wrong)
      #expect(try await rig.signIn() == .wait(until: rig.now + minutes * .minute))
      rig.advance(minutes * .minute)
    }
    #expect(try await rig.signIn().opened?.failuresBefore == 10)
    for _ in 0..<4 { #expect(try await rig.signIn("lin-qiu", "wrong") == .wrong) }
    #expect(try await rig.signIn().opened?.failuresBefore == 4)
  }

  @Test func `a day without a try ends the waits too`() async throws {
    let rig = try await Rig()
    _ = try await rig.resident()
    for _ in 0..<5 { _ = try await rig.signIn("lin-qiu", "wrong") }
    rig.advance(.day + .minute)
    for _ in 0..<4 { #expect(try await rig.signIn("lin-qiu", "wrong") == .wrong) }
    #expect(try await rig.signIn().opened != nil)
  }

  @Test func `a name that nobody has waits just the same`() async throws {
    let rig = try await Rig()
    for _ in 0..<5 { #expect(try await rig.signIn("nobody-here", "wrong") == .wrong) }
    #expect(try await rig.signIn("Nobody-Here ", "wrong") == .wait(until: rig.now + .minute))
    for _ in 0..<5 { #expect(try await rig.signIn("no name at all", "wrong") == .wrong) }
    #expect(try await rig.signIn("no name at all", "wrong").isWaiting)
  }

  @Test func `an address waits after fifty wrong tries, whosever, and others do not`() async throws
  {
    let rig = try await Rig()
    _ = try await rig.resident()
    for number in 0..<49 { _ = try await rig.signIn("somebody-\(number)", "wrong") }
    // A right one does not count.
    for _ in 0..<3 { #expect(try await rig.signIn().opened != nil) }
    _ = try await rig.signIn("somebody-49", "wrong")
    guard case .waitHere(let until) = try await rig.signIn() else {
      Issue.record("the address was let through")
      return
    }
    #expect(until - rig.now > 14 * .minute && until - rig.now <= 15 * .minute)
    #expect(try await rig.signIn(from: NetworkAddress("192.0.2.8")).opened != nil)
    rig.advance(until - rig.now)
    #expect(try await rig.signIn().opened != nil)
  }

  @Test func `an address of IPv6 counts by its first half, and a mapped one as IPv4`() {
    #expect(NetworkAddress("2001:db8:1:2:a::1") == NetworkAddress("2001:db8:1:2:b::2"))
    #expect(NetworkAddress("2001:db8:1:2::1") != NetworkAddress("2001:db8:1:3::1"))
    #expect(NetworkAddress("::ffff:192.0.2.7") == NetworkAddress("192.0.2.7"))
    #expect(NetworkAddress("192.0.2.7") != NetworkAddress("192.0.2.8"))
    #expect("\(NetworkAddress("192.0.2.7"))" == "NetworkAddress(…)")
  }

  @Test func `tries at once pass the lock no more than tries one by one`() async throws {
    let rig = try await Rig()
    _ = try await rig.resident()
    let answers = try await withThrowingTaskGroup(of: SignInAnswer.self) { group in
      for number in 0..<40 {
        group.addTask { try await rig.signIn("lin-qiu", "guess number \(number)") }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(answers.count { $0 == .wrong } == 5)
    #expect(answers.count { $0.isWaiting } == 35)
    #expect(try await rig.signIn().isWaiting)
  }

  @Test func `who knows the password may not guess codes for it`() async throws {
    let rig = try await Rig()
    let token = try await rig.resident().token
    _ = try await rig.enrol(token)
    var tries = 0
    for _ in 0..<20 {
      guard let opened = try await rig.signIn().opened else { break }
      let answer = try await rig.store.passSecondFactor(
        code: "000000",
        in: opened.token,
        from: Rig.home
      )
      guard answer == .wrong else { break }
      tries += 1
    }
    #expect(tries == 5)
  }

  @Test func `a right password on the fifth try leads on to the code`() async throws {
    let rig = try await Rig()
    let (secret, _) = try await rig.enrol(rig.resident().token)
    for _ in 0..<4 { _ = try await rig.signIn("lin-qiu", "wrong") }
    let opened = try #require(try await rig.signIn().opened)
    rig.advance(TOTP.step)
    let passed = try await rig.store.passSecondFactor(
      code: rig.code(secret),
      in: opened.token,
      from: Rig.home
    )
    #expect(passed.opened?.failuresBefore == 4)
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `an account that waits is never let in, whatever was tried before`(seed: UInt64) async throws
  {
    var random = SplitMix64(seed: seed)
    let rig = try await Rig()
    _ = try await rig.resident()
    // The rule once more, as plainly as can be.
    var (wrong, level, until, last): ([Int64], Int, Int64, Int64) = ([], 0, 0, 0)
    for round in 0..<60 {
      let steps: [Int64] = [0, .second, 20 * .second, 2 * .minute, 7 * .minute, .hour, 30 * .hour]
      rig.advance(steps[Int.random(in: 0..<steps.count, using: &random)])
      let isRight = Int.random(in: 0..<6, using: &random) == 0
      // Another address each time, so that only the account's own rule is at work.
      let address = NetworkAddress("198.51.100.\(round)")
      let answer = try await rig.signIn("lin-qiu", isRight ? Rig.password : "wrong", from: address)
      let now = rig.now
      if now < until {
        #expect(answer == .wait(until: until))
      } else if isRight {
        #expect(answer.opened != nil)
        (wrong, level) = ([], 0)
      } else {
        #expect(answer == .wrong)
        if now - last > .day { level = 0 }
        wrong = wrong.filter { now - $0 < 15 * .minute } + [now]
        if level > 0 || wrong.count >= 5 {
          until = now + [1, 5, 15, 60][min(level, 3)] * .minute
          level += 1
        }
        last = now
      }
    }
  }

  @Test func `a clock that was set back makes nobody wait for ever`() {
    var lockout = Lockout()
    for _ in 0..<5 { lockout.count(at: 1_000 * .day) }
    #expect(lockout.wait(at: 0) == .hour)
    #expect(lockout.wait(at: 1_000 * .day) == 1_000 * .day + .minute)
  }
}
