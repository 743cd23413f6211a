import Casework
import Crypto
import ExpressionLanguage
import Foundation
import Synchronization
import Testing

@testable import Accounts

/// A store in a folder of its own, under a clock that the test sets.
final class Rig: Sendable {
  static let key = SymmetricKey(data: Array("a key for tests, 32 bytes of it!".utf8))
  static let start: Int64 = 1_790_000_000_000
  static let password = "violet umbrella on tuesdays"
  static let home = NetworkAddress("192.0.2.7")

  let store: AccountStore
  let path: String
  private let folder: URL
  private let clock: Moment

  var now: Int64 { clock.now }

  init(_ change: (inout AccountStore.Options) -> Void = { _ in }) async throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("anju-accounts-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appendingPathComponent("accounts.sqlite").path
    var options = AccountStore.Options()
    options.cost = .least
    change(&options)
    let moment = Moment()
    clock = moment
    store = try await AccountStore.open(path: path, key: Self.key, options: options) {
      moment.now
    }
  }

  func advance(_ milliseconds: Int64) { clock.advance(milliseconds) }

  func file(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Opens the same file once more.
  func reopened(key: SymmetricKey = Rig.key) async throws -> AccountStore {
    let clock = clock
    var options = AccountStore.Options()
    options.cost = .least
    return try await AccountStore.open(path: path, key: key, options: options) { clock.now }
  }

  func resident(_ name: String = "lin-qiu") async throws -> OpenedSession {
    try await store.signUp(
      name: name,
      password: Self.password,
      language: .chinese,
      from: Self.home,
      replacing: nil
    )
  }

  func signIn(
    _ name: String = "lin-qiu",
    _ password: String = Rig.password,
    from address: NetworkAddress = Rig.home
  ) async throws -> SignInAnswer {
    try await store.signIn(name: name, password: password, from: address, replacing: nil)
  }

  /// An account of the office with a password, and no authenticator yet.
  func clerk(_ name: String = "clerk-7", role: Role = .clerk) async throws -> Account {
    let made = try await store.createStaff(
      name: name,
      role: role,
      office: "window 3",
      language: .chinese,
      by: nil
    )
    return try await store.setPassword(Self.password, with: made.token.text, from: Self.home)
  }

  /// Sets up an authenticator; its secret and the session after it.
  func enrol(_ token: SessionToken) async throws -> (secret: [UInt8], SecondFactorEnrolment) {
    let secret = Self.unbase32(try await store.offerSecondFactor(in: token).secret)
    let enrolment = try await store.confirmSecondFactor(
      code: code(secret),
      in: token,
      from: Self.home
    )
    return (secret, enrolment)
  }

  /// What the authenticator shows now.
  func code(_ secret: [UInt8]) -> String { TOTP.code(secret, step: now / TOTP.step) }

  static func unbase32(_ text: String) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
    let bits = text.utf8.flatMap { letter -> [Int] in
      let value = alphabet.firstIndex(of: letter) ?? 0
      return (0..<5).reversed().map { value >> $0 & 1 }
    }
    return stride(from: 0, to: bits.count / 8 * 8, by: 8).map { start in
      UInt8(bits[start..<start + 8].reduce(0) { $0 * 2 + $1 })
    }
  }

  static func person(_ text: String = "0123456789") throws -> ResidentID {
    try #require(ResidentID(text))
  }

  deinit {
    try? store.close()
    try? FileManager.default.removeItem(at: folder)
  }
}

/// A moment that tests move.
final class Moment: Sendable {
  private let moment = Mutex(Rig.start)

  var now: Int64 { moment.withLock { $0 } }

  func advance(_ milliseconds: Int64) { moment.withLock { $0 += milliseconds } }
}

extension SignInAnswer {
  /// The session that was opened.
  var opened: OpenedSession? {
    if case .opened(let session) = self { session } else { nil }
  }

  /// Whether the name waits.
  var isWaiting: Bool {
    if case .wait = self { true } else { false }
  }
}
