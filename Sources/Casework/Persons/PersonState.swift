package import ExpressionLanguage

/// Who a resident is, where they live, whom they belong to.
package struct PersonState: Hashable, Sendable {
  /// One registration with its number and its end.
  package struct RegisteredResidence: Hashable, Sendable {
    /// Its number in the file, from 1.
    package var number: Int
    /// The registration.
    package var residence: Residence
    /// The last day; `nil` while it lasts.
    package var last: CivilDate?
    /// The day on which it was recorded.
    package var recorded: CivilDate
  }

  /// The identity; `nil` in an empty file.
  package private(set) var identity: Identity?
  /// The phone.
  package private(set) var phone: String?
  /// Every registration, in the order of recording.
  package private(set) var residences: [RegisteredResidence] = []
  /// The employer now.
  package private(set) var employer: Employer?
  /// The relatives that have files.
  package private(set) var relatives: [ResidentID: FamilyRelation] = [:]
  /// Who may act for this person, and why.
  package private(set) var guardians: [ResidentID: GuardianGround] = [:]
  /// For whom this person may act, and why.
  package private(set) var wards: [ResidentID: GuardianGround] = [:]
  /// Whether the file is found and not read.
  package private(set) var isProtected = false
  /// The file that took this one in.
  package private(set) var mergedInto: ResidentID?
  /// The files that were merged into this one.
  package private(set) var mergedFrom: [ResidentID] = []

  /// Nobody yet.
  package init() {}

  mutating func apply(_ event: PersonEvent, _ entry: FileEntry) {}
}
