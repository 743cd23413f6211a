import Casework
import ExpressionLanguage

/// 申领: every application of the file, the last first.
enum MyApplicationsPage {
  struct View: Sendable {
    let applications: [Row]
    let hasApplications: Bool
    let refusal: ShownRefusal?
    let isOpen: Bool
    let isBegun: Bool
  }

  struct Row: Sendable {
    let number: Int
    let basis: String
    let state: String
    let isOpen: Bool
    let submitted: ShownDay
  }

  static let show = MyFile.handler { mine in
    let saved = try await SavedDraft.read(mine)
    let rows = mine.file.applications.all.reversed().map { application in
      Row(
        number: application.number,
        basis: mine.visit.say(application.basis.label),
        state: mine.visit.say(application.state.label),
        isOpen: !application.state.isFinal,
        submitted: ShownDay(application.submitted, mine.visit)
      )
    }
    let refusal = mine.refusal(of: ApplyDraft().command)
    return try mine.page(
      "resident/applications",
      title: Bilingual("My applications", "我的申领"),
      View(
        applications: Array(rows),
        hasApplications: !rows.isEmpty,
        refusal: refusal.map { ShownRefusal($0, mine) },
        isOpen: refusal == nil,
        isBegun: saved.version > 0
      )
    )
  }
}
