import Casework
import EventStore
import ExpressionLanguage
import Synchronization

/// The next day on which the day's work has something to do on a file.
enum DueDaysModel: FileModel {
  static let table = ReadTable("due_days", key: ["resident"], ["day"])

  static let schema = [
    """
    CREATE TABLE due_days (
      resident TEXT NOT NULL PRIMARY KEY,
      day TEXT NOT NULL
    )
    """,
    "CREATE INDEX due_days_day ON due_days (day, resident)",
  ]

  static func rows(of view: FileOnDay, _ index: BlindIndex) -> [ReadRow] {
    guard let day = nextDay(of: view) else { return [] }
    return [ReadRow(table, [.text(view.file.id.text), .text(day.description)])]
  }

  /// The first day from that of the file on which the day's work would make something happen.
  private static func nextDay(of view: FileOnDay) -> CivilDate? {
    if view.file.person.mergedInto != nil { return nil }
    for end in ends(of: view) where isDue(view, on: end) {
      return CivilDate(day: firstDay(of: view, before: end))
    }
    return nil
  }

  /// How long before its end the last one that was looked for fell due.
  ///
  /// There the next search begins; it ends at the same day wherever it begins.
  private static let lead = Atomic<Int>(30)

  /// The first day on which something is due that is due on a day.
  ///
  /// What is due stays due until the end of its term, so it is found by ever longer steps from a
  /// guess, and then by halving.
  private static func firstDay(of view: FileOnDay, before end: Int) -> Int {
    var (low, high) = (Int(view.day.day), end)
    var (guess, step) = (end - lead.load(ordering: .relaxed), 1)
    while low < high {
      let middle = low..<high ~= guess ? guess : (low + high) / 2
      if isDue(view, on: middle) {
        high = middle
        guess = middle - step
      } else {
        low = middle + 1
        guess = middle + step
      }
      step *= 2
    }
    lead.store(end - low, ordering: .relaxed)
    return low
  }

  /// The last day of each term that runs, on which reminders of it are due, and the day after it,
  /// on which what follows is; none before the day of the file.
  private static func ends(of view: FileOnDay) -> [Int] {
    var days = Set<Int>()
    let dues = view.clocks.compactMap { $0.due?.day }
    for due in dues + [view.file.permits.live?.endorsementDue].compactMap(\.self) {
      days.formUnion([Int(due.day), Int(due.day) + 1].map { max($0, Int(view.day.day)) })
    }
    return days.sorted()
  }

  private static func isDue(_ view: FileOnDay, on day: Int) -> Bool {
    guard let today = CivilDate(day: day), let law = try? view.laws.law(on: today) else {
      return false
    }
    let desk = Desk(actor: .system, purpose: .dayWork, today: today, law: law)
    // What is rejected is due: the day's work reports it.
    guard let decided = try? view.file.decide(.dayWork, at: desk) else { return true }
    return !decided.events.isEmpty || !decided.others.isEmpty
  }
}
