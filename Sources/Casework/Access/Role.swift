/// What somebody acts as.
package enum Role: String, CaseIterable, Hashable, Sendable, Codable {
  /// 居民: for themselves, or as a guardian or close relative for another.
  case resident
  /// 用人单位: for its staff, and the relocated unit that confirms them.
  case employer
  /// 窗口.
  case clerk
  /// 审核: the officer who approves or refuses.
  case reviewer
  /// 主管: who mends what the office did in error.
  case supervisor
  /// A department that states facts: 核验部门.
  case department
  /// 政策.
  case policyOfficer = "policy officer"
  /// 发布.
  case publisher
  /// 审计: reads everything, changes nothing.
  case auditor
  /// 用证单位: asks whether a holder may have a service.
  case agency
  /// Time itself: the day's work.
  case system

  /// Whether it is one of the office's own people.
  package var isStaff: Bool {
    switch self {
    case .clerk, .reviewer, .supervisor, .policyOfficer, .publisher, .auditor: true
    case .resident, .employer, .department, .agency, .system: false
    }
  }
}

/// What something is done or read for; every access states one.
package enum Purpose: String, CaseIterable, Hashable, Sendable, Codable {
  /// One's own affairs, or a ward's.
  case ownAffairs = "own affairs"
  /// A case in hand.
  case casework
  /// Stating or checking a fact.
  case verification
  /// Giving a service.
  case service
  /// Mending an error of the office.
  case correction
  /// Scrutiny.
  case audit
  /// The day's work.
  case dayWork = "day work"
  /// Protecting or destroying a person's data.
  case dataProtection = "data protection"
}

/// Who asks.
package struct Actor: Hashable, Sendable, Codable {
  /// The account, an opaque name.
  package var account: String
  /// What it acts as.
  package var role: Role
  /// The office, department or employer that it belongs to; empty for residents.
  package var office: String
  /// The file of the actor as a person, if there is one: nobody decides on their own.
  package var resident: ResidentID?

  /// Creates an actor.
  package init(account: String, role: Role, office: String = "", resident: ResidentID? = nil) {
    self.account = account
    self.role = role
    self.office = office
    self.resident = resident
  }

  /// The system itself, on the day's work.
  package static let system = Actor(account: "system", role: .system)

  /// The actor as entries keep it.
  package var hand: Hand { Hand(account: account, role: role, office: office) }
}
