import Casework

/// Who works in the demo's office.
enum DemoStaff {
  static let clerk = Actor(account: "demo-clerk", role: .clerk, office: "容东片区受理窗口")
  static let secondClerk = Actor(account: "demo-clerk-2", role: .clerk, office: "容西片区受理窗口")
  static let reviewer = Actor(account: "demo-reviewer", role: .reviewer, office: "居住证审核科")
  static let secondReviewer = Actor(account: "demo-reviewer-2", role: .reviewer, office: "居住证审核科")
  static let supervisor = Actor(account: "demo-supervisor", role: .supervisor, office: "居住证审核科")
  static let auditor = Actor(account: "demo-auditor", role: .auditor, office: "审计监督室")

  /// A department, by the dictionary.
  static func department(_ name: String) -> Actor {
    Actor(account: "demo \(name)", role: .department, office: name)
  }

  /// The relocated unit.
  static let unit = Actor(account: "demo-unit", role: .employer, office: "demo-unit")
}
