import ExpressionLanguage

/// Starts again: what the browser holds is taken away.
enum ClearPage {
  struct View: Sendable {
    let count: Int
    let isEmpty: Bool
    let isOne: Bool
  }

  static let show: Route.Handler = { visit in
    let count = WaysCookie(visit).answers.entries.count
    return try visit.page(
      "public/ways/clear",
      title: Bilingual("Start again", "重新开始"),
      View(count: count, isEmpty: count == 0, isOne: count == 1),
      back: "/ways/answers"
    )
  }

  static let send: Route.Handler = { visit in
    WaysCookie(visit).clearing(visit.redirect(to: "/ways"))
  }
}
