import Casework
import ExpressionLanguage

/// 申请材料: the papers that this application needs, and which of them the person hands in.
enum MyApplyPapersPage {
  struct View: Sendable {
    let papers: [Needed]
    let hasPapers: Bool
    let onVersion: Int
    let refusal: ShownRefusal?
  }

  struct Needed: Sendable {
    let id: String
    let value: String
    let words: String
    let isChosen: Bool
  }

  static let show = MyFile.handler { mine in
    let saved = try await SavedDraft.read(mine)
    guard let basis = saved.draft.chosen else { return mine.visit.redirect(to: "/me/apply/basis") }
    var papers: [Needed] = []
    var refusal: Rejection?
    do throws(Rejection) {
      let needed = try mine.file.prospect(
        of: basis,
        isByAnother: mine.isForAnother,
        on: mine.today,
        by: mine.law
      ).papers
      papers = needed.enumerated().map { index, paper in
        Needed(
          id: "papers-\(index + 1)",
          value: paper.english,
          words: mine.visit.say(paper).capitalised,
          isChosen: saved.draft.papers?.contains(paper.english) ?? false
        )
      }
    } catch { refusal = error }
    return try mine.page(
      "resident/apply-papers",
      title: Bilingual("Apply: papers", "申领：申请材料"),
      View(
        papers: papers,
        hasPapers: !papers.isEmpty,
        onVersion: saved.version,
        refusal: refusal.map { ShownRefusal($0, mine) }
      ),
      back: "/me/apply"
    )
  }

  static let send = MyFile.handler { mine in
    let papers = mine.visit.form.all("papers")
    return try await ApplyStep.save(mine, next: "/me/apply/contact") { $0.papers = papers }
  }
}
