import ExpressionLanguage

extension ResidentFile {
  /// The card is lost: it is revoked at once, and stays so even if it is found (Decree 663, Article
  /// 11).
  ///
  /// A damaged card that was not handed in yet can still be lost.
  func reportLoss(at desk: Desk) throws(Rejection) -> [Event] {
    let card = try cardInUse()
    guard card.state == .valid || card.state == .damaged else {
      throw .cardAlreadyReported(card, desk.law.citations(of: .replacement))
    }
    return [.permit(.cardLost(serial: card.serial))]
  }

  /// The card can no longer be read: it is revoked at once, and handed in for the new one (Decree
  /// 663, Article 11).
  func reportDamage(at desk: Desk) throws(Rejection) -> [Event] {
    let card = try cardInUse()
    guard card.state == .valid else {
      throw .cardAlreadyReported(card, desk.law.citations(of: .replacement))
    }
    return [.permit(.cardDamaged(serial: card.serial))]
  }

  /// 换领 for a damaged card, which is handed in; 补领 for a lost one; at the fee that the contract
  /// sets (Decree 663, Article 11, 21).
  func replaceCard(
    _ serial: String,
    _ isOldHandedIn: Bool,
    _ paidFen: Int,
    at desk: Desk
  ) throws(Rejection) -> [Event] {
    let card = try cardInUse()
    let article = desk.law.citations(of: .replacement)
    switch card.state {
    case .lost: break
    case .damaged: if !isOldHandedIn { throw .oldCardNotHandedIn(article) }
    case .valid, .handedIn, .void: throw .cardStillGood(article)
    }
    let term = try desk.law.term("fee replacement")
    guard let fee = term.fen else { throw .unreadable(term) }
    guard paidFen == fee else { throw .feeDiffers(paid: paidFen, fee: fee, term.citation) }
    try desk.checkSerial(serial, in: permits)
    let new = Card(serial: serial, made: desk.today)
    return [.permit(.cardReplaced(old: card.serial, card: new, fee: fee))]
  }

  /// The card of the live permit.
  private func cardInUse() throws(Rejection) -> Card {
    let permit = try livePermit()
    guard let card = permit.card else { throw .noLivePermit(permit) }
    return card
  }
}
