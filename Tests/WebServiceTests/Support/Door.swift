import Registry
import Accounts
import Casework
import ExpressionLanguage
import Hummingbird
import HummingbirdTesting
import Registry
import Testing
import WebService

/// What browsers come in by: the running service of a fixture.
struct Door: Sendable {
  let fixture: ServiceFixture
  let client: any TestClientProtocol

  /// A browser in which nobody has signed in.
  func browser() -> Browser { Browser(client) }

  /// A browser in which a resident has signed in, whose account is bound to a file; without a file,
  /// an account that has none yet.
  func browser(of resident: ResidentID?, named name: String = "resident-1") async throws
    -> Browser
  {
    let address = NetworkAddress("127.0.0.1")
    if try await fixture.accounts.account(named: name) != nil {
      let answer = try await fixture.accounts.signIn(
        name: name,
        password: ServiceFixture.password,
        from: address,
        replacing: nil
      )
      guard case .opened(let opened) = answer else { throw AccountFault.wrongPassword }
      return browser(with: opened.token)
    }
    let opened = try await fixture.accounts.signUp(
      name: name,
      password: ServiceFixture.password,
      language: .chinese,
      from: address,
      replacing: nil
    )
    if let resident, let account = opened.session.account {
      try await fixture.accounts.bind(account.id, to: resident)
    }
    return browser(with: opened.token)
  }

  /// A browser in which one of the office's people has signed in, with password and authenticator.
  func browser(as role: Role, named name: String? = nil, office: String = "window 1") async throws
    -> Browser
  {
    let accounts = fixture.accounts
    let address = NetworkAddress("127.0.0.1")
    let name = name ?? "\(role.rawValue.split(separator: " ").joined(separator: "-"))-1"
    let invitation = try await accounts.createStaff(
      name: name,
      role: role,
      office: office,
      language: .chinese,
      by: nil
    )
    _ = try await accounts.setPassword(
      ServiceFixture.password,
      with: invitation.token.text,
      from: address
    )
    let answer = try await accounts.signIn(
      name: name,
      password: ServiceFixture.password,
      from: address,
      replacing: nil
    )
    guard case .opened(let opened) = answer else {
      Issue.record("signing in came to \(answer)")
      throw CancellationError()
    }
    guard opened.session.standing == .awaitingEnrolment else { return browser(with: opened.token) }
    let offer = try await accounts.offerSecondFactor(in: opened.token)
    let enrolled = try await accounts.confirmSecondFactor(
      code: Authenticator(offer.secret).code(at: fixture.clock.moment.milliseconds),
      in: opened.token,
      from: address
    )
    return browser(with: enrolled.opened.token)
  }

  private func browser(with token: SessionToken) -> Browser {
    let browser = Browser(client)
    let isSecure = fixture.service.settings.isSecure
    browser.set(Cookie.browserName("session", isSecure: isSecure), token.text)
    return browser
  }
}
