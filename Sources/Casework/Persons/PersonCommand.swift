package import ExpressionLanguage

/// What can be asked about a person.
package enum PersonCommand: Hashable, Sendable, Codable {
  /// Opens a file.
  case register(identity: Identity, phone: String?)
  case correctIdentity(identity: Identity, reason: String)
  case changePhone(phone: String?)
  /// 居住登记; also a change of address inside the area.
  case registerResidence(residence: Residence)
  /// Moving away from an address; `residence` is its number in the file.
  case endResidence(residence: Int, last: CivilDate)
  case changeEmployer(employer: Employer?, from: CivilDate)
  case linkRelative(relative: ResidentID, relation: FamilyRelation)
  case unlinkRelative(relative: ResidentID, reason: String)
  case appointGuardian(guardian: ResidentID, ground: GuardianGround)
  case endGuardian(guardian: ResidentID, reason: String)
  case protect(reason: String)
  case unprotect(reason: String)
  /// Merges another file of the same person into this one.
  case merge(duplicate: ResidentID)

  var action: Action {
    switch self {
    case .register: .registerResident
    case .correctIdentity: .correctIdentity
    case .changePhone: .changeContact
    case .registerResidence, .endResidence: .registerResidence
    case .changeEmployer: .changeEmployer
    case .linkRelative, .unlinkRelative: .linkRelative
    case .appointGuardian, .endGuardian: .appointGuardian
    case .protect, .unprotect: .protectPerson
    case .merge: .mergeFiles
    }
  }

  /// The other files that it names.
  var otherFiles: [ResidentID] {
    switch self {
    case .linkRelative(let other, _), .unlinkRelative(let other, _),
      .appointGuardian(let other, _), .endGuardian(let other, _), .merge(let other):
      [other]
    default: []
    }
  }
}
