package import ExpressionLanguage

/// What happens to a person: identity, addresses, family, guardians.
package enum PersonEvent: Hashable, Sendable, Codable {
  /// The file was opened.
  case registered(identity: Identity, phone: String?)
  /// What was written down wrongly was put right.
  case identityCorrected(identity: Identity, reason: String)
  case phoneChanged(phone: String?)
  /// A residence registration begins; the one before ends the day before.
  case residenceRegistered(residence: Residence)
  /// The person no longer lives at the address, last on that day.
  case residenceEnded(residence: Int, last: CivilDate)
  /// `nil` where there is none any more.
  case employerChanged(employer: Employer?, from: CivilDate)
  case relativeLinked(relative: ResidentID, relation: FamilyRelation)
  case relativeUnlinked(relative: ResidentID, reason: String)
  /// Somebody may act for this person.
  case guardianAppointed(guardian: ResidentID, ground: GuardianGround)
  case guardianEnded(guardian: ResidentID, reason: String)
  /// This person may act for another.
  case wardTaken(ward: ResidentID, ground: GuardianGround)
  case wardLeft(ward: ResidentID)
  /// The file is found and not read, and is left out of public lists.
  case protectionSet(isProtected: Bool, reason: String)
  /// A second registration of the same person was merged into this file; its history stays there.
  case mergedFrom(duplicate: ResidentID)
  /// This file was merged into another and takes nothing more.
  case mergedInto(survivor: ResidentID)

  /// The name within `person/`.
  var name: String {
    switch self {
    case .registered: "registered"
    case .identityCorrected: "identity-corrected"
    case .phoneChanged: "phone-changed"
    case .residenceRegistered: "residence-registered"
    case .residenceEnded: "residence-ended"
    case .employerChanged: "employer-changed"
    case .relativeLinked: "relative-linked"
    case .relativeUnlinked: "relative-unlinked"
    case .guardianAppointed: "guardian-appointed"
    case .guardianEnded: "guardian-ended"
    case .wardTaken: "ward-taken"
    case .wardLeft: "ward-left"
    case .protectionSet: "protection-set"
    case .mergedFrom: "merged-from"
    case .mergedInto: "merged-into"
    }
  }
}
