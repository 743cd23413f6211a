package import HTTPTypes

/// One thing that the service answers to: a method and a path, who may come, and what is done.
package struct Route: Sendable {
  /// What speaks at it.
  package enum Kind: String, Sendable, Codable {
    /// A page of HTML, under `/zh` and `/en`; faults are pages too.
    case page
    /// JSON; faults are problem details (RFC 9457).
    case api
    /// What the machines that run it ask: health, metrics, assets.
    case operations
  }

  /// What is done with a visit.
  package typealias Handler = @Sendable (Visit) async throws -> Reply

  /// The method.
  package let method: HTTPRequest.Method
  /// The path.
  ///
  /// A part in braces is a parameter. A page's stands without its language.
  package let path: String
  /// Its kind.
  package let kind: Kind
  /// Who may come.
  package let audience: Audience
  /// The most bytes of a body.
  package let bodyLimit: Int
  /// What is done.
  package let handler: Handler

  /// A page that is looked at.
  package static func page(
    _ path: String,
    for audience: Audience,
    _ handler: @escaping Handler
  ) -> Route {
    Route(method: .get, path: path, kind: .page, audience: audience, bodyLimit: 0, handler: handler)
  }

  /// A form that is sent in.
  ///
  /// It needs the session's token against cross-site forgery; see `CrossSite`.
  package static func form(
    _ path: String,
    for audience: Audience,
    bodyLimit: Int = 64 * 1024,
    _ handler: @escaping Handler
  ) -> Route {
    Route(
      method: .post,
      path: path,
      kind: .page,
      audience: audience,
      bodyLimit: bodyLimit,
      handler: handler
    )
  }

  /// An answer of the API.
  package static func api(
    _ method: HTTPRequest.Method,
    _ path: String,
    for audience: Audience,
    bodyLimit: Int = 64 * 1024,
    _ handler: @escaping Handler
  ) -> Route {
    Route(
      method: method,
      path: path,
      kind: .api,
      audience: audience,
      bodyLimit: method == .get ? 0 : bodyLimit,
      handler: handler
    )
  }

  /// An answer for the machines that run the service.
  package static func operations(_ path: String, _ handler: @escaping Handler) -> Route {
    Route(
      method: .get,
      path: path,
      kind: .operations,
      audience: .everyone,
      bodyLimit: 0,
      handler: handler
    )
  }

  /// The paths under which it is reached: a page's once for each language.
  package var paths: [String] {
    switch kind {
    case .page: ["/zh\(path)", "/en\(path)"]
    case .api, .operations: [path]
    }
  }
}
