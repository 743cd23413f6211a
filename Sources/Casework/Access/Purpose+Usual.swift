extension Purpose {
  /// What a role usually does something for.
  package static func usual(of role: Role, for action: Action) -> Purpose {
    switch role {
    case .resident: .ownAffairs
    case .department: .verification
    case .agency: .service
    case .auditor: .audit
    case .system: .dayWork
    case .employer, .clerk, .reviewer, .supervisor, .policyOfficer, .publisher:
      switch action {
      case .correctIdentity, .mergeFiles, .restore: .correction
      case .protectPerson, .destroyPerson: .dataProtection
      default: .casework
      }
    }
  }
}
