import ExpressionLanguage

/// 核验居住证: asks about a permit by its number, or by what its code holds.
///
/// It is sent as a form, so that no number stands in an address or in a log.
enum CheckPage {
  struct View: Sendable {
    let id = "number"
    let number: String
    let error: String?
  }

  static let show: Route.Handler = { visit in try page(visit) }

  static let send: Route.Handler = { visit in
    guard let typed = visit.form["number"] else {
      return try page(
        visit,
        error: Bilingual(
          "Enter the number of the card, or paste the link of its code",
          "请输入证件编号，或者粘贴二维码中的链接"
        )
      )
    }
    guard let asked = AskedPermit(typed) else {
      return try page(
        visit,
        typed: typed,
        error: Bilingual(
          "This is neither a card’s number (letters, digits and hyphens) nor the whole link of a"
            + " code: copy it again from beginning to end",
          "既不是证件编号（字母、数字和连字符），也不是完整的二维码链接：请从头到尾重新复制"
        )
      )
    }
    let checked = try await CheckedPermit.ask(asked, visit)
    let isCode = if case .token = asked { true } else { false }
    return try CheckAnswerPage.reply(checked, fromCode: isCode, visit)
  }

  private static func page(
    _ visit: Visit,
    typed: String = "",
    error: Bilingual? = nil
  ) throws(Fault) -> Reply {
    let message = error.map(visit.say)
    return try visit.page(
      "certificates/check",
      title: Bilingual("Check a permit", "核验居住证"),
      View(number: String(typed.prefix(1_000)), error: message),
      mistakes: message.map { [Layout.Mistake("number", $0)] } ?? []
    )
  }
}
