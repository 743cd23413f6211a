import Registry
import Casework
import ExpressionLanguage

/// 我的档案: how the permit stands, what waits for the person, what is under way.
enum MyOverviewPage {
  struct View: Sendable {
    let name: String
    let number: String
    let isProtected: Bool
    let isMerged: Bool
    let permit: ShownPermit?
    let endorsement: ShownClock?
    let tasks: [Task]
    let hasTasks: Bool
    let applications: [Current]
    let clocks: [ShownClock]
    let hasClocks: Bool
    let unread: Int
    let hasUnread: Bool
  }

  /// Something that waits for the person.
  struct Task: Sendable {
    let words: String
    let href: String
    let detail: String
    let tag: String
    let isUrgent: Bool
  }

  /// An application that is under way.
  struct Current: Sendable {
    let number: Int
    let basis: String
    let state: String
    let submitted: ShownDay
  }

  static let show = MyFile.handler { mine in
    let (visit, file) = (mine.visit, mine.file)
    let unread = await NoticesRead.unread(mine)
    let endorsement = mine.view.clocks.first { $0.id == "endorsement" }
    let others = mine.view.clocks.filter { $0.id != "endorsement" }
    let tasks = tasks(mine)
    return try mine.page(
      "resident/overview",
      title: Bilingual("My file", "我的档案"),
      View(
        name: mine.name,
        number: file.person.identity?.number.masked ?? "",
        isProtected: file.person.isProtected,
        isMerged: file.person.mergedInto != nil,
        permit: file.permits.last.map { ShownPermit($0, mine) },
        endorsement: endorsement.map { ShownClock($0, mine) },
        tasks: tasks,
        hasTasks: !tasks.isEmpty,
        applications: [file.applications.open].compactMap(\.self).map { application in
          Current(
            number: application.number,
            basis: visit.say(application.basis.label),
            state: visit.say(application.state.label),
            submitted: ShownDay(application.submitted, visit)
          )
        },
        clocks: others.map { ShownClock($0, mine) },
        hasClocks: !others.isEmpty,
        unread: unread,
        hasUnread: unread > 0
      ),
      back: nil
    )
  }

  /// What the office waits for from the person, and what it would take from them today.
  private static func tasks(_ mine: MyFile) -> [Task] {
    let (visit, file) = (mine.visit, mine.file)
    var tasks: [Task] = []
    for clock in mine.view.clocks where clock.waitsFor == .resident && clock.paused == nil {
      let isEndorsement = clock.id == "endorsement"
      // The clock runs all year; there is something to do once the office would take it.
      if isEndorsement, mine.refusal(of: .permit(.endorse))?.id == "endorsement-too-early" {
        continue
      }
      let shown = ShownClock(clock, mine)
      tasks.append(
        Task(
          words: shown.words,
          href: isEndorsement ? "/me/endorse" : "/me/applications/\(clock.application ?? 0)",
          detail: shown.atEnd,
          tag: shown.isOverdue
            ? visit.say("\(shown.left) overdue", "已超期\(shown.left)")
            : visit.say("\(shown.left) left", "还剩\(shown.left)"),
          isUrgent: shown.isOverdue || shown.isSoon
        )
      )
    }
    if file.permits.live == nil, file.applications.open == nil {
      tasks.append(applying(mine))
    }
    return tasks
  }

  private static func applying(_ mine: MyFile) -> Task {
    let refusal = mine.refusal(of: ApplyDraft().command)
    let (visit, isLivingHere) = (mine.visit, refusal?.id != "no-residence")
    return Task(
      words: isLivingHere
        ? visit.say("Apply for a residence permit", "申领居住证")
        : visit.say("Register your address", "办理居住登记"),
      href: isLivingHere ? "/me/apply" : "/me/address",
      detail: refusal.map { visit.say($0.reason).capitalised }
        ?? visit.say(
          "You can fill it in in steps and go on later, on another device too.",
          "可以分步填写、随时保存，换一台设备也能继续。"
        ),
      tag: visit.say("to do", "可以办理"),
      isUrgent: false
    )
  }
}
