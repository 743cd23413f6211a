import Registry
import Accounts
import ExpressionLanguage
import HTTPTypes
import Logging

/// 统一身份登录: to the provider of OpenID Connect and back.
///
/// The way there is a link, for the pages' policy lets no form lead to another site; it leads there
/// from our own pages only, so that nobody is signed in by somebody else's link.
enum OpenIDPage {
  private static let path = "/sign-in/openid/callback"

  static let begin: Route.Handler = { visit in
    guard visit.service.openID != nil else { throw Fault.notFound }
    guard visit.isFromOwnPage else { return visit.redirect(to: "/sign-in" + visit.nextQuery) }
    // Whoever is signed in comes to prove it anew.
    return try await setOut(visit, .signIn, isFresh: visit.account != nil)
  }

  static let bind: Route.Handler = Confirmed.handler { visit in
    guard visit.account != nil else { throw Fault.signInNeeded }
    guard visit.isFromOwnPage else { return visit.redirect(to: "/account") }
    try Confirmed.check(visit)
    return try await setOut(visit, .bind, isFresh: false)
  }

  static let back: Route.Handler = { visit in
    guard let provider = visit.service.openID else { throw Fault.notFound }
    let reply: Reply
    do {
      guard let trip = OpenIDTrip(visit),
        CrossSite.isSame(visit.query["state"] ?? "", trip.state),
        provider.isOwn(issuer: visit.query["iss"])
      else { throw OpenIDFault.stray }
      guard visit.query["error"] == nil, let code = visit.query["code"] else {
        throw OpenIDFault.denied
      }
      let identity = try await provider.identity(
        code,
        trip,
        back: visit.origin + visit.link(path),
        at: visit.office.now.milliseconds
      )
      reply =
        switch trip.purpose {
        case .signIn: try await enter(visit, identity, NextPage(trip.next))
        case .bind: try await bind(visit, identity, trip)
        }
    } catch let fault as OpenIDFault {
      if case .unbelieved(let what) = fault {
        visit.service.logger.warning(
          "a provider's token is not believed",
          metadata: ["by": "\(what)"]
        )
      }
      reply = try SignInPage.page(visit, fault.text, at: "", status: fault.status)
    }
    return reply.setting(.clearing(OpenIDTrip.cookie))
  }

  private static func setOut(
    _ visit: Visit,
    _ purpose: OpenIDTrip.Purpose,
    isFresh: Bool
  ) async throws -> Reply {
    guard let provider = visit.service.openID else { throw Fault.notFound }
    let trip = OpenIDTrip(
      purpose,
      account: visit.account?.id.text,
      next: visit.next?.path,
      isFresh: isFresh,
      at: visit.office.now.milliseconds
    )
    let address: String
    do throws(OpenIDFault) {
      address = try await provider.address(
        trip,
        back: visit.origin + visit.link(path),
        language: visit.language == .chinese ? "zh-CN" : "en",
        at: visit.office.now.milliseconds
      )
    } catch {
      return try SignInPage.page(visit, error.text, at: "", status: error.status)
    }
    return Reply.redirect(to: address).setting(try trip.cookie(visit.service.sealKey))
  }

  /// Signs somebody in whom the provider vouches for; who comes for the first time gets an account.
  private static func enter(
    _ visit: Visit,
    _ identity: ProviderIdentity,
    _ next: NextPage?
  ) async throws -> Reply {
    let accounts = visit.service.accounts
    let answer = try await accounts.signIn(
      identity: identity,
      from: visit.networkAddress,
      replacing: visit.sessionToken,
      on: visit.devices
    )
    switch answer {
    case .opened(let opened): return await visit.arrived(opened, next: next)
    case .wrong:
      try SignUpPage.checkRate(visit)
      let opened = try await accounts.signUp(
        identity: identity,
        language: visit.language,
        from: visit.networkAddress,
        replacing: visit.sessionToken,
        on: visit.devices
      )
      return await visit.arrived(opened, next: next)
    case .wait(let until), .waitHere(let until):
      return try SignInPage.page(visit, visit.waiting(until: until), at: "")
        .waiting(until: until, visit)
    case .blocked: return try SignInPage.page(visit, AccountFault.blocked.text, at: "")
    }
  }

  private static func bind(
    _ visit: Visit,
    _ identity: ProviderIdentity,
    _ trip: OpenIDTrip
  ) async throws -> Reply {
    guard let account = visit.account, account.id.text == trip.account,
      let token = visit.sessionToken
    else { throw OpenIDFault.stray }
    do {
      try await visit.service.accounts.bind(identity, in: token)
    } catch AccountFault.mustReauthenticate {
      let next = Form.escaped(visit.link("/account/openid"))
      return visit.redirect(to: "/account/confirm?next=" + next)
    } catch AccountFault.identityBound {
      return await visit.done(AccountFault.identityBound.text, to: "/account")
    }
    return await visit.done(
      Bilingual("It is bound: you can sign in by it from now on.", "已绑定，今后可以用它登录。"),
      to: "/account"
    )
  }
}
