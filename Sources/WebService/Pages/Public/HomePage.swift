import ExpressionLanguage

/// The first page: what one can do here.
enum HomePage {
  struct View: Sendable {}

  static let show: Route.Handler = { visit in
    try visit.page("public/home", title: Bilingual("Anju", "安居"), View())
  }
}
