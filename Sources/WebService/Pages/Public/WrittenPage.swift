import ExpressionLanguage

/// Pages that are words and nothing else.
enum WrittenPage {
  struct View: Sendable {
    let hours: Int
    let minutes: Int
  }

  static let help = page("help", Bilingual("Help", "帮助"))
  static let privacy = page("privacy", Bilingual("Privacy and cookies", "隐私与 Cookie"))
  static let accessibility = page("accessibility", Bilingual("Accessibility", "无障碍说明"))
  static let samples = page("samples", Bilingual("About sample values", "关于样例数值"))

  /// Every pattern of the pages.
  static let catalogue: Route.Handler = { visit in
    try visit.page(
      "catalogue",
      title: Bilingual("Pattern catalogue", "样式目录"),
      view(visit)
    )
  }

  private static func page(_ name: String, _ title: Bilingual) -> Route.Handler {
    { visit in try visit.page("public/\(name)", title: title, view(visit)) }
  }

  private static func view(_ visit: Visit) -> View {
    let settings = visit.service.settings
    return View(hours: settings.residentAbsolute / 3_600, minutes: settings.residentIdle / 60)
  }
}
