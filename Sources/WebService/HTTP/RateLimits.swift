import Synchronization

/// How many requests an address has sent in this minute and in the one before.
///
/// Kept in memory: a restart forgets it. What guards passwords is the account's own count.
package final class RateLimits: Sendable {
  private struct Count {
    var minute: Int64
    var now: Int
    var before: Int
  }

  private let counts = Mutex<[String: Count]>([:])

  init() {}

  /// Counts a request.
  ///
  /// - Parameters:
  ///   - key: Whose, such as a network address.
  ///   - limit: How many may come in a minute.
  ///   - milliseconds: The moment.
  /// - Returns: The seconds to wait where it is too many, or `nil`.
  package func wait(for key: String, limit: Int, at milliseconds: Int64) -> Int? {
    let minute = milliseconds / 60_000
    return counts.withLock { counts in
      // Addresses that have gone quiet are let go of when the table grows.
      if counts.count > 50_000 {
        counts = counts.filter { $0.value.minute >= minute - 1 }
      }
      var count = counts[key] ?? Count(minute: minute, now: 0, before: 0)
      if count.minute != minute {
        count.before = count.minute == minute - 1 ? count.now : 0
        count.now = 0
        count.minute = minute
      }
      count.now += 1
      counts[key] = count
      // The part of the last minute that still lies within sixty seconds counts as well.
      let past = Double(60_000 - milliseconds % 60_000) / 60_000
      let recent = Double(count.now) + Double(count.before) * past
      return recent > Double(limit) ? max(1, Int(60 - (milliseconds / 1_000) % 60)) : nil
    }
  }
}
