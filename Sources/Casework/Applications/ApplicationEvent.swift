package import ExpressionLanguage

/// What happens to an application; `number` is its number in the file.
package enum ApplicationEvent: Hashable, Sendable, Codable {
  /// Handed in; the receipt goes out at once.
  case submitted(basis: Basis, medium: Medium, papers: [String], actedFor: ResidentID?)
  case noticeGiven(number: Int, notice: OneTimeNotice)
  case supplemented(number: Int, papers: [String])
  /// `since` is the day from which the term counts: where it is deemed, the day on which the papers
  /// came in.
  case accepted(number: Int, since: CivilDate, isDeemed: Bool)
  /// Not in the office's scope: the reason and the right office.
  case declined(number: Int, reason: String, rightOffice: String)
  case withdrawn(number: Int)
  /// Nobody answered the notice by `due`.
  case closedUnfinished(number: Int, due: CivilDate)
  case departmentAsked(number: Int, check: DepartmentCheck)
  case checkAnswered(number: Int, department: String)
  case relocationConfirmed(number: Int, isConfirmed: Bool, unit: String)
  case termExtended(number: Int, reason: String)
  case decided(number: Int, decision: ApplicationDecision)

  /// The application that it happens to; `nil` for one that is handed in, which is a new one.
  package var number: Int? {
    switch self {
    case .submitted: nil
    case .noticeGiven(let number, _), .supplemented(let number, _), .accepted(let number, _, _),
      .declined(let number, _, _), .withdrawn(let number), .closedUnfinished(let number, _),
      .departmentAsked(let number, _), .checkAnswered(let number, _),
      .relocationConfirmed(let number, _, _), .termExtended(let number, _),
      .decided(let number, _):
      number
    }
  }

  /// The name within `application/`.
  var name: String {
    switch self {
    case .submitted: "submitted"
    case .noticeGiven: "notice-given"
    case .supplemented: "supplemented"
    case .accepted: "accepted"
    case .declined: "declined"
    case .withdrawn: "withdrawn"
    case .closedUnfinished: "closed-unfinished"
    case .departmentAsked: "department-asked"
    case .checkAnswered: "check-answered"
    case .relocationConfirmed: "relocation-confirmed"
    case .termExtended: "term-extended"
    case .decided: "decided"
    }
  }
}
