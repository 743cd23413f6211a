package import ExpressionLanguage
import Policy
package import Scoring

extension ResidentFile {
  /// What is known of the person on a day, true on that day, typed by the dictionaries, each with
  /// its provenance: what `Scoring` gets.
  ///
  /// What casework itself knows comes from the file: birth date and sex from the identity number,
  /// residence registrations, the state of the permit, the basis of an application. A statement
  /// that the dictionary in force cannot read is unknown, never wrong. A disputed fact counts until
  /// it is answered, because its source's word is the only one there is and a dispute alone must
  /// not undo it; its source then says that it is disputed.
  ///
  /// - Parameters:
  ///   - day: The legal date.
  ///   - known: The day on which it must have been known; `day` where it is the same.
  ///   - basis: The basis of the application in hand, if any.
  ///   - permitState: Taken for the permit's state instead of the file's: `none` asks whether the
  ///     person would be given a permit.
  ///   - law: The measures in force, whose dictionaries type the facts.
  /// - Returns: The facts; what nobody stated is unknown.
  /// - Complexity: O(*n*) in what the file holds and the dictionaries declare.
  package func facts(
    on day: CivilDate,
    known: CivilDate? = nil,
    basis: Basis? = nil,
    permitState: String? = nil,
    by law: OfficeLaw
  ) -> Facts {
    let known = known ?? day
    var sheet = FactSheetOfFile(law)
    for (fact, item) in facts.standing(on: day, known: known)
    where CaseworkFacts.own[fact] == nil {
      var source = item.statement.source
      if let dispute = item.dispute, dispute.on <= known { source += " (disputed)" }
      let provenance = Provenance(source: source, asOf: item.statement.asOf.description)
      sheet.set(fact, item.statement.content, provenance)
    }
    setIdentity(&sheet, known)
    setResidences(&sheet, known)
    let permit = permits.all.last { $0.issued <= day }
    sheet.set(
      CaseworkFacts.permitState,
      .value(text: permitState ?? permit?.state(on: day).word ?? "none"),
      Provenance(source: CaseworkFacts.Source.permitFile, asOf: day.description)
    )
    if let basis {
      sheet.set(
        CaseworkFacts.basis,
        .value(text: basis.rawValue),
        Provenance(source: CaseworkFacts.Source.application, asOf: day.description)
      )
    }
    return sheet.facts
  }

  private func setIdentity(_ sheet: inout FactSheetOfFile, _ known: CivilDate) {
    guard let recorded = person.identities.last(where: { $0.recorded <= known }) else { return }
    let identity = recorded.identity
    let provenance = Provenance(
      source: CaseworkFacts.Source.identityCard,
      asOf: recorded.recorded.description
    )
    let birth = identity.number.birthDate.description
    sheet.set(CaseworkFacts.birthDate, .value(text: birth), provenance)
    let sex = identity.number.isMale ? "male" : "female"
    sheet.set(CaseworkFacts.sex, .value(text: sex), provenance)
    let place = identity.householdPlace
    if !place.isEmpty, !sheet.has(CaseworkFacts.householdPlace) {
      sheet.set(CaseworkFacts.householdPlace, .value(text: place), provenance)
    }
  }

  /// The registrations known on a day.
  ///
  /// The office keeps them itself, so that where there are none it is known that there are none.
  private func setResidences(_ sheet: inout FactSheetOfFile, _ known: CivilDate) {
    let spells = person.residences.filter { $0.recorded <= known }
      .map { residence in
        let isEndKnown = residence.endRecorded.map { $0 <= known } ?? false
        return ResidenceSpell(
          from: residence.residence.from,
          to: isEndKnown ? residence.last : nil,
          place: residence.residence.place
        )
      }
      .filter { spell in spell.to.map { spell.from <= $0 } ?? true }
      .sorted { $0.from < $1.from }
    let rows = ResidenceSpell.atMost(sheet.most(CaseworkFacts.residenceRegistrations), spells)
    sheet.set(
      CaseworkFacts.residenceRegistrations,
      .records(rows: rows.map(\.row)),
      Provenance(source: CaseworkFacts.Source.residenceRegister, asOf: known.description)
    )
  }
}

extension Permit.State {
  /// The dictionary's word: what was taken back is no longer there, like what was cancelled.
  fileprivate var word: String {
    switch self {
    case .active, .suspended, .cancelled: rawValue
    case .confiscated: Permit.State.cancelled.rawValue
    }
  }
}

/// One time of living in one place, as the dictionary records it.
private struct ResidenceSpell {
  var from: CivilDate
  var to: CivilDate?
  var place: String

  var row: [String: String] {
    [
      "from": from.description, "to": to?.description ?? "none",
      CaseworkFacts.residencePlace: place,
    ]
  }

  /// Joins addresses of one place that follow each other, where there are more than a dictionary
  /// takes: it tells places apart, not addresses.
  static func atMost(_ most: Int, _ spells: [ResidenceSpell]) -> [ResidenceSpell] {
    if spells.count <= most { return spells }
    var joined: [ResidenceSpell] = []
    for spell in spells {
      if let last = joined.last, last.place == spell.place,
        last.to?.adding(days: 1) == spell.from
      {
        joined[joined.count - 1].to = spell.to
      } else {
        joined.append(spell)
      }
    }
    return joined
  }
}

/// The facts of one file as they are filled in.
private struct FactSheetOfFile {
  private let law: OfficeLaw
  private let places: OfficeLaw.FactPlaces
  private(set) var facts: Facts
  private var given: Set<String> = []

  init(_ law: OfficeLaw) {
    self.law = law
    places = law.factPlaces
    let model = law.assessor.set.model
    facts = Facts(factCount: model.facts.count, recordsCount: model.records.count)
  }

  /// Whether a fact is known already.
  func has(_ fact: String) -> Bool { given.contains(fact) }

  /// How many records of a kind the dictionary takes.
  func most(_ kind: String) -> Int {
    places.records[kind].map { law.assessor.set.model.records[$0].most } ?? .max
  }

  /// Sets a fact if the dictionary in force can read it.
  mutating func set(_ fact: String, _ content: FactContent, _ provenance: Provenance) {
    guard let typed = try? law.typed(content, of: fact, places) else { return }
    given.insert(fact)
    switch typed {
    case .value(let index, let value):
      facts.values[index] = value
      facts.provenance[.fact(index)] = provenance
    case .records(let index, let rows):
      facts.records[index] = .known(rows)
      facts.provenance[.records(index)] = provenance
    }
  }
}
