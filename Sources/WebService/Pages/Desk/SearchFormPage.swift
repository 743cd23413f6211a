import Accounts
import Casework
import ExpressionLanguage
import Registry

/// Finds people; what is searched for is sent in the form, never in the address.
enum SearchFormPage {
  struct View: Sendable {
    struct Hit: Sendable {
      let href: String
      let number: String
      let name: String
      let masked: String
      let birth: String
      let district: String
      let permit: PermitTag?
      let isProtected: Bool
      let isMerged: Bool
    }
    struct Choice: Sendable {
      let value: String
      let label: String
      let hint: String?
      let isChosen: Bool
    }
    var typed = ""
    var purposes: [Choice] = []
    var purpose = ""
    var hasAsked = false
    var hits: [Hit] = []
    var isEmpty = false
    var next: String?
    var mayRegister = false
  }

  static let show: Route.Handler = { visit in
    try visit.page(
      "desk/search",
      title: Bilingual("Find a person", "查找居民"),
      try blank(visit),
      back: back(visit)
    )
  }

  static let send: Route.Handler = { visit in
    var view = try blank(visit)
    guard let typed = visit.form["q"] else {
      return try visit.page(
        "desk/search",
        title: Bilingual("Find a person", "查找居民"),
        view,
        mistakes: [
          Layout.Mistake("q", visit.say("Enter a name, number or phone", "请填写姓名、号码或者电话"))
        ],
        back: back(visit)
      )
    }
    let purpose = try visit.purpose(for: .search) ?? .casework
    let page = try await visit.office.search(
      String(typed.prefix(100)),
      limit: 20,
      after: visit.form["after"].flatMap { SearchPage.Cursor($0) },
      by: visit.actor,
      for: purpose
    )
    view.typed = typed
    view.hasAsked = true
    view.hits = page.hits.map { hit(visit, $0, purpose) }
    view.isEmpty = page.hits.isEmpty
    view.next = page.next?.text
    return try visit.page(
      "desk/search",
      title: Bilingual("People found", "查找结果"),
      view,
      back: back(visit)
    )
  }

  private static func back(_ visit: Visit) -> String {
    visit.account?.role == .auditor ? "/audit" : "/desk"
  }

  private static func blank(_ visit: Visit) throws -> View {
    let purposes = try visit.purposes(for: .search)
    let chosen = try visit.purpose(for: .search) ?? purposes.first
    return View(
      purposes: purposes.count < 2
        ? []
        : purposes.map {
          View.Choice(
            value: $0.rawValue,
            label: visit.say($0.label),
            hint: DeskLabels.hint($0).map(visit.say),
            isChosen: $0 == chosen
          )
        },
      purpose: chosen?.rawValue ?? "",
      mayRegister: try !visit.purposes(for: .registerResident).isEmpty
    )
  }

  private static func hit(_ visit: Visit, _ hit: SearchHit, _ purpose: Purpose) -> View.Hit {
    View.Hit(
      href: visit.link("/desk/files/\(hit.resident.text)") + "?" + purpose.query,
      number: hit.resident.text,
      name: hit.summary?.name ?? "",
      masked: hit.summary?.maskedNumber ?? "",
      birth: hit.summary.map { visit.day($0.birthDate) } ?? "",
      district: visit.say(DeskLabels.district(hit.district)),
      permit: hit.permit.map { PermitTag($0, visit.language) },
      isProtected: hit.isProtected,
      isMerged: hit.mergedInto != nil
    )
  }
}

/// A permit's state as a tag.
struct PermitTag: Sendable {
  let text: String
  let style: String

  init(_ state: Permit.State, _ language: Language) {
    text = state.label[language]
    style =
      switch state {
      case .active: "active"
      case .suspended: "suspended"
      case .cancelled, .confiscated: "cancelled"
      }
  }
}
