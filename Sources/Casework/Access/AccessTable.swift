import ExpressionLanguage

/// The one table of who may do what: role × relation to the file × purpose.
///
/// What it does not name is refused.
///
/// Three rules stand above it. Nobody who acts for an office touches their own file or that of
/// somebody they are linked to. Whoever acts for an office says which. A protected person's file is
/// found, and worked on where the matter needs it, but read by nobody except that person and a
/// supervisor who protects or corrects it.
package enum AccessTable {
  /// One row: whoever acts as `role` may do each of `actions` to a file of each of `relations`, for
  /// each of `purposes`.
  package struct Row: Hashable, Sendable {
    /// What one acts as.
    package var role: Role
    /// To whose file.
    package var relations: [Relation]
    /// For what.
    package var purposes: [Purpose]
    /// What one may do.
    package var actions: [Action]
  }

  /// The table.
  package static let rows: [Row] = [
    Row(
      role: .resident,
      relations: [.own, .ward],
      purposes: [.ownAffairs],
      actions: [
        .changeContact, .registerResidence, .changeEmployer, .disputeFact, .submit, .supplement,
        .withdrawApplication, .endorse, .reportLoss, .reportDamage, .cancel, .readOwnFile,
        .askEntitlement, .readAccessLog,
      ]
    ),
    // Whoever has no file yet stands to the empty one that they open as anybody else does.
    Row(
      role: .resident,
      relations: [.other],
      purposes: [.ownAffairs],
      actions: [.registerResident]
    ),
    Row(
      role: .employer,
      relations: [.employee],
      purposes: [.casework],
      actions: [.submit, .confirmRelocation]
    ),
    Row(
      role: .clerk,
      relations: [.other],
      purposes: [.casework],
      actions: [
        .registerResident, .changeContact, .registerResidence, .changeEmployer, .linkRelative,
        .appointGuardian, .stateFact, .withdrawFact, .disputeFact, .importFacts, .submit,
        .giveNotice, .supplement, .accept, .declineScope, .withdrawApplication, .askDepartment,
        .confirmRelocation, .issue, .endorse, .reportLoss, .reportDamage, .replaceCard, .cancel,
        .readFile, .search, .readQueue, .askEntitlement,
      ]
    ),
    Row(
      role: .clerk,
      relations: [.other],
      purposes: [.correction],
      actions: [.correctIdentity, .mergeFiles, .readFile, .search]
    ),
    Row(
      role: .reviewer,
      relations: [.other],
      purposes: [.casework],
      actions: [
        .askDepartment, .extendTerm, .approve, .refuse, .issue, .endorse, .refuseEndorsement,
        .cancel, .proposeConfiscation, .confirmConfiscation, .readFile, .search, .readQueue,
        .readStatistics, .askEntitlement,
      ]
    ),
    Row(
      role: .supervisor,
      relations: [.other],
      purposes: [.casework],
      actions: [
        .linkRelative, .appointGuardian, .extendTerm, .proposeConfiscation, .confirmConfiscation,
        .readFile, .search, .readQueue, .readStatistics, .askEntitlement,
      ]
    ),
    Row(
      role: .supervisor,
      relations: [.other],
      purposes: [.correction],
      actions: [
        .correctIdentity, .linkRelative, .appointGuardian, .mergeFiles, .withdrawFact,
        .answerDispute, .cancel, .restore, .readFile, .search,
      ]
    ),
    Row(
      role: .supervisor,
      relations: [.other],
      purposes: [.dataProtection],
      actions: [.protectPerson, .destroyPerson, .readFile, .search, .readAccessLog]
    ),
    Row(
      role: .department,
      relations: [.other],
      purposes: [.verification],
      actions: [
        .stateFact, .withdrawFact, .answerDispute, .answerCheck, .importFacts, .readQueue,
      ]
    ),
    Row(
      role: .agency,
      relations: [.other],
      purposes: [.service],
      actions: [.askEntitlement]
    ),
    Row(
      role: .policyOfficer,
      relations: [.other],
      purposes: [.casework],
      actions: [.readStatistics]
    ),
    Row(
      role: .publisher,
      relations: [.other],
      purposes: [.casework],
      actions: [.readStatistics]
    ),
    Row(
      role: .auditor,
      relations: [.other],
      purposes: [.audit],
      actions: [
        .readFile, .search, .readQueue, .readStatistics, .readAccessLog, .askEntitlement,
      ]
    ),
    Row(
      role: .system,
      relations: [.other],
      purposes: [.dayWork],
      actions: [.dayWork]
    ),
  ]

  /// Whether a row allows it.
  ///
  /// - Complexity: O(*n*) in the table.
  package static func allows(
    _ action: Action,
    _ role: Role,
    _ relation: Relation,
    _ purpose: Purpose
  ) -> Bool {
    rows.contains {
      $0.role == role && $0.relations.contains(relation) && $0.purposes.contains(purpose)
        && $0.actions.contains(action)
    }
  }

  /// Refuses what the table does not allow.
  ///
  /// - Throws: `Rejection` `own-file`, `relatives-file`, `no-office`, `not-allowed` or
  ///   `protected-file`.
  package static func check(
    _ action: Action,
    on file: ResidentFile,
    at desk: Desk
  ) throws(Rejection) {
    let asker = desk.actor
    let relation = Relation.of(desk, file)
    if asker.role != .resident {
      switch relation {
      case .own: throw .ownFile
      case .ward, .relative: throw .relativesFile
      case .employee, .other: break
      }
      let isNowhere = asker.office.allSatisfy(\.isWhitespace)
      if asker.role != .system, isNowhere { throw .noOffice }
    }
    guard allows(action, asker.role, relation, desk.purpose) else {
      if relation == .relative, allows(action, .resident, .ward, desk.purpose) { throw .notActing }
      throw .notAllowed(action, asker.role, purposes(action, asker.role, relation))
    }
    if file.person.isProtected, !mayRead(action, relation, desk) { throw .protectedFile }
  }

  /// For what else somebody may do the same to the same file.
  private static func purposes(
    _ action: Action,
    _ role: Role,
    _ relation: Relation
  ) -> [Purpose] {
    Purpose.allCases.filter { allows(action, role, relation, $0) }
  }

  /// Whether an action reads nothing of a protected file, or the one who asks may read it.
  ///
  /// A guardian may not: it can be the guardian from whom the person is protected.
  private static func mayRead(_ action: Action, _ relation: Relation, _ desk: Desk) -> Bool {
    switch action {
    case .readFile, .readOwnFile, .readAccessLog:
      if desk.actor.role == .resident { return relation == .own }
      let isForProtection = [.dataProtection, .correction].contains(desk.purpose)
      return desk.actor.role == .supervisor && isForProtection
    default: return true
    }
  }
}
