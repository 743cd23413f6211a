import Policy

/// How whoever asks stands to the file that they ask about.
package enum Relation: String, CaseIterable, Hashable, Sendable {
  /// It is their own.
  case own
  /// They may act for its owner on the day: a guardian or close relative whom the office has
  /// appointed (Reg. Art. 9).
  case ward
  /// They are linked to its owner otherwise: by family, or as a guardian who may no longer act.
  case relative
  /// Its owner works for them.
  case employee
  /// None that the office knows of.
  case other

  /// The relation of the actor at a desk to a file.
  package static func of(_ desk: Desk, _ file: ResidentFile) -> Relation {
    let asker = desk.actor
    if let own = asker.resident {
      let selves = desk.files(of: own)
      let isOwn = selves.contains(file.id) || !selves.isDisjoint(with: file.person.mergedFrom)
      if isOwn { return .own }
      if let ground = file.person.guardians[own] {
        let isMerged = desk.files[own]?.person.mergedInto != nil
        let mayAct = file.mayBeRepresented(on: ground, on: desk.today, by: desk.law)
        return mayAct && !isMerged ? .ward : .relative
      }
      let person = file.person
      let isLinked = selves.contains { one in
        person.relatives[one] != nil || person.wards[one] != nil || person.guardians[one] != nil
      }
      if isLinked { return .relative }
    }
    if asker.role == .employer, !asker.office.isEmpty,
      file.person.employer?.code == asker.office
    {
      return .employee
    }
    return .other
  }
}

extension Desk {
  /// The file of a person and, where it was merged into another, the one that took it in: a person
  /// who was registered twice is still one, and links are made to the file that stays.
  func files(of resident: ResidentID) -> Set<ResidentID> {
    var selves: Set = [resident]
    var last = resident
    while let next = files[last]?.person.mergedInto, selves.insert(next).inserted { last = next }
    return selves
  }
}
