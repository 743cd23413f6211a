import ExpressionLanguage

extension FactLedger {
  /// What must be stated here so that this file answers for a duplicate too: every statement that
  /// stands there, with its open dispute.
  ///
  /// A statement that one of this file outranks is left where it is; its dispute goes to that one.
  func takeOver(
    _ other: FactLedger,
    of duplicate: ResidentID,
    on day: CivilDate,
    by hand: Hand
  ) -> [FactEvent] {
    var ledger = self
    var events: [FactEvent] = []
    func record(_ event: FactEvent) {
      ledger.apply(event, FileEntry(.fact(event), on: day, by: hand))
      events.append(event)
    }
    for item in other.items where item.ended == nil {
      var statement = item.statement
      statement.reference = "merged:\(duplicate.text):\(item.number)"
      var number = ledger.items.count + 1
      if let higher = ledger.rivals(of: statement).first(where: { $0.outweighs(statement) }) {
        number = higher.number
      } else {
        let superseded = ledger.superseded(by: statement)
        record(.stated(statement: statement, supersedes: superseded))
      }
      guard let dispute = item.dispute, let target = ledger.item(number), target.ended == nil,
        target.dispute == nil
      else { continue }
      record(.disputed(fact: number, why: dispute.why, due: dispute.due))
    }
    return events
  }
}
