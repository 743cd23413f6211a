import ExpressionLanguage
import Scoring

extension ResidentFile {
  /// 签注: confirms that the holder still lives here and meets the conditions (Decree 663, Article
  /// 10).
  ///
  /// In time, the next due date is the next anniversary and tenure goes on. Late, the permit comes
  /// back to life that day, and the contract's switch tells what becomes of tenure: it starts anew,
  /// and years count from that day; or it goes on, and the next due date is the first anniversary
  /// still to come, however many were missed.
  func endorse(at desk: Desk) throws(Rejection) -> [Event] {
    let (permit, due, cycle) = try endorsable(at: desk)
    try desk.checkFree("fee endorsement")
    let conditions = try permitConditions(at: desk)
    switch conditions.outcome {
    case .open: break
    case .closed: throw .conditionsNoLongerMet(conditions)
    case .undetermined: throw .conditionsUnknown(conditions, cycle.citation)
    }
    let isLate = desk.today > due
    let isAnew = isLate ? try desk.law.tenureRestarts() : false
    let next = cycle.next(
      after: isLate ? desk.today : due,
      from: isAnew ? desk.today : permit.anniversary
    )
    return [
      .permit(
        .endorsed(
          endorsement: Endorsement(on: desk.today, due: due, isLate: isLate),
          due: next,
          tenureFrom: isAnew ? desk.today : permit.tenureFrom
        )
      ),
      notice(
        "permit/\(permit.number)/endorsed/\(due)",
        .endorsed(
          due: next,
          opens: cycle.opens(before: next),
          isTenureAnew: isAnew,
          cycle.citation,
          by: desk.law
        )
      ),
    ]
  }

  /// Refuses the endorsement, since the measures find the conditions no longer met; the permit
  /// stays as it is until the due date, and may be endorsed after all if they are met again.
  func refuseEndorsement(at desk: Desk) throws(Rejection) -> [Event] {
    let (permit, due, cycle) = try endorsable(at: desk)
    let conditions = try permitConditions(at: desk)
    switch conditions.outcome {
    case .closed: break
    case .open: throw .conditionsStillMet(cycle.citation)
    case .undetermined: throw .conditionsUnknown(conditions, cycle.citation)
    }
    // Whoever asks again is answered again, unless there is nothing new to say.
    if permit.refusal?.reasons == conditions.unmet { throw .alreadyRefused(due, cycle.citation) }
    if conditions.unmet.isEmpty || conditions.remedies.isEmpty {
      throw .nothingToTell(cycle.citation)
    }
    return [
      .permit(.endorsementRefused(reasons: conditions.unmet, remedies: conditions.remedies)),
      notice(
        "permit/\(permit.number)/endorsement-refused/\(due)",
        .endorsementRefused(due: due, conditions)
      ),
    ]
  }

  /// The live permit, if today lies in the window or after it.
  private func endorsable(
    at desk: Desk
  ) throws(Rejection) -> (Permit, due: CivilDate, EndorsementCycle) {
    let permit = try livePermit()
    let cycle = try EndorsementCycle(desk.law)
    guard let due = permit.endorsementDue else { throw .noLivePermit(permit) }
    let opens = cycle.opens(before: due)
    if desk.today < opens { throw .endorsementTooEarly(opens, due, cycle.citation) }
    return (permit, due, cycle)
  }
}

extension OfficeLaw {
  /// Whether residence tenure starts anew with a late endorsement, by the contract's switch.
  func tenureRestarts() throws(Rejection) -> Bool {
    let term = try term("tenure after late endorsement")
    switch term.word {
    case "restarts": return true
    case "goes on": return false
    default: throw .unreadable(term)
    }
  }
}
