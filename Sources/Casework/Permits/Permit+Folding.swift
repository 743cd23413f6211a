import ExpressionLanguage

extension Permit {
  /// What an event makes of it; the event was decided before, so that nothing is refused here.
  mutating func apply(_ event: PermitEvent, _ entry: FileEntry) {
    switch event {
    case .issued: break
    case .endorsed(let endorsement, let due, let tenureFrom):
      state = .active
      endorsements.append(endorsement)
      endorsementDue = due
      refusal = nil
      guard tenureFrom != self.tenureFrom else { return }
      tenureStarts.append(tenureFrom)
      anniversary = tenureFrom
    case .endorsementRefused(let reasons, let remedies):
      guard let due = endorsementDue else { return }
      refusal = EndorsementRefusal(on: entry.on, due: due, reasons: reasons, remedies: remedies)
    case .suspended: state = .suspended
    case .cardLost(let serial): report(serial, .lost, entry)
    case .cardDamaged(let serial): report(serial, .damaged, entry)
    case .cardReplaced(let old, let card, _):
      if let index = cards.lastIndex(where: { $0.serial == old }), cards[index].state == .damaged {
        cards[index].state = .handedIn
      }
      cards.append(card)
      cardReported = nil
    case .cancelled(let ground, let from):
      finish(as: .cancelled, ground, on: from, by: [entry.by])
    case .confiscationProposed(let ground, let evidence):
      proposal = ConfiscationProposal(
        ground: ground,
        evidence: evidence,
        on: entry.on,
        by: entry.by
      )
    case .confiscationSeconded: proposal?.seconded.append(entry.by)
    case .confiscated:
      finish(as: .confiscated, nil, on: entry.on, by: (proposal?.hands ?? []) + [entry.by])
    case .confiscationDropped: proposal = nil
    case .restored: restore()
    }
  }

  private mutating func report(_ serial: String, _ found: Card.State, _ entry: FileEntry) {
    guard let index = cards.lastIndex(where: { $0.serial == serial }) else { return }
    cards[index].state = found
    cardReported = cardReported ?? entry.on
  }

  private mutating func finish(
    as state: State,
    _ ground: CancellationGround?,
    on day: CivilDate,
    by hands: [Hand]
  ) {
    end = PermitEnd(
      ground: ground,
      on: day,
      by: hands,
      was: self.state,
      due: endorsementDue,
      cardWas: cards.last?.state
    )
    self.state = state
    endorsementDue = nil
    proposal = nil
    // A lost card stays lost: whoever finds it must not read that it was handed back.
    if let card = cards.last, card.state == .valid || card.state == .damaged {
      cards[cards.count - 1].state = .void
    }
  }

  /// Everything as it was before the end.
  private mutating func restore() {
    guard let end else { return }
    state = end.was
    endorsementDue = end.due
    if let was = end.cardWas, !cards.isEmpty { cards[cards.count - 1].state = was }
    self.end = nil
  }
}
