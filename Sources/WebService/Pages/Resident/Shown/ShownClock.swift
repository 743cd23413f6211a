import Casework
import ExpressionLanguage

/// A term that runs, on a page.
struct ShownClock: Sendable {
  let words: String
  /// What is left, in words; empty while it stands still.
  let left: String
  let used: String
  let due: ShownDay?
  /// Whether the last day was counted past the published working days.
  let isProvisional: Bool
  /// Why it stands still.
  let paused: String?
  let atEnd: String
  let cited: ShownArticle
  /// How much of it is used, in hundredths.
  let share: Int
  let isSoon: Bool
  let isOverdue: Bool
  let isRunning: Bool

  init(_ clock: CaseClock, _ mine: MyFile) {
    let visit = mine.visit
    func days(_ count: Int) -> String { visit.say(clock.length(count)) }
    words = visit.say(clock.name).capitalised
    used = days(max(0, clock.used))
    left = clock.left.map { days($0.magnitude.int) } ?? ""
    due = clock.due.map { ShownDay($0.day, visit) }
    isProvisional = clock.due?.isProvisional ?? false
    paused = clock.paused.map { visit.say($0).capitalised }
    atEnd = visit.say(clock.atEnd).capitalised
    cited = mine.cited(clock.citation)
    let rest = clock.left ?? 0
    let whole = max(0, clock.used) + max(0, rest)
    share = whole == 0 ? 100 : max(0, clock.used) * 100 / whole
    isOverdue = rest < 0
    isRunning = clock.paused == nil
    isSoon = isRunning && !isOverdue && clock.left != nil && share >= 90
  }
}

extension UInt {
  /// The number, or the greatest that an `Int` holds.
  var int: Int { Int(clamping: self) }
}
