import Accounts
import Casework
import ExpressionLanguage
import Registry

/// The accounts of the office's people, and what one of them has read, searched and done.
enum AccountsPage {
  struct ListView: Sendable {
    struct Row: Sendable {
      let href: String
      let name: String
      let id: String
      let role: String
      let office: String
      let seen: String
      let made: String
      let isBlocked: Bool
      let hasSecondFactor: Bool
    }
    let rows: [Row]
    let isEmpty: Bool
  }

  struct OneView: Sendable {
    struct Search: Sendable {
      let moment: String
      let way: String
      let hits: Int
      let purpose: String
    }
    let id: String
    let name: String?
    let role: String?
    let office: String
    let readings: [AccessesPage.Row]
    let hasReadings: Bool
    let searches: [Search]
    let hasSearches: Bool
    let events: [SecurityPage.Row]
    let hasEvents: Bool
  }

  static let list: Route.Handler = { visit in
    let labels = FactLabels(try visit.office.law(on: visit.office.today))
    let staff = try await visit.service.accounts.staff()
    let rows = staff.map { account in
      ListView.Row(
        href: visit.link("/audit/accounts/\(account.id.text)"),
        name: account.name ?? account.id.text,
        id: account.id.text,
        role: visit.say(account.role.label),
        office: visit.officeName(account.office, labels),
        seen: account.seenAt.map(DeskLabels.moment) ?? visit.say("never", "从未登录"),
        made: DeskLabels.moment(account.createdAt),
        isBlocked: account.state == .blocked,
        hasSecondFactor: account.hasSecondFactor
      )
    }
    return try visit.page(
      "audit/accounts",
      title: Bilingual("Staff accounts", "工作人员账号"),
      ListView(rows: rows, isEmpty: rows.isEmpty),
      back: "/audit"
    )
  }

  static let one: Route.Handler = { visit in
    let id = try visit.parameter("account")
    let actor = try visit.actor
    // The registry also knows accounts that are not of this service, such as those of the demo.
    guard id.utf8.count <= 100 else { throw Fault.notFound }
    let account = try await AccountID(id).asyncFlatMap {
      try await visit.service.accounts.account($0)
    }
    let labels = FactLabels(try visit.office.law(on: visit.office.today))
    let readings = try await visit.office.accesses(ofAccount: id, limit: 200, by: actor)
    let searches = try await visit.office.searches(ofAccount: id, limit: 100, by: actor)
    let events = try await visit.service.accounts.securityEvents(of: id, limit: 50)
    return try visit.page(
      "audit/account",
      title: Bilingual("One account", "账号记录"),
      OneView(
        id: id,
        // A resident's sign-in name may be a phone: only staff are named.
        name: account?.role == .resident ? nil : account?.name,
        role: account.map { visit.say($0.role.label) },
        office: visit.officeName(account?.office ?? "", labels),
        readings: readings.map { AccessesPage.Row($0, labels, visit) },
        hasReadings: !readings.isEmpty,
        searches: searches.map {
          OneView.Search(
            moment: DeskLabels.moment($0.recordedAt),
            way: visit.say(label($0.way)),
            hits: $0.hits,
            purpose: visit.say($0.purpose.label)
          )
        },
        hasSearches: !searches.isEmpty,
        events: events.map { SecurityPage.Row($0, visit) },
        hasEvents: !events.isEmpty
      ),
      back: "/audit/accounts"
    )
  }

  private static func label(_ way: SearchEntry.Way) -> Bilingual {
    switch way {
    case .file: Bilingual("by number of the file", "按档案编号")
    case .number: Bilingual("by citizen's number", "按公民身份号码")
    case .phone: Bilingual("by phone", "按电话")
    case .name: Bilingual("by name", "按姓名")
    case .account: Bilingual("log of an account", "查看账号日志")
    }
  }
}

extension Optional where Wrapped: Sendable {
  /// What an asynchronous question makes of it; nothing of nothing.
  fileprivate func asyncFlatMap<Result>(
    _ ask: (Wrapped) async throws -> Result?
  ) async throws -> Result? {
    guard let self else { return nil }
    return try await ask(self)
  }
}
