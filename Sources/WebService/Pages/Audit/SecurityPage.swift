import Accounts
import Casework
import ExpressionLanguage
import Registry

/// The log of security of all accounts: never a name, an address or a secret.
enum SecurityPage {
  struct Row: Sendable {
    let number: Int64
    let moment: String
    let kind: String
    /// Whose account; not `account`, for which a template would take whoever has signed in.
    let who: String?
    let whoHref: String
    let by: String?
    let address: String?
    let isWarning: Bool

    init(_ event: SecurityEvent, _ visit: Visit) {
      number = event.number
      moment = DeskLabels.moment(event.moment)
      kind = visit.say(SecurityPage.label(event.kind))
      who = event.account
      whoHref = event.account.map { visit.link("/audit/accounts/\(Form.escaped($0))") } ?? ""
      by = event.by
      address = event.address
      isWarning = SecurityPage.warnings.contains(event.kind)
    }
  }

  struct View: Sendable {
    let rows: [Row]
    let isEmpty: Bool
    let next: String?
    let isFirst: Bool
  }

  private static let most = 100

  private static let warnings: Set<SecurityEventKind> = [
    .wrongPassword, .wrongCode, .locked, .addressLocked, .refusedBlocked, .recoveryCodeUsed,
    .assertionReplayed, .assertionUnreadable, .assertionOfNobody, .assertionOfShutClient,
    .assertionKey, .assertionSignature, .assertionAudience, .assertionTimes, .assertionsUnnoted,
  ]

  static let show: Route.Handler = { visit in
    let after = visit.query["after"].flatMap { Int64($0) } ?? 0
    let events = try await visit.service.accounts.securityEvents(after: after, limit: most)
    let next = events.count == most ? events.last?.number : nil
    return try visit.page(
      "audit/security",
      title: Bilingual("Security log", "安全日志"),
      View(
        rows: events.map { Row($0, visit) },
        isEmpty: events.isEmpty,
        next: next.map { visit.link("/audit/security?after=\($0)") },
        isFirst: after == 0
      ),
      back: "/audit"
    )
  }

  static func label(_ kind: SecurityEventKind) -> Bilingual { kind.text }
}
