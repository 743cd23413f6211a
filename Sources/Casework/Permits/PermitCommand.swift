package import ExpressionLanguage

/// What can be asked about the permit.
package enum PermitCommand: Hashable, Sendable, Codable {
  /// Makes the card of an approved application; `serial` is printed on it.
  case issue(application: Int, serial: String)
  /// 签注: asked by the holder or at the window; refused where the conditions are no longer met.
  case endorse
  case refuseEndorsement
  case reportLoss
  case reportDamage
  /// A new card for a lost or damaged one; the damaged one is handed in; `paidFen` is the fee.
  case replaceCard(serial: String, isOldHandedIn: Bool, paidFen: Int)
  case cancel(ground: CancellationGround, from: CivilDate)
  case proposeConfiscation(ground: ConfiscationGround, evidence: String)
  case confirmConfiscation
  case dropConfiscation(reason: String)
  case restore(reason: String)

  var action: Action {
    switch self {
    case .issue: .issue
    case .endorse: .endorse
    case .refuseEndorsement: .refuseEndorsement
    case .reportLoss: .reportLoss
    case .reportDamage: .reportDamage
    case .replaceCard: .replaceCard
    case .cancel: .cancel
    case .proposeConfiscation: .proposeConfiscation
    case .confirmConfiscation, .dropConfiscation: .confirmConfiscation
    case .restore: .restore
    }
  }
}
