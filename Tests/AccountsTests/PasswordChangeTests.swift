import Casework
import Dispatch
import ExpressionLanguage
import Synchronization
import Testing

@testable import Accounts

@Suite struct PasswordChangeTests {
  private static let next = "seven copper lanterns"

  @Test func `a change ends all sessions, and this one goes on under a new token`() async throws {
    let rig = try await Rig()
    let opened = try await rig.resident()
    let elsewhere = try #require(try await rig.signIn().opened)
    let after = try await rig.store.changePassword(
      from: Rig.password,
      to: Self.next,
      in: opened.token,
      from: Rig.home
    )
    #expect(try await rig.store.session(opened.token) == nil)
    #expect(try await rig.store.session(elsewhere.token) == nil)
    #expect(try await rig.store.session(after.token)?.actor != nil)
    #expect(try await rig.signIn() == .wrong)
    #expect(try await rig.signIn("lin-qiu", Self.next).opened != nil)
  }

  @Test func `without the old password nothing changes, and wrong ones count`() async throws {
    let rig = try await Rig()
    let token = try await rig.resident().token
    for _ in 0..<5 {
      await #expect(throws: AccountFault.wrongPassword) {
        _ = try await rig.store.changePassword(
          from: "wrong",
          to: Self.next,
          in: token,
          from: Rig.home
        )
      }
    }
    await #expect(throws: AccountFault.wait(until: rig.now + .minute)) {
      _ = try await rig.store.changePassword(
        from: Rig.password,
        to: Self.next,
        in: token,
        from: Rig.home
      )
    }
    rig.advance(.minute)
    #expect(try await rig.signIn().opened != nil)
  }

  @Test func `a new one that breaks a rule costs no try`() async throws {
    let rig = try await Rig()
    let token = try await rig.resident().token
    for _ in 0..<8 {
      await #expect(throws: AccountFault.password(.personal)) {
        _ = try await rig.store.changePassword(
          from: Rig.password,
          to: "my lin-qiu lantern",
          in: token,
          from: Rig.home
        )
      }
    }
    #expect(try await rig.signIn().opened?.failuresBefore == 0)
  }

  @Test func `a reset token works once, for half an hour, and ends the sessions`() async throws {
    let rig = try await Rig()
    let opened = try await rig.resident()
    let id = try #require(opened.session.account?.id)
    let old = try await rig.store.makeResetToken(of: id, by: nil)
    let token = try await rig.store.makeResetToken(of: id, by: nil)
    #expect(try await rig.store.account(resetBy: old.text) == nil)
    #expect(try await rig.store.account(resetBy: token.text)?.id == id)
    _ = try await rig.store.setPassword(Self.next, with: token.text, from: Rig.home)
    #expect(try await rig.store.session(opened.token) == nil)
    #expect(try await rig.signIn("lin-qiu", Self.next).opened != nil)
    await #expect(throws: AccountFault.codeInvalid) {
      _ = try await rig.store.setPassword(Rig.password, with: token.text, from: Rig.home)
    }
    let late = try await rig.store.makeResetToken(of: id, by: nil)
    rig.advance(30 * .minute)
    #expect(try await rig.store.account(resetBy: late.text) == nil)
    await #expect(throws: AccountFault.codeInvalid) {
      _ = try await rig.store.setPassword(Rig.password, with: late.text, from: Rig.home)
    }
  }

  @Test func `a reset ends the waiting, but not that of an account with an authenticator`()
    async throws
  {
    let rig = try await Rig()
    let plain = try #require(try await rig.resident("plain-one").session.account?.id)
    let opened = try await rig.resident("with-codes")
    let guarded = try #require(opened.session.account?.id)
    _ = try await rig.enrol(opened.token)
    for name in ["plain-one", "with-codes"] {
      for _ in 0..<5 { _ = try await rig.signIn(name, "wrong") }
    }
    for id in [plain, guarded] {
      let token = try await rig.store.makeResetToken(of: id, by: nil)
      _ = try await rig.store.setPassword(Self.next, with: token.text, from: Rig.home)
    }
    #expect(try await rig.signIn("plain-one", Self.next).opened != nil)
    #expect(try await rig.signIn("with-codes", Self.next).isWaiting)
  }

  @Test func `a hash of a lesser cost is renewed at the next sign-in`() async throws {
    let rig = try await Rig()
    let id = try #require(try await rig.resident().session.account?.id)
    var options = AccountStore.Options()
    options.cost = ScryptCost(logarithm: 6, blockSize: 8, parallelism: 1)
    let now = rig.now
    let store = try await AccountStore.open(path: rig.path, key: Rig.key, options: options) { now }
    defer { try? store.close() }
    #expect(try await store.read { try $0.password(of: id)?.cost } == .least)
    let wrong = try await store.signIn(
      name: "lin-qiu",
      password: "wrong",
      from: Rig.home,
      replacing: nil
    )
    #expect(wrong == .wrong)
    #expect(try await store.read { try $0.password(of: id)?.cost } == .least)
    for _ in 0..<2 {
      let answer = try await store.signIn(
        name: "lin-qiu",
        password: Rig.password,
        from: Rig.home,
        replacing: nil
      )
      #expect(answer.opened != nil)
      #expect(try await store.read { try $0.password(of: id)?.cost } == options.cost)
    }
  }

  @Test func `no more hashes are computed at once than allowed, and the queue has an end`()
    async throws
  {
    let hasher = PasswordHasher(atOnce: 2, mostWaiting: 20)
    let tally = Tally()
    let busy = try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<60 {
        group.addTask {
          do {
            try await hasher.run {
              tally.begin()
              for round in 0..<3 { _ = try PasswordHash(of: "\(round)", cost: .least) }
              tally.end()
            }
            return false
          } catch AccountFault.busy {
            return true
          }
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(tally.most <= 2)
    #expect(busy.count { !$0 } >= 22)
    try await hasher.run {}
  }

  @Test func `an unknown name is computed for like a known one`() async throws {
    let rig = try await Rig {
      $0.hashesAtOnce = 1
      $0.mostWaiting = 0
    }
    _ = try await rig.resident()
    #expect(try await rig.signIn("nobody-here") == .wrong)
    // While the only place is taken, every sign-in is turned away: so each wants to compute.
    let gate = DispatchSemaphore(value: 0)
    let hasher = rig.store.hasher
    async let held: Void = hasher.run { gate.wait() }
    while !hasher.isFull { try await Task.sleep(for: .milliseconds(1)) }
    for name in ["lin-qiu", "nobody-here", "no name"] {
      await #expect(throws: AccountFault.busy) { _ = try await rig.signIn(name, "wrong") }
    }
    gate.signal()
    try await held
    #expect(try await rig.signIn().opened != nil)
  }
}

/// How many run at once.
private final class Tally: Sendable {
  private let counts = Mutex((running: 0, most: 0))

  var most: Int { counts.withLock { $0.most } }

  func begin() { counts.withLock { $0 = ($0.running + 1, max($0.most, $0.running + 1)) } }
  func end() { counts.withLock { $0.running -= 1 } }
}
