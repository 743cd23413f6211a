import Accounts
import ExpressionLanguage
import HTTPTypes

extension Visit {
  /// The token of the session, as the cookie or, to the API, a header brought it.
  var sessionToken: SessionToken? {
    if route.kind == .api, let value = headers[.authorization], value.hasPrefix("Bearer ") {
      return SessionToken(String(value.dropFirst(7)))
    }
    return Cookie.value(of: SessionCookie.name, in: cookies, isSecure: service.settings.isSecure)
      .flatMap(SessionToken.init)
  }

  /// Sends the browser on after something was done, and tells it there.
  func done(_ text: Bilingual, to path: String) async -> Reply {
    // What was done is done: a word that can't be kept is no reason to say otherwise.
    if let token = sessionToken { try? await service.accounts.setFlash(say(text), in: token) }
    return redirect(to: path)
  }

  /// The account that has signed in.
  ///
  /// - Throws: `Fault.signInNeeded`.
  var signedIn: Account {
    get throws(Fault) {
      guard let account else { throw .signInNeeded }
      return account
    }
  }

  /// A number in the path.
  ///
  /// - Throws: `Fault.notFound`.
  func number(_ name: String) throws(Fault) -> Int {
    guard let number = Int(try parameter(name)), number > 0 else { throw .notFound }
    return number
  }
}
