package import ExpressionLanguage

/// What happens to a permit; the live one, or where none is live the last.
package enum PermitEvent: Hashable, Sendable, Codable {
  /// Made and handed out for an approved application, first endorsement due on `due`.
  case issued(application: Int, card: Card, due: CivilDate)
  /// `due` is the next due date; `tenureFrom` the day from which tenure now counts.
  case endorsed(endorsement: Endorsement, due: CivilDate, tenureFrom: CivilDate)
  /// The conditions are no longer met: it stays active to the due date.
  case endorsementRefused(reasons: [Reason], remedies: [Bilingual])
  /// The due date passed; `from` is the day after it, whenever it was recorded.
  case suspended(from: CivilDate)
  case cardLost(serial: String)
  case cardDamaged(serial: String)
  /// 换领 with the old card handed in, or 补领; the fee in fen was paid.
  case cardReplaced(old: String, card: Card, fee: Int)
  case cancelled(ground: CancellationGround, from: CivilDate)
  case confiscationProposed(ground: ConfiscationGround, evidence: String)
  /// One more officer agrees, where it takes more than two.
  case confiscationSeconded
  case confiscated(ground: ConfiscationGround, evidence: String)
  case confiscationDropped(reason: String)
  /// A cancellation or confiscation in error is undone; tenure and due date are as they were.
  case restored(reason: String)

  /// The name within `permit/`.
  var name: String {
    switch self {
    case .issued: "issued"
    case .endorsed: "endorsed"
    case .endorsementRefused: "endorsement-refused"
    case .suspended: "suspended"
    case .cardLost: "card-lost"
    case .cardDamaged: "card-damaged"
    case .cardReplaced: "card-replaced"
    case .cancelled: "cancelled"
    case .confiscationProposed: "confiscation-proposed"
    case .confiscationSeconded: "confiscation-seconded"
    case .confiscated: "confiscated"
    case .confiscationDropped: "confiscation-dropped"
    case .restored: "restored"
    }
  }
}
