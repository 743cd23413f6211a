import ExpressionLanguage
import Registry
import Synchronization

/// A clock that stands where it was set; each look at it takes a millisecond.
final class HandClock: Sendable {
  private let milliseconds: Mutex<Int64>

  init(_ day: CivilDate) { milliseconds = Mutex(HandClock.noon(of: day)) }

  /// Sets it to noon of a day.
  func set(_ day: CivilDate) { milliseconds.withLock { $0 = HandClock.noon(of: day) } }

  /// Lets seconds pass.
  func pass(seconds: Int64) { milliseconds.withLock { $0 += seconds * 1_000 } }

  var moment: OfficeClock.Moment {
    milliseconds.withLock { now in
      now += 1
      return OfficeClock.Moment(milliseconds: now)
    }
  }

  private static func noon(of day: CivilDate) -> Int64 {
    Int64(day.day) * 86_400_000 + 4 * 3_600_000
  }
}
