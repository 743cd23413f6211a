package import HTTPTypes

/// What a handler answers.
package struct Reply: Sendable {
  /// What is sent.
  package enum Body: Sendable {
    /// Nothing.
    case empty
    /// Text of a media type.
    case text(String, type: String)
    /// Bytes of a media type.
    case bytes([UInt8], type: String)
  }

  /// The status.
  package var status: HTTPResponse.Status
  /// Headers beside those that every answer has.
  package var headers: HTTPFields
  /// What is sent.
  package var body: Body
  /// Cookies to set or clear.
  package var cookies: [Cookie]
  /// Whether anybody may keep it; what is personal is never kept.
  package var isPublic: Bool

  /// Creates an answer.
  package init(
    _ status: HTTPResponse.Status = .ok,
    _ body: Body = .empty,
    headers: HTTPFields = [:],
    cookies: [Cookie] = [],
    isPublic: Bool = false
  ) {
    self.status = status
    self.body = body
    self.headers = headers
    self.cookies = cookies
    self.isPublic = isPublic
  }

  /// Sends the browser on with GET, to a path of this service.
  package static func redirect(to location: String) -> Reply {
    Reply(.seeOther, headers: [.location: location])
  }

  /// A page of HTML.
  package static func html(_ text: String, status: HTTPResponse.Status = .ok) -> Reply {
    Reply(status, .text(text, type: "text/html; charset=utf-8"))
  }

  /// JSON.
  package static func json(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Reply {
    Reply(status, .bytes(bytes, type: "application/json"))
  }

  /// The same with another cookie.
  package func setting(_ cookie: Cookie) -> Reply {
    var reply = self
    reply.cookies.append(cookie)
    return reply
  }
}
