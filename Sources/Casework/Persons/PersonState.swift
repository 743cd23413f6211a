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
    /// The day on which its end was recorded.
    package var endRecorded: CivilDate?

    /// Whether the person lived there on a day.
    package func covers(_ day: CivilDate) -> Bool {
      residence.from <= day && (last.map { day <= $0 } ?? true)
    }
  }

  /// One identity as it was written down, and since when.
  package struct RecordedIdentity: Hashable, Sendable {
    /// The identity.
    package var identity: Identity
    /// The day on which it was recorded.
    package var recorded: CivilDate
  }

  /// The identities, the corrected ones first.
  package private(set) var identities: [RecordedIdentity] = []
  /// The phone.
  package private(set) var phone: String?
  /// Every registration, in the order of recording; no two of them share a day.
  package private(set) var residences: [RegisteredResidence] = []
  /// The employer now.
  package private(set) var employer: Employer?
  /// The day from which that is so; `nil` where nothing was ever said of an employer.
  package private(set) var employerFrom: CivilDate?
  /// The relatives that have files, and what each is to this person.
  package private(set) var relatives: [ResidentID: FamilyRelation] = [:]
  /// Who may act for this person, and why; whether on a day, `mayBeRepresented` tells.
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

  /// The identity; `nil` in an empty file.
  package var identity: Identity? { identities.last?.identity }

  /// The registration under which the person lives somewhere on a day.
  package func residence(on day: CivilDate) -> RegisteredResidence? {
    residences.first { $0.covers(day) }
  }

  /// Folds an event; `entry` tells the day of recording.
  mutating func apply(_ event: PersonEvent, _ entry: FileEntry) {
    switch event {
    case .registered(let identity, let phone):
      identities.append(RecordedIdentity(identity: identity, recorded: entry.on))
      self.phone = phone
    case .identityCorrected(let identity, _):
      identities.append(RecordedIdentity(identity: identity, recorded: entry.on))
    case .phoneChanged(let phone): self.phone = phone
    case .residenceRegistered(let residence): begin(residence, entry.on)
    case .residenceEnded(let number, let last):
      guard residences.indices.contains(number - 1) else { return }
      residences[number - 1].last = last
      residences[number - 1].endRecorded = entry.on
    case .employerChanged(let employer, let from):
      self.employer = employer
      employerFrom = from
    case .relativeLinked(let relative, let relation): relatives[relative] = relation
    case .relativeUnlinked(let relative, _): relatives[relative] = nil
    case .guardianAppointed(let guardian, let ground): guardians[guardian] = ground
    case .guardianEnded(let guardian, _): guardians[guardian] = nil
    case .wardTaken(let ward, let ground): wards[ward] = ground
    case .wardLeft(let ward): wards[ward] = nil
    case .protectionSet(let isProtected, _): self.isProtected = isProtected
    case .mergedFrom(let duplicate): mergedFrom.append(duplicate)
    case .mergedInto(let survivor): mergedInto = survivor
    }
  }

  /// A registration begins: the one that lasted until then ends the day before, and where a later
  /// one is known, this one ends the day before that.
  private mutating func begin(_ residence: Residence, _ recorded: CivilDate) {
    let before = residence.from.adding(days: -1)
    for index in residences.indices where residences[index].covers(residence.from) {
      residences[index].last = before
      residences[index].endRecorded = recorded
    }
    let next = residences.map(\.residence.from).filter { $0 > residence.from }.min()
    residences.append(
      RegisteredResidence(
        number: residences.count + 1,
        residence: residence,
        last: next.flatMap { $0.adding(days: -1) },
        recorded: recorded,
        endRecorded: next == nil ? nil : recorded
      )
    )
  }
}
