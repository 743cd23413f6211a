import Registry
import Accounts
import ExpressionLanguage
import HTTPTypes

extension Reply {
  /// The reply after which the browser holds the session under its new token, and by what it is
  /// known.
  func holding(_ opened: OpenedSession) -> Reply {
    let reply = setting(Cookie(SessionCookie.name, opened.token.text, isLax: true))
    guard let devices = opened.devices else { return reply }
    return reply.setting(DeviceCookie.cookie(devices))
  }

  /// The reply after which the browser holds no session, nor anything that it kept of its pages.
  func endingSession() -> Reply {
    var reply = setting(.clearing(SessionCookie.name))
    reply.headers[.known("Clear-Site-Data")] = "\"cache\""
    return reply
  }
}

extension Visit {
  /// The address that asks, as the accounts count it.
  var networkAddress: NetworkAddress { NetworkAddress(address) }

  /// By what the browser is known to accounts that have signed in from it.
  var devices: DeviceTokens { DeviceCookie.tokens(self) }

  /// Lets somebody in who has just proved who they are, or asks for what is still to come.
  ///
  /// - Parameters:
  ///   - opened: The session under its new token.
  ///   - next: Where the person wanted to go, where the link or form of this visit does not tell.
  /// - Returns: The reply that leads on.
  func arrived(_ opened: OpenedSession, next: NextPage? = nil) async -> Reply {
    let next = next ?? self.next
    let query = next.map { "?next=" + Form.escaped($0.path) } ?? ""
    switch opened.session.standing {
    case .awaitingSecondFactor:
      return redirect(to: "/account/second-factor" + query).holding(opened)
    case .awaitingEnrolment:
      return redirect(to: "/account/second-factor/enrol" + query).holding(opened)
    case .signedIn, .anonymous:
      if opened.failuresBefore > 0 {
        let count = opened.failuresBefore
        let words = Bilingual(
          "Wrong tries to get into your account since you last signed in: \(count). If they were not yours, change your password.",
          "自您上次登录以来，有\(count)次登录尝试失败。如非本人操作，请更改密码。"
        )
        try? await service.accounts.setFlash(say(words), in: opened.token)
      }
      return forward(opened.session.account, next: next).holding(opened)
    }
  }

  /// Sends the browser where the person wanted to go, or to their first page.
  func forward(_ account: Account?, next: NextPage? = nil) -> Reply {
    if let next = next ?? self.next { return .redirect(to: next.path) }
    return redirect(to: NextPage.home(of: account))
  }

  /// How long somebody has to wait, in words.
  func waiting(until moment: Int64) -> Bilingual {
    let minutes = max(1, (moment - office.now.milliseconds + 59_999) / 60_000)
    return Bilingual(
      "There were too many wrong tries; try again in \(minutes) minute\(minutes == 1 ? "" : "s")",
      "错误次数过多，请\(minutes)分钟后再试"
    )
  }
}

extension Reply {
  /// The reply of somebody who has to wait.
  func waiting(until moment: Int64, _ visit: Visit) -> Reply {
    var reply = self
    reply.status = .tooManyRequests
    let seconds = max(1, (moment - visit.office.now.milliseconds + 999) / 1_000)
    reply.headers[.retryAfter] = String(seconds)
    return reply
  }
}
