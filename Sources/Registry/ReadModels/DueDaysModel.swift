import Casework
import EventStore
import ExpressionLanguage

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

  static func areAlike(_ before: ResidentFile, _ after: ResidentFile) -> Bool { false }

  static func rows(of view: FileOnDay, _ index: BlindIndex) -> [ReadRow] {
    guard let day = nextDay(of: view) else { return [] }
    return [ReadRow(table, [.text(view.file.id.text), .text(day.description)])]
  }

  /// The first day from that of the file on which the day's work would make something happen.
  ///
  /// What is due stays due until the end of its term, so the first such day is found by halving.
  private static func nextDay(of view: FileOnDay) -> CivilDate? {
    if view.file.person.mergedInto != nil { return nil }
    for end in ends(of: view) where isDue(view, on: end) {
      var (low, high) = (Int(view.day.day), end)
      while low < high {
        let middle = (low + high) / 2
        if isDue(view, on: middle) { high = middle } else { low = middle + 1 }
      }
      return CivilDate(day: low)
    }
    return nil
  }

  /// The last day of each term that runs, on which reminders of it are due, and the day after it,
  /// on which what follows is; none before the day of the file.
  private static func ends(of view: FileOnDay) -> [Int] {
    var days = Set<Int>()
    let dues = view.file.clocks(on: view.day, by: view.law).compactMap { $0.due?.day }
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
