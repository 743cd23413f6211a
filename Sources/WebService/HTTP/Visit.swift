package import Accounts
package import Casework
package import ExpressionLanguage
package import HTTPTypes
package import Registry

/// One request as a handler sees it: what was asked, by whom, in which language.
package struct Visit: Sendable {
  /// What it may work on.
  package let service: Service
  /// The route.
  package let route: Route
  /// The method.
  package let method: HTTPRequest.Method
  /// The language of the answer.
  package let language: Language
  /// The path, a page's without its language.
  package let path: String
  /// The parts of the path that are parameters.
  package let parameters: [String: String]
  /// The fields of the query.
  package let query: Form
  /// The fields of the form that was sent; none for anything else.
  package let form: Form
  /// The body as it was sent.
  package let body: [UInt8]
  /// The headers.
  package let headers: HTTPFields
  /// The network address that asks.
  package let address: String
  /// The scheme, host and port by which the browser came.
  package let origin: String
  /// The browser's session, where it has one; whoever is in it may still have to show a second
  /// factor.
  package let session: Session?
  /// The agency's program that asks, by its access token.
  package let grant: AccessGrant?
  /// The value that forms carry against cross-site forgery.
  package let csrf: String
  /// A word of the last page for this one.
  let flash: String?
  /// The cookies as the browser sent them.
  let cookies: String
  /// The value for a visitor's cookie, where there was none and a form needs one.
  let newGuest: String?

  /// The office.
  package var office: Office { service.office }

  /// Who has signed in, with all that their role asks for.
  package var account: Account? { session?.standing == .signedIn ? session?.account : nil }

  /// Who asks, as the office knows them.
  ///
  /// - Throws: `Fault.signInNeeded`.
  package var actor: Actor {
    get throws(Fault) {
      guard let actor = session?.actor else { throw .signInNeeded }
      return actor
    }
  }

  /// The file that a resident's pages are about: their own, or that of whom they act for.
  ///
  /// - Throws: `Fault.signInNeeded`, or `Fault.fileNeeded` where the account has no file yet.
  package var resident: ResidentID {
    get throws(Fault) {
      guard let account else { throw .signInNeeded }
      guard let resident = session?.actingFor ?? account.resident else { throw .fileNeeded }
      return resident
    }
  }

  /// A parameter of the path.
  ///
  /// - Throws: `Fault.notFound`.
  package func parameter(_ name: String) throws(Fault) -> String {
    guard let value = parameters[name] else { throw .notFound }
    return value
  }

  /// The file that a parameter of the path names.
  ///
  /// - Throws: `Fault.notFound`.
  package func resident(_ name: String) throws(Fault) -> ResidentID {
    guard let id = ResidentID(try parameter(name)) else { throw .notFound }
    return id
  }

  /// The half of a text in the language of the answer.
  package func say(_ text: Bilingual) -> String { text[language] }

  /// The half in the language of the answer.
  package func say(_ english: String, _ chinese: String) -> String {
    language == .chinese ? chinese : english
  }

  /// A link to a page in the language of the answer.
  package func link(_ path: String) -> String { "/\(language.rawValue)\(path)" }

  /// Sends the browser on to a page in the language of the answer.
  package func redirect(to path: String) -> Reply { .redirect(to: link(path)) }
}
