import Casework
import ExpressionLanguage

/// The phone at which the office reaches the applicant, confirmed or changed.
enum MyApplyContactPage {
  struct View: Sendable {
    let phone: String
    let error: String?
    let onVersion: Int
    let key: String
  }

  static let show = MyFile.handler { mine in try await page(mine) }

  static let send = MyFile.handler { mine in
    let phone = mine.visit.form["phone"]
    if phone != mine.file.person.phone {
      let change = Command.person(.changePhone(phone: phone))
      if case .failure(let rejection) = try await mine.attempt(change) {
        return try await page(mine, error: rejection.message(mine.visit))
      }
    }
    return try await ApplyStep.save(mine, next: "/me/apply") { $0.isContactDone = true }
  }

  private static func page(_ mine: MyFile, error: String? = nil) async throws -> Reply {
    let saved = try await SavedDraft.read(mine)
    return try mine.page(
      "resident/apply-contact",
      title: Bilingual("Apply: how the office reaches you", "申领：联系方式"),
      View(
        phone: error == nil ? mine.file.person.phone ?? "" : mine.visit.form["phone"] ?? "",
        error: error,
        onVersion: saved.version,
        key: mine.visit.keyToSend
      ),
      mistakes: error.map { [Layout.Mistake("phone", $0)] } ?? [],
      back: "/me/apply"
    )
  }
}
