package import Crypto
import FoundationEssentials
import GRDB

/// Who may sign in, and what the service keeps for them, in one file of SQLite.
///
/// Every method may be called from many tasks at once. What is secret or personal is encrypted
/// under keys derived from the caller's; what is looked up is found by a keyed hash. Everything
/// that is decided is decided inside one transaction.
///
/// ## Topics
/// - Sign in: `signIn(name:password:from:replacing:)`, `passSecondFactor`, `session`
/// - Accounts: `signUp`, `createStaff`, `block`, `forget`
/// - What is kept for them: `saveDraft`, `redeemActivationCode`
/// - Agencies: `registerClient`, `spend`, `makeAccessToken`, `grant`
/// - Care: `purge`, `backup`, `check`
package final class AccountStore: Sendable {
  /// How a store is opened.
  package struct Options: Sendable {
    /// What a password's hash costs.
    package var cost = ScryptCost.standard
    /// How long sessions last.
    package var limits = SessionLimits()
    /// How long after a password or a code a sensitive deed needs no new one, in milliseconds.
    package var freshness: Int64 = 15 * .minute
    /// A file of leaked passwords: lines `SHA-1 in hexadecimal:count`, sorted by the hash.
    package var breachedPasswords: String?
    /// How many hashes are computed at once, as many as processors if `nil`.
    ///
    /// Each takes 128 MB.
    package var hashesAtOnce: Int?
    /// How many may wait for their turn before the next is told to come again.
    package var mostWaiting = 256

    /// Creates the options of the service.
    package init() {}

    /// The options of a demonstration: its passwords stand on the page of sign-in, so that a hash
    /// that is dear protects nothing, and would take a debug build seconds.
    package static var demonstration: Options {
      var options = Options()
      options.cost = .demonstration
      return options
    }
  }

  /// The file.
  package let path: String
  let options: Options
  let clock: @Sendable () -> Int64
  let pool: DatabasePool
  let vault: AccountVault
  let hasher: PasswordHasher
  let breached: BreachedPasswords?
  let wrongAssertions = WrongAssertions()
  /// Stands in where there is no password, so that time does not tell.
  let dummy: PasswordHash

  private init(
    path: String,
    options: Options,
    clock: @escaping @Sendable () -> Int64,
    pool: DatabasePool,
    vault: AccountVault,
    breached: BreachedPasswords?
  ) {
    self.path = path
    self.options = options
    self.clock = clock
    self.pool = pool
    self.vault = vault
    self.breached = breached
    hasher = PasswordHasher(atOnce: options.hashesAtOnce, mostWaiting: options.mostWaiting)
    dummy = .dummy(options.cost)
  }

  /// Opens a store, or makes one where there is none.
  ///
  /// Checks that the file is whole and the key its own.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - key: 256 bits.
  ///   - options: How it is opened.
  ///   - clock: The moment, in milliseconds since 1970.
  /// - Returns: The open store.
  /// - Throws: `AccountStoreFault`.
  /// - Complexity: O(*n*) in the size of the file.
  package static func open(
    path: String,
    key: SymmetricKey,
    options: Options = Options(),
    clock: @escaping @Sendable () -> Int64
  ) async throws -> AccountStore {
    let vault = try AccountVault(key)
    let breached = try options.breachedPasswords.map { try BreachedPasswords(path: $0) }
    let pool = try AccountFile.open(path, vault)
    return AccountStore(
      path: path,
      options: options,
      clock: clock,
      pool: pool,
      vault: vault,
      breached: breached
    )
  }
}
