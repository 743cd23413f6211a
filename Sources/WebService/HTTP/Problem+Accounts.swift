import Accounts
import ExpressionLanguage
import HTTPTypes

extension Problem {
  /// The problem that a refusal of the accounts is.
  init(of fault: AccountFault) {
    let status: HTTPResponse.Status =
      switch fault {
      case .wait, .busy: .tooManyRequests
      case .sessionEnded, .notSignedIn, .wrongPassword, .wrongCode: .unauthorized
      case .blocked, .mustReauthenticate, .secondFactorNeeded: .forbidden
      case .nameTaken, .draftChanged, .residentBound, .identityBound: .conflict
      case .unknownAccount: .notFound
      default: .unprocessableContent
      }
    self.init(
      id: "account",
      status: status,
      title: Bilingual("This can't be done", "无法办理"),
      reason: fault.text,
      remedy: Bilingual("Mend it and send it again.", "请改正后重新提交。")
    )
  }
}
