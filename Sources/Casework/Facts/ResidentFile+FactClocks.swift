import ExpressionLanguage
import Policy
import Scoring

extension FactLedger {
  /// The name in the office's contract of the term to answer a dispute.
  static let disputeTerm = "days to answer a dispute"
}

extension ResidentFile {
  /// The disputes that wait for an answer.
  ///
  /// Overdue ones stay: the answer is still owed.
  func factClocks(on day: CivilDate, by law: OfficeLaw) -> [CaseClock] {
    let disputed = facts.disputed
    if disputed.isEmpty { return [] }
    let term = try? law.term(FactLedger.disputeTerm)
    let citation =
      term?.citation
      ?? Citation(
        measure: law.assessor.set.jurisdiction,
        article: Bilingual("set by no measure in force", "现行办法未规定"),
        standing: .sample
      )
    return disputed.compactMap { item in
      guard let dispute = item.dispute, dispute.on <= day else { return nil }
      let isWorkingDays = if case .workingDays = term?.length { true } else { false }
      let used = days(from: dispute.on, to: day, isWorkingDays, law)
      let left =
        day <= dispute.due.day
        ? days(from: day, to: dispute.due.day, isWorkingDays, law)
        : -days(from: dispute.due.day, to: day, isWorkingDays, law)
      return CaseClock(
        id: "dispute",
        name: Bilingual("answer to a dispute", "答复异议"),
        waitsFor: .department,
        application: nil,
        since: dispute.on,
        due: dispute.due,
        used: used,
        left: left,
        isWorkingDays: isWorkingDays,
        paused: nil,
        atEnd: Bilingual(
          "the answer is overdue and still owed; a supervisor asks the department for it",
          "逾期未答复的，仍应答复，由主管督促该部门"
        ),
        citation: citation
      )
    }
  }

  /// Days after `start` up to `end`, working days as the law counts them.
  private func days(
    from start: CivilDate,
    to end: CivilDate,
    _ isWorkingDays: Bool,
    _ law: OfficeLaw
  ) -> Int {
    let all = Int(end.day) - Int(start.day)
    guard isWorkingDays else { return all }
    // The number of working days whose end is not after `end`: found by halving, as due dates
    // never go back.
    var (low, high) = (0, max(0, all))
    while low < high {
      let middle = (low + high + 1) / 2
      if law.due(.workingDays(middle), after: start).day <= end {
        low = middle
      } else {
        high = middle - 1
      }
    }
    return low
  }
}
