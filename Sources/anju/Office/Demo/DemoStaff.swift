import Casework
import ExpressionLanguage
import WebService

/// Who works in the demo's office.
enum DemoStaff {
  static let clerk = Actor(account: "demo-clerk", role: .clerk, office: "window 1")
  static let secondClerk = Actor(account: "demo-clerk-2", role: .clerk, office: "window 2")
  static let reviewer = Actor(account: "demo-reviewer", role: .reviewer, office: "permits")
  static let secondReviewer = Actor(account: "demo-reviewer-2", role: .reviewer, office: "permits")
  static let supervisor = Actor(account: "demo-supervisor", role: .supervisor, office: "permits")
  static let auditor = Actor(account: "demo-auditor", role: .auditor, office: "audit")

  /// What its offices are called, which are nobody's: each name says so.
  static let offices: OfficeNames = [
    "window 1": Bilingual("Rongdong permit window (made up)", "容东居住证窗口（演示虚构）"),
    "window 2": Bilingual("Rongxi permit window (made up)", "容西居住证窗口（演示虚构）"),
    "permits": Bilingual("Permit review section (made up)", "居住证审核科（演示虚构）"),
    "audit": Bilingual("Audit office (made up)", "审计室（演示虚构）"),
    "policy": Bilingual("Policy section (made up)", "政策科（演示虚构）"),
    "publication": Bilingual("Publication section (made up)", "发布科（演示虚构）"),
    unit.office: Bilingual("A relocated unit (made up)", "某疏解单位（演示虚构）"),
  ]

  /// A department, by the dictionary.
  static func department(_ name: String) -> Actor {
    Actor(account: "demo \(name)", role: .department, office: name)
  }

  /// The relocated unit; its code checks out, and no district has the code in it.
  static let unit = Actor(account: "demo-unit", role: .employer, office: "91139999MA0DEMX01J")
}
