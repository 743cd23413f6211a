import ExpressionLanguage

/// 忘记密码: what to do; it asks for no name, so it tells of none.
enum ForgotPage {
  struct View: Sendable {
    let provider: String?
  }

  static let show: Route.Handler = { visit in
    try visit.page(
      "account/forgot",
      title: Bilingual("When you can’t get in", "无法登录"),
      View(
        provider: visit.service.settings.openID.map { visit.say($0.nameEnglish, $0.nameChinese) }
      ),
      back: "/sign-in"
    )
  }
}
