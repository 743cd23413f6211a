import ExpressionLanguage
import HTTPTypes

/// Why no access token is given, in the words that programs know (RFC 6749, 5.2).
enum TokenFault {
  /// Something is missing, or can't be read.
  case request
  /// Another way of asking than an assertion.
  case grantType
  /// The assertion is not believed; nobody is told why.
  case client
  /// A service that the client may not ask about, in the words of the accounts.
  case scope(Bilingual)

  /// What is thrown for it.
  var error: ProblemError {
    var problem: Problem
    switch self {
    case .request:
      problem = Problem(
        of: Fault.malformed(
          Bilingual("send a signed client assertion (RFC 7523)", "请提交签名的客户端声明（RFC 7523）")
        )
      )
      problem.tokenError = "invalid_request"
    case .grantType:
      problem = Problem(
        of: Fault.malformed(
          Bilingual("ask with grant_type=client_credentials", "请使用 grant_type=client_credentials")
        )
      )
      problem.tokenError = "unsupported_grant_type"
    case .client:
      problem = Problem(of: Fault.signInNeeded)
      problem.tokenError = "invalid_client"
    case .scope(let reason):
      problem = Problem(
        id: "invalid-scope",
        status: .badRequest,
        title: Bilingual("Not one of its services", "超出授权范围"),
        reason: reason,
        remedy: Bilingual(
          "Ask for its own services, or for no scope, which means all of them.",
          "请只申请已获准的服务；不写 scope 即为全部已获准的服务。"
        )
      )
      problem.tokenError = "invalid_scope"
    }
    return ProblemError(problem)
  }
}
