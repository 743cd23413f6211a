import Casework
import ExpressionLanguage

/// 申领居住证: the list of what there is to fill in.
enum MyApplyPage {
  struct View: Sendable {
    let tasks: [Task]
    let done: Int
    let all: Int
    let savedAt: ShownMoment?
    let refusal: ShownRefusal?
    let isOpen: Bool
    let isWhole: Bool
    let carried: Bool
  }

  struct Task: Sendable {
    let id: String
    let words: String
    let href: String
    let isDone: Bool
    let isReady: Bool
  }

  static let show = MyFile.handler { mine in
    if mine.visit.query["from"] == "ways" { try await carry(mine) }
    let saved = try await SavedDraft.read(mine)
    let draft = saved.draft
    let visit = mine.visit
    func task(_ id: String, _ words: Bilingual, _ isDone: Bool, _ isReady: Bool) -> Task {
      Task(
        id: "task-\(id)",
        words: visit.say(words),
        href: visit.link("/me/apply/\(id)"),
        isDone: isDone,
        isReady: isReady
      )
    }
    let isChosen = draft.chosen != nil
    let tasks = [
      task("basis", Bilingual("Why you would have a permit", "申领事由"), isChosen, true),
      task(
        "conditions",
        Bilingual("Look at the conditions", "条件自查"),
        isChosen && draft.isChecked,
        isChosen
      ),
      task("papers", Bilingual("Papers", "申请材料"), isChosen && draft.papers != nil, isChosen),
      task(
        "contact",
        Bilingual("How the office reaches you", "联系方式"),
        draft.isContactDone,
        true
      ),
      task("check", Bilingual("Check and send", "核对并提交"), false, draft.isWhole),
    ]
    let refusal = mine.refusal(of: draft.command)
    return try mine.page(
      "resident/apply",
      title: Bilingual("Apply for a residence permit", "申领居住证"),
      View(
        tasks: tasks,
        done: tasks.count(where: \.isDone),
        all: tasks.count,
        savedAt: saved.savedAt.map { ShownMoment($0, visit) },
        refusal: refusal.map { ShownRefusal($0, mine) },
        isOpen: refusal == nil,
        isWhole: draft.isWhole,
        carried: visit.query["from"] == "ways"
      )
    )
  }

  /// Takes over what the person said when finding out which way is theirs, where it says something
  /// that is asked here and was not filled in yet.
  private static func carry(_ mine: MyFile) async throws {
    let saved = try await SavedDraft.read(mine)
    guard saved.draft.basis == nil, let basis = WaysBasis.of(mine.visit) else { return }
    var draft = saved.draft
    draft.basis = basis.rawValue
    // Where another device was quicker, its answer stays.
    try? await SavedDraft.save(draft, on: saved.version, mine)
  }
}
