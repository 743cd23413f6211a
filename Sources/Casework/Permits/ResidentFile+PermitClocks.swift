import ExpressionLanguage

extension CaseClock {
  /// The clock of the yearly endorsement.
  static let endorsement = "endorsement"
  /// The clock of a new card for a lost or damaged one.
  static let replacement = "replacement"
}

extension ResidentFile {
  /// The terms that run on the live permit: the yearly endorsement, which waits for the holder and
  /// goes on below zero while the permit is suspended; and a new card, which waits for the window.
  func permitClocks(on day: CivilDate, by law: OfficeLaw) -> [CaseClock] {
    guard let permit = permits.live, permit.issued <= day else { return [] }
    return [endorsementClock(of: permit, on: day, by: law)].compactMap(\.self)
      + [replacementClock(of: permit, on: day, by: law)].compactMap(\.self)
  }

  private func endorsementClock(
    of permit: Permit,
    on day: CivilDate,
    by law: OfficeLaw
  ) -> CaseClock? {
    guard let due = permit.endorsementDue(on: day), let cycle = try? EndorsementCycle(law) else {
      return nil
    }
    let since = cycle.start(of: due, from: min(permit.tenureStart(on: day), due))
    let isSuspended = permit.state(on: day) == .suspended
    return CaseClock(
      id: CaseClock.endorsement,
      name: Bilingual("yearly endorsement", "居住证签注"),
      waitsFor: .resident,
      application: nil,
      since: since,
      due: DueDate(due),
      used: day.days(since: since),
      left: due.days(since: day),
      isWorkingDays: false,
      paused: nil,
      atEnd: isSuspended
        ? Bilingual(
          "the permit is suspended until the endorsement is made up",
          "居住证使用功能已中止，补办签注后恢复"
        )
        : Bilingual(
          "the permit is suspended from the day after",
          "次日起居住证使用功能中止"
        ),
      citation: cycle.citation
    )
  }

  private func replacementClock(
    of permit: Permit,
    on day: CivilDate,
    by law: OfficeLaw
  ) -> CaseClock? {
    guard let reported = permit.cardReported, reported <= day,
      let term = try? law.term("days to replace"), let length = term.length
    else { return nil }
    let due = law.due(length, after: reported)
    return CaseClock(
      id: CaseClock.replacement,
      name: Bilingual("a new card for a lost or damaged one", "换领、补领证件"),
      waitsFor: .clerk,
      application: nil,
      since: reported,
      due: due,
      used: law.days(length, from: reported, to: day),
      left: law.days(length, from: day, to: due.day),
      isWorkingDays: length.isWorkingDays,
      paused: nil,
      atEnd: Bilingual(
        "the new card is late, and is reported upwards",
        "逾期未补发证件的，向上级报告"
      ),
      citation: term.citation
    )
  }
}

extension CivilDate {
  /// Days from another day to this one; negative where the other is later.
  func days(since other: CivilDate) -> Int { Int(day) - Int(other.day) }
}

extension Term.Length {
  /// Whether it counts only days on which offices work.
  var isWorkingDays: Bool { if case .workingDays = self { true } else { false } }
}

extension OfficeLaw {
  /// The days from one day to another in the unit of a length; negative where `end` is earlier.
  ///
  /// - Complexity: O(*n*) in working days.
  fileprivate func days(_ length: Term.Length, from start: CivilDate, to end: CivilDate) -> Int {
    guard length.isWorkingDays else { return end.days(since: start) }
    if end < start { return -days(length, from: end, to: start) }
    var count = 0
    while due(.workingDays(count + 1), after: start).day <= end { count += 1 }
    return count
  }
}
