import Glibc

/// A random value that a visitor's browser keeps until it is closed, so that the forms of pages
/// before signing in can be told from forged ones.
///
/// It is set only with a page that has such a form, and tells nothing about the visitor.
enum GuestCookie {
  static let name = "guest"

  /// Thirty-two hexadecimal digits.
  static func random() -> String {
    var random = SystemRandomNumberGenerator()
    return (0..<2).map { _ in
      let digits = String(random.next(), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// The reply with the cookie, where its page carries the token that was made with it.
  static func added(to reply: Reply, _ visit: Visit) -> Reply {
    guard let value = visit.newGuest, case .text(let text, _) = reply.body,
      text.holds(visit.csrf)
    else { return reply }
    return reply.setting(Cookie(name, value, isLax: true))
  }
}

extension String {
  /// Whether another text stands in it, byte for byte; many times as fast as `contains`.
  fileprivate func holds(_ part: String) -> Bool {
    withCString { text in part.withCString { strstr(text, $0) != nil } }
  }
}

/// The cookie that holds a session's token.
enum SessionCookie {
  static let name = "session"
}
