import Registry
import Accounts

/// Pages for what is sensitive: whoever proved too long ago who they are does so anew first.
enum Confirmed {
  /// The handler, which leads to the page that asks for the password or a code, and back.
  ///
  /// - Parameters:
  ///   - page: Where it leads back to, if not to its own path.
  ///   - handler: What is done.
  /// - Returns: The handler with its guard.
  static func handler(
    back page: String? = nil,
    _ handler: @escaping Route.Handler
  ) -> Route.Handler {
    { visit in
      do {
        return try await handler(visit)
      } catch AccountFault.mustReauthenticate {
        let next = Form.escaped(visit.link(page ?? visit.path))
        return visit.redirect(to: "/account/confirm?next=" + next)
      }
    }
  }

  /// The handler for who has proved within a quarter of an hour who they are, asked for first.
  ///
  /// - Parameters:
  ///   - page: Where it leads back to, if not to its own path.
  ///   - handler: What is done.
  /// - Returns: The handler with its guard.
  static func fresh(
    back page: String? = nil,
    _ handler: @escaping Route.Handler
  ) -> Route.Handler {
    self.handler(back: page) { visit in
      try check(visit)
      return try await handler(visit)
    }
  }

  /// Goes on only where the visitor has proved who they are within a quarter of an hour.
  ///
  /// - Throws: `Fault.signInNeeded`, `AccountFault.mustReauthenticate`.
  static func check(_ visit: Visit) throws {
    guard let session = visit.session else { throw Fault.signInNeeded }
    guard session.isFresh(within: 15 * .minute, at: visit.office.now.milliseconds) else {
      throw AccountFault.mustReauthenticate
    }
  }
}
