import HTTPTypes
import Accounts
import Logging

/// The trace that a refusal leaves, so that whoever tries one thing after another is seen: the
/// opaque account and the pattern of the route, nothing more.
enum RefusalLog {
  static func note(_ problem: String, _ account: Account?, _ route: Route, _ service: Service) {
    guard let account else { return }
    service.logger.notice(
      "refused",
      metadata: [
        "account": "\(account.id.text)", "problem": "\(problem)",
        "route": "\(route.method.rawValue) \(route.path)",
      ]
    )
  }
}
