package import Accounts
import Synchronization

/// How many requests an address has sent in this minute and in the one before.
///
/// Kept in memory: a restart forgets it. What guards passwords is the account's own count.
package final class RateLimits: Sendable {
  /// The most addresses that are told apart in one minute.
  ///
  /// Who comes after them goes uncounted: whoever has that many addresses is not held up by what
  /// each of them may do, and everybody else must not wait for the table.
  static let most = 100_000

  /// What is counted by itself.
  package enum Kind: Hashable, Sendable {
    case requests, decisions, checks, signUps
  }

  private struct Key: Hashable {
    var kind: Kind
    var address: NetworkAddress
  }

  private struct Counts {
    var minute: Int64 = 0
    var now: [Key: Int] = [:]
    var before: [Key: Int] = [:]
  }

  private let counts = Mutex(Counts())

  init() {}

  /// How many addresses are remembered.
  var remembered: Int { counts.withLock { $0.now.count + $0.before.count } }

  /// Counts a request.
  ///
  /// - Parameters:
  ///   - kind: Of what kind.
  ///   - address: Whose; of an IPv6 address the half that names the subscriber.
  ///   - limit: How many may come in a minute.
  ///   - milliseconds: The moment.
  /// - Returns: The seconds to wait where it is too many, or `nil`.
  package func wait(
    _ kind: Kind = .requests,
    for address: NetworkAddress,
    limit: Int,
    at milliseconds: Int64
  ) -> Int? {
    let (key, minute) = (Key(kind: kind, address: address), milliseconds / 60_000)
    return counts.withLock { counts in
      // A minute is let go of as a whole, so that no request pays for the addresses of others.
      if counts.minute != minute {
        counts.before = minute == counts.minute + 1 ? counts.now : [:]
        counts.now = [:]
        counts.minute = minute
      }
      let known = counts.now[key]
      let count = (known ?? 0) + 1
      guard known != nil || counts.now.count < Self.most else { return nil }
      counts.now[key] = count
      // The part of the last minute that still lies within sixty seconds counts as well.
      let past = Double(60_000 - milliseconds % 60_000) / 60_000
      let recent = Double(count) + Double(counts.before[key] ?? 0) * past
      return recent > Double(limit) ? max(1, Int(60 - (milliseconds / 1_000) % 60)) : nil
    }
  }
}
