import ExpressionLanguage
import PermitCredential

/// How another office checks permits by its own program: addresses, form and limits.
enum AgenciesPage {
  struct View: Sendable {
    let issuer: String
    let keySet: String
    let index: String
    let lists: [ListRow]
    let hasLists: Bool
    let keys: [String]
    let hours: Int64
    let minutes: Int64
  }

  struct ListRow: Sendable {
    let number: Int
    let address: String
    let signed: ShownMoment
    let size: Int
  }

  static let show: Route.Handler = { visit in
    let (service, origin) = (visit.service, visit.origin)
    let lists = try await service.statusLists.all(service).sorted { $0.key < $1.key }
    return try visit.page(
      "certificates/agencies",
      title: Bilingual("Check permits by a program", "用程序核验居住证"),
      View(
        issuer: service.permits.issuer,
        keySet: "\(origin)/.well-known/jwks.json",
        index: "\(origin)/status",
        lists: lists.map { number, list in
          ListRow(
            number: number,
            address: "\(origin)/status/\(number)",
            signed: ShownMoment(list.signed.issued * 1_000, visit),
            size: max(1, list.signed.text.utf8.count / 1_024)
          )
        },
        hasLists: !lists.isEmpty,
        keys: service.permits.keys.publicKeys.kids,
        hours: StatusLists.lifetime / 3_600,
        minutes: StatusLists.timeToLive / 60
      ),
      back: "/check"
    )
  }
}
