import Casework
import ExpressionLanguage

/// What those may do today who have no queue: policy officers, publishers, employers.
enum LandingPage {
  struct View: Sendable {
    let role: String
    let mayCount: Bool
    let isEmployer: Bool
    let isPolicy: Bool
  }

  static func show(_ visit: Visit) throws -> Reply {
    let role = try visit.actor.role
    let mayCount = try !visit.purposes(for: .readStatistics).isEmpty
    return try visit.page(
      "desk/landing",
      title: Bilingual("Desk", "工作台"),
      View(
        role: visit.say(role.label),
        mayCount: mayCount,
        isEmployer: role == .employer,
        isPolicy: role == .policyOfficer || role == .publisher
      )
    )
  }
}
