import Casework

extension Actor {
  static let clerk = Actor(account: "clerk-1", role: .clerk, office: "window 1")
  static let reviewer = Actor(account: "reviewer-1", role: .reviewer, office: "permits")
  static let secondReviewer = Actor(account: "reviewer-2", role: .reviewer, office: "permits")
  static let supervisor = Actor(account: "supervisor-1", role: .supervisor, office: "permits")
  static let auditor = Actor(account: "auditor-1", role: .auditor, office: "audit")
  static let agency = Actor(account: "agency-1", role: .agency, office: "a school")

  static func department(_ name: String) -> Actor {
    Actor(account: "\(name)-1", role: .department, office: name)
  }

  static func resident(_ id: ResidentID) -> Actor {
    Actor(account: "resident-\(id.text)", role: .resident, resident: id)
  }
}
