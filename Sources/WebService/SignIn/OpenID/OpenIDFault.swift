import ExpressionLanguage
import HTTPTypes

/// Why nobody was signed in by the provider.
enum OpenIDFault: Error, Hashable {
  /// The provider does not answer, or with nothing of use.
  case unavailable
  /// What came back does not belong to what this browser began.
  case stray
  /// The provider, or the person there, said no.
  case denied
  /// The provider's token is not believed; the reason, for the log, names nobody.
  case unbelieved(String)

  /// What the person is told.
  var text: Bilingual {
    switch self {
    case .unavailable:
      Bilingual(
        "The other service does not answer; try again later, or sign in with your password",
        "统一身份服务暂时没有响应；请稍后再试，或用密码登录"
      )
    case .stray:
      Bilingual(
        "This sign-in was not begun in this browser, or too long ago; begin anew",
        "这次登录不是从本浏览器开始的，或已超时；请重新开始"
      )
    case .denied:
      Bilingual(
        "The other service did not sign you in; begin anew, or use your password",
        "统一身份服务没有让您登录；请重新开始，或用密码登录"
      )
    case .unbelieved:
      Bilingual(
        "What the other service said of you could not be verified; nobody was signed in",
        "统一身份服务返回的信息未能通过验证，没有登录"
      )
    }
  }

  /// The status of the answer.
  var status: HTTPResponse.Status {
    switch self {
    case .unavailable: .serviceUnavailable
    case .stray, .denied, .unbelieved: .badRequest
    }
  }
}
