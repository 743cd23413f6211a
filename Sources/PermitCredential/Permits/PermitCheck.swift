package import ExpressionLanguage

/// What a check of a permit came to, with its reason.
package struct PermitCheck: Hashable, Sendable {
  /// Why it answers what it answers.
  package enum Reason: Hashable, Sendable {
    /// Genuine, not due yet, and a current status list says valid.
    case listedValid
    /// A current status list says so.
    case listedSuspended, listedCancelled
    /// The day by which it had to be endorsed has passed: suspended or ended since, or endorsed
    /// and shown with an old code.
    case due
    /// Genuine and not due yet; no status list was given.
    case notLookedUp
    /// The status list that it is in was not among those given.
    case listMissing(Int)
    /// The status list that it is in is too old, or from the future.
    case listStale(Int)
    /// The list says neither.
    case listUnclear
    /// It is no genuine permit.
    case refused(PermitFault)
  }

  /// The answer: valid only where a status list was looked up.
  package let status: PermitStatus
  /// Why.
  package let reason: Reason
  /// What a genuine token says; `nil` where it is none.
  package let claims: PermitClaims?

  init(_ status: PermitStatus, _ reason: Reason, _ claims: PermitClaims? = nil) {
    self.status = status
    self.reason = reason
    self.claims = claims
  }

  /// The reason in words, without anything of the person.
  package var text: Bilingual {
    let due = claims?.due.description ?? ""
    switch reason {
    case .listedValid:
      return Bilingual(
        "genuine, neither suspended nor cancelled; endorsement is due by \(due)",
        "签名真实，未中止、未注销；应于\(due)前（含当日）签注"
      )
    case .listedSuspended:
      return Bilingual(
        "genuine, but suspended since endorsement is late",
        "签名真实，但因逾期未签注，使用功能已中止"
      )
    case .listedCancelled:
      return Bilingual(
        "genuine, but the permit has ended or the card was replaced",
        "签名真实，但居住证已经终止或者证件已被更换"
      )
    case .due:
      return Bilingual(
        "endorsement was due by \(due): suspended or ended since, unless this is an old code;"
          + " ask on line",
        "应于\(due)前（含当日）签注，现已逾期：使用功能已中止或者证件已终止；若此码为旧码，请在线查询"
      )
    case .notLookedUp:
      return Bilingual(
        "genuine, and not due before \(due); whether it was suspended or cancelled since was not"
          + " looked up: give a current status list, or ask on line",
        "签名真实，\(due)前（含当日）无须签注；其后是否中止或注销未予查询：请提供最新状态列表，或者在线查询"
      )
    case .listMissing(let list):
      return Bilingual(
        "genuine; its status is in list \(list), which was not given",
        "签名真实；其状态载于第\(list)号列表，但未提供该列表"
      )
    case .listStale(let list):
      return Bilingual(
        "genuine; status list \(list) is not current, so fetch it anew",
        "签名真实；第\(list)号状态列表不在有效期内，请重新获取"
      )
    case .listUnclear:
      return Bilingual(
        "genuine; the status list has no clear answer, so ask on line",
        "签名真实；状态列表无明确结论，请在线查询"
      )
    case .refused(let fault): return fault.text
    }
  }

  /// A word for programs, which never changes.
  package var code: String {
    switch reason {
    case .listedValid: "valid"
    case .listedSuspended: "suspended"
    case .listedCancelled: "cancelled"
    case .due: "endorsement-due"
    case .notLookedUp: "not-looked-up"
    case .listMissing: "list-missing"
    case .listStale: "list-stale"
    case .listUnclear: "list-unclear"
    case .refused(let fault): fault.code
    }
  }
}
