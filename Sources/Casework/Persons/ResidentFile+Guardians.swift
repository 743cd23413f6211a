package import ExpressionLanguage
import Policy

/// Who may act for somebody else: guardians and close relatives that the office has appointed, for
/// those under sixteen and for those who move with difficulty (Reg. Art. 9).
extension ResidentFile {
  /// Whether the owner of this file may act for another on a day.
  ///
  /// A minor's guardian may no longer from the day on which the measure finds the minor old enough,
  /// nor the guardian of a person who no longer moves with difficulty: nothing has to be recorded
  /// for that. A file that was merged into another acts for nobody.
  package func mayAct(for ward: ResidentFile, on day: CivilDate, by law: OfficeLaw) -> Bool {
    guard person.mergedInto == nil, ward.person.mergedInto == nil,
      let ground = ward.person.guardians[id]
    else { return false }
    return ward.mayBeRepresented(on: ground, on: day, by: law)
  }

  /// Whether somebody may act for this person on a ground, on a day.
  func mayBeRepresented(
    on ground: GuardianGround,
    on day: CivilDate,
    by law: OfficeLaw
  ) -> Bool {
    switch ground {
    case .minor:
      guard let birth = person.identity?.number.birthDate else { return false }
      return law.isUnderAgeOfActing(birth, on: day)
    case .limitedMobility:
      return law.truth(facts.standing(CaseworkFacts.limitedMobility, on: day)) == true
    }
  }

  func appoint(
    _ guardian: ResidentID,
    _ ground: GuardianGround,
    _ desk: Desk
  ) throws(Rejection) -> Decided {
    let other = try otherFile(guardian, desk)
    if person.guardians[guardian] == ground { return Decided([]) }
    guard mayBeRepresented(on: ground, on: desk.today, by: desk.law) else {
      throw ground == .minor ? .notAMinor : .mobilityNotKnown
    }
    if other.person.isProtected { throw .guardianIsProtected }
    let birth = other.person.identity?.number.birthDate
    let isAdult = birth.map { $0.fullYears(on: desk.today) >= ResidentFile.majority } ?? false
    guard isAdult else { throw .guardianNotAdult }
    return Decided(
      [.person(.guardianAppointed(guardian: guardian, ground: ground))],
      others: [FileEvents(guardian, [.person(.wardTaken(ward: id, ground: ground))])]
    )
  }

  func end(
    _ guardian: ResidentID,
    _ reason: String,
    _ desk: Desk
  ) throws(Rejection) -> Decided {
    let reason = try PlainLine.reason(reason)
    guard person.guardians[guardian] != nil else { throw .notAGuardian }
    let other = try otherFile(guardian, desk)
    let isMutual = other.person.wards[id] != nil
    return Decided(
      [.person(.guardianEnded(guardian: guardian, reason: reason))],
      others: isMutual ? [FileEvents(guardian, [.person(.wardLeft(ward: id))])] : []
    )
  }

  /// From what age one is an adult, by article 17 of the Civil Code.
  private static let majority = 18
}

extension CivilDate {
  /// The years that are full on a day, counted from this birth date; full on the birthday itself.
  func fullYears(on day: CivilDate) -> Int {
    let (birth, now) = (parts, day.parts)
    let isBefore = (now.month, now.day) < (birth.month, birth.day)
    return now.year - birth.year - (isBefore ? 1 : 0)
  }
}

extension Rejection {
  fileprivate static var notAMinor: Rejection {
    Rejection(
      "not-a-minor",
      Bilingual("the person is not under 16 years of age", "当事人已满16周岁"),
      citing: [Citation.regulations],
      remedy: Bilingual(
        "the person acts alone, or moves with difficulty and is represented on that ground",
        "由本人办理；行动不便的，可以按该情形由他人代办"
      )
    )
  }

  fileprivate static var mobilityNotKnown: Rejection {
    Rejection(
      "mobility-not-known",
      Bilingual(
        "it is not on file that the person moves with difficulty",
        "档案中没有当事人行动不便的核验数据"
      ),
      citing: [Citation.regulations],
      remedy: Bilingual("state that fact first", "请先登记该项核验数据")
    )
  }

  fileprivate static var guardianNotAdult: Rejection {
    Rejection(
      "guardian-not-adult",
      Bilingual("whoever acts for another is an adult", "代办人应当为成年人"),
      remedy: Bilingual("name an adult", "请指明成年人")
    )
  }

  fileprivate static var guardianIsProtected: Rejection {
    Rejection(
      "guardian-protected",
      Bilingual(
        "that file is protected, and links to it would show",
        "该档案受保护，建立关联会使其显露"
      ),
      remedy: Bilingual("ask a supervisor", "请联系主管")
    )
  }

  fileprivate static var notAGuardian: Rejection {
    Rejection(
      "not-a-guardian",
      Bilingual("that person does not act for this one", "该人不是当事人的代办人"),
      remedy: Bilingual("nothing needs to be done", "无需办理")
    )
  }
}

extension Citation {
  fileprivate static let regulations = Citation(
    measure: "china/residence-permit",
    article: Bilingual("Article 9", "第九条"),
    standing: .enacted
  )
}
