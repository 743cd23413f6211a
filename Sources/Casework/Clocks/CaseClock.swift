package import ExpressionLanguage

/// One term that runs: days used and left, since when, why it stands still, and what happens when
/// it runs out.
package struct CaseClock: Hashable, Sendable {
  /// What it is for, a stable name such as `issue`.
  package var id: String
  /// What it is for.
  package var name: Bilingual
  /// Whose turn it is: the queue that it belongs to.
  package var waitsFor: Role
  /// The application, where it is one's.
  package var application: Int?
  /// The day after which it counts.
  package var since: CivilDate
  /// The last day; `nil` while it stands still.
  package var due: DueDate?
  /// Days used, in the unit of the term.
  package var used: Int
  /// Days left, negative when overdue; `nil` while it stands still.
  package var left: Int?
  /// Whether days are working days.
  package var isWorkingDays: Bool
  /// Why it stands still; `nil` while it runs.
  package var paused: Bilingual?
  /// What happens when it runs out.
  package var atEnd: Bilingual
  /// The article.
  package var citation: Citation
}

extension ResidentFile {
  /// Every term that runs on a day, the nearest end first.
  package func clocks(on day: CivilDate, by law: OfficeLaw) -> [CaseClock] {
    (applicationClocks(on: day, by: law) + permitClocks(on: day, by: law)
      + factClocks(on: day, by: law))
      .sorted { ($0.due?.day ?? .latest, $0.id) < ($1.due?.day ?? .latest, $1.id) }
  }
}
