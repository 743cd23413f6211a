/// How often a name was tried in vain, and until when it waits.
///
/// A try counts as wrong as soon as it is let through, before anybody knows; whatever many tries
/// run at once, no more are let through than one after the other would be.
struct Lockout: Hashable, Sendable {
  /// So many wrong tries within `window` make the name wait.
  static let mostFailures = 5
  static let window: Int64 = 15 * .minute
  /// How long it waits the first time, the second, …; the last holds for all that follow.
  static let delays: [Int64] = [1 * .minute, 5 * .minute, 15 * .minute, 1 * .hour]
  /// After so long without a wrong try it begins anew.
  static let memory: Int64 = 1 * .day

  /// The moments of the last wrong tries.
  var failures: [Int64] = []
  /// How many wrong tries there were since the last success.
  var total = 0
  /// How many waits there were since the last success.
  var level = 0
  /// Until when it waits.
  var until: Int64 = 0
  /// The last try's number, drawn at random: one from before a success is no one's later.
  var number: Int64 = 0
  /// The try that raised the present wait.
  var raisedBy: Int64 = 0
  /// The last try's moment.
  var last: Int64 = 0

  /// Until when it waits, if it does.
  ///
  /// A clock that was set back makes nobody wait longer than the longest wait.
  func wait(at now: Int64) -> Int64? {
    let until = min(until, now + (Self.delays.last ?? 0))
    return now < until ? until : nil
  }

  /// Counts a try; call only where `wait` is `nil`.
  mutating func count(at now: Int64) {
    if now - last > Self.memory { level = 0 }
    failures.removeAll { $0 <= now - Self.window || $0 > now }
    failures = failures.suffix(Self.mostFailures - 1) + [now]
    total += 1
    number = .random(in: 1 ... .max)
    last = now
    if level > 0 || failures.count >= Self.mostFailures {
      until = now + Self.delays[min(level, Self.delays.count - 1)]
      level += 1
      raisedBy = number
    }
  }

  /// Takes a try back that turned out right but does not let in by itself.
  ///
  /// It makes good nothing else: who knows the password must not be free to guess codes.
  mutating func withdraw(_ counted: Int64, at moment: Int64) {
    if let place = failures.lastIndex(of: moment) { failures.remove(at: place) }
    total = max(0, total - 1)
    if raisedBy == counted {
      until = 0
      level -= 1
      raisedBy = 0
    }
  }
}
