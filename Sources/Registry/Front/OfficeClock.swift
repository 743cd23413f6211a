package import ExpressionLanguage
import FoundationEssentials

/// What tells the office the time.
///
/// Nothing else in it reads a clock.
package struct OfficeClock: Sendable {
  /// One moment.
  package struct Moment: Hashable, Sendable {
    /// Milliseconds since 1970 UTC.
    package var milliseconds: Int64
    /// The legal date.
    package var date: CivilDate

    /// The moment with the date that is then in Asia/Shanghai: eight hours ahead of UTC, all year
    /// round, since 1991.
    package init(milliseconds: Int64) {
      self.milliseconds = milliseconds
      let local = milliseconds + 8 * 3_600_000
      let day = local >= 0 ? local / 86_400_000 : (local - 86_399_999) / 86_400_000
      date = CivilDate(day: Int(day)) ?? .latest
    }
  }

  /// The moment now.
  package let now: @Sendable () -> Moment

  /// A clock that asks `now`.
  package init(now: @escaping @Sendable () -> Moment) { self.now = now }

  /// The clock of the machine.
  package static let system = OfficeClock {
    Moment(milliseconds: Int64((Date().timeIntervalSince1970 * 1_000).rounded(.down)))
  }
}
