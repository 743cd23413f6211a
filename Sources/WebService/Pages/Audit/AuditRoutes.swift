import Casework

/// The pages of whoever looks over the office; they change nothing.
enum AuditRoutes {
  private static let auditors: Audience = .roles([.auditor])

  static let all: [Route] = [
    .page("/audit", for: auditors, AuditPage.show),
    .page("/audit/files/{resident}", for: .roles([.auditor, .supervisor]), AccessesPage.show),
    .page("/audit/accounts", for: auditors, AccountsPage.list),
    .page("/audit/accounts/{account}", for: auditors, AccountsPage.one),
    .page("/audit/security", for: auditors, SecurityPage.show),
    .page("/audit/journal", for: auditors, JournalPage.show),
    .form("/audit/journal", for: auditors, JournalPage.start),
  ]
}
