import Registry
import Casework
import ExpressionLanguage

/// One application: what happened, which terms run, what can be done.
enum MyApplicationPage {
  struct View: Sendable {
    let number: Int
    let state: String
    let isOpen: Bool
    let basis: String
    let submitted: ShownDay
    let brought: [String]
    let hasBrought: Bool
    let missing: [Missing]
    let hasMissing: Bool
    let missingDue: ShownDay?
    let supplementError: String?
    let canSupplement: Bool
    let canWithdraw: Bool
    let timeline: [Step]
    let clocks: [ShownClock]
    let hasClocks: Bool
    let papers: [MyPapersPage.Row]
    let hasPapers: Bool
    let decision: Decision?
    let key: String
  }

  struct Missing: Sendable {
    let id: String
    let value: String
    let words: String
  }

  struct Step: Sendable {
    let on: ShownDay
    let words: String
    let by: String
    let isNow: Bool
  }

  struct Decision: Sendable {
    let isApproval: Bool
    let on: ShownDay
    let reasons: [ShownReason]
    let remedies: [String]
    let hasRemedies: Bool
  }

  static let show = MyFile.handler { mine in try page(mine) }

  /// Where the form was sent, for whoever comes there by the browser's list.
  static let back = MyFile.handler { mine in
    mine.visit.redirect(to: "/me/applications/\(try mine.visit.number("application"))")
  }

  /// 补正: hands in papers that were missing.
  static let supplement = MyFile.handler { mine in
    let number = try mine.visit.number("application")
    let papers = mine.visit.form.all("papers")
    if papers.isEmpty {
      let text = mine.visit.say("Choose what you hand in", "请选择要补交的材料")
      return try page(mine, error: text)
    }
    let command = Command.application(.supplement(number: number, papers: papers))
    switch try await mine.attempt(command) {
    case .success:
      return await mine.visit.done(
        Bilingual("The papers have been noted.", "材料已登记。"),
        to: "/me/applications/\(number)"
      )
    case .failure(let rejection): return try page(mine, error: rejection.message(mine.visit))
    }
  }

  private static func page(_ mine: MyFile, error: String? = nil) throws -> Reply {
    let (visit, number) = (mine.visit, try mine.visit.number("application"))
    guard let application = mine.file.applications.application(number) else {
      throw Fault.notFound
    }
    let papers = MyPaper.all(of: mine).filter { $0.application == number }
    let clocks = mine.view.clocks.filter { $0.application == number }
    let missing = missing(application, mine)
    let brought = application.papers.map { visit.say(mine.law.words(ofPaper: $0)).capitalised }
    let takes = missing.first.map { paper in
      mine.refusal(of: .application(.supplement(number: number, papers: [paper.english]))) == nil
    }
    return try mine.page(
      "resident/application",
      title: Bilingual("Application \(number)", "第\(number)号申请"),
      View(
        number: number,
        state: visit.say(application.state.label).capitalised,
        isOpen: !application.state.isFinal,
        basis: visit.say(application.basis.label),
        submitted: ShownDay(application.submitted, visit),
        brought: brought,
        hasBrought: !brought.isEmpty,
        missing: missing.enumerated().map { index, paper in
          Missing(
            id: "papers-\(index + 1)",
            value: paper.english,
            words: visit.say(paper).capitalised
          )
        },
        hasMissing: !missing.isEmpty,
        missingDue: application.notice.map { ShownDay($0.due.day, visit) },
        supplementError: error,
        canSupplement: takes ?? false,
        canWithdraw: mine.refusal(of: .application(.withdraw(number: number))) == nil,
        timeline: timeline(number, mine),
        clocks: clocks.map { ShownClock($0, mine) },
        hasClocks: !clocks.isEmpty,
        papers: MyPapersPage.rows(papers, mine),
        hasPapers: !papers.isEmpty,
        decision: application.decision.map { decision in
          Decision(
            isApproval: decision.isApproval,
            on: ShownDay(decision.on, visit),
            reasons: ShownReason.list(decision.reasons, mine),
            remedies: decision.remedies.map(visit.say),
            hasRemedies: !decision.remedies.isEmpty
          )
        },
        key: visit.keyToSend
      ),
      mistakes: error.map { [Layout.Mistake("papers", $0)] } ?? [],
      back: "/me/applications"
    )
  }

  /// What the one-time notice named and is not there; before a notice, what the measure lists and
  /// was not handed in.
  private static func missing(_ application: Application, _ mine: MyFile) -> [Bilingual] {
    guard !application.state.isFinal else { return [] }
    if application.notice != nil {
      return application.stillMissing.map(mine.law.words(ofPaper:))
    }
    let prospect = try? mine.file.prospect(
      of: application.basis,
      isByAnother: application.actedFor != nil,
      on: mine.today,
      by: mine.law
    )
    return (prospect?.papers ?? []).filter { !application.papers.contains($0.english) }
  }

  private static func timeline(_ number: Int, _ mine: MyFile) -> [Step] {
    var submitted = 0
    let entries = mine.view.entries.filter { entry in
      switch entry.entry.event {
      case .application(let event):
        if case .submitted = event {
          submitted += 1
          return submitted == number
        }
        return event.number == number
      case .permit(.issued(let application, _, _)): return application == number
      default: return false
      }
    }
    return entries.enumerated().map { index, entry in
      Step(
        on: ShownDay(entry.entry.on, mine.visit),
        words: mine.visit.say(entry.entry.event.words(mine.labels)).capitalised,
        by: mine.visit.say(entry.entry.by.role.label),
        isNow: index == entries.count - 1
      )
    }
  }
}
