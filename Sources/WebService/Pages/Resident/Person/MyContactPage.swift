import Casework
import ExpressionLanguage

/// 联系方式: the phone at which the office reaches the person.
enum MyContactPage {
  struct View: Sendable {
    let current: String?
    let phone: String
    let error: String?
    let key: String
  }

  static let show = MyFile.handler { mine in try page(mine) }

  static let send = MyFile.handler { mine in
    let phone = mine.visit.form["phone"]
    switch try await mine.attempt(.person(.changePhone(phone: phone))) {
    case .success:
      return await mine.visit.done(
        phone == nil
          ? Bilingual("Your phone has been taken off the file.", "联系电话已删除。")
          : Bilingual("Your phone has been changed.", "联系电话已变更。"),
        to: "/me/contact"
      )
    case .failure(let rejection): return try page(mine, error: rejection.message(mine.visit))
    }
  }

  private static func page(_ mine: MyFile, error: String? = nil) throws -> Reply {
    try mine.page(
      "resident/contact",
      title: Bilingual("How the office reaches me", "联系方式"),
      View(
        current: mine.file.person.phone,
        phone: error == nil ? mine.file.person.phone ?? "" : mine.visit.form["phone"] ?? "",
        error: error,
        key: mine.visit.keyToSend
      ),
      mistakes: error.map { [Layout.Mistake("phone", $0)] } ?? []
    )
  }
}
