import Accounts
import Registry

/// 保持登录: the script's answer to “are you still there?”.
enum SessionPage {
  /// That the session was asked for is what keeps it; told are the seconds that it now has.
  static let send: Route.Handler = { visit in
    let now = visit.office.now.milliseconds
    let seconds = visit.session.map { max(0, ($0.idleAt - now) / 1_000) } ?? 0
    return .json(Array("{\"idleSeconds\":\(seconds)}".utf8))
  }
}
