import Casework
import ExpressionLanguage
import Registry

/// Where an auditor begins.
enum AuditPage {
  struct View: Sendable {
    let search: String
    let queue: String
  }

  static let show: Route.Handler = { visit in
    try visit.page(
      "audit/start",
      title: Bilingual("Audit", "审计"),
      View(search: visit.link("/desk/search"), queue: visit.link("/desk"))
    )
  }
}
