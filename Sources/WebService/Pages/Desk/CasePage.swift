import Casework
import ExpressionLanguage
import Policy
import Registry
import Scoring

/// One application: what happened, what is known and what was handed in, side by side, with what
/// the measures say of it now and what can be done.
enum CasePage {
  struct View: Sendable {
    struct Condition: Sendable {
      let words: String
      let status: String
      let style: String
      let article: String
      /// Its measure; nothing where the condition above names the same.
      var measure: String?
      let standing: StandingView
      let exception: String?
      /// What is missing for it; not `missing`, for which a template would take the finding's.
      let lacks: String?
      /// How deep it stands below the first, from 0 to 4.
      let level: Int
    }
    struct Finding: Sendable {
      let outcome: String
      let style: String
      let conditions: [Condition]
      let missing: [String]
    }
    struct Paper: Sendable {
      let name: String
      let isThere: Bool
      let isMissing: Bool
    }
    struct Check: Sendable {
      let department: String
      let facts: String
      let asked: String
      let due: String
      let answered: String?
      let isOverdue: Bool
    }
    struct Decision: Sendable {
      let isApproval: Bool
      let on: String
      let reasons: [Condition]
      let remedies: [String]
      let law: [String]
    }
    let number: Int
    let file: String
    let fileHref: String
    let name: String
    let masked: String
    let purpose: String
    let basis: String
    let medium: String
    let submitted: String
    let actedFor: String?
    let state: String
    let clocks: [ClockView]
    let papers: [Paper]
    let noticed: String?
    let checks: [Check]
    let relocation: String?
    let longer: String?
    let finding: Finding?
    let decision: Decision?
    let facts: [FactView]
    let entries: [EntryView]
    let notices: [NoticeView]
    let deeds: [DeedLink]
    let hasDeeds: Bool
    let closed: [ClosedDeed]
    let hasClosed: Bool
    let queue: String
  }

  static let show: Route.Handler = { visit in
    guard let desk = try await DeskFile.read(visit) else { return try PurposePage.show(visit) }
    guard let number = Int(try visit.parameter("number")),
      let application = desk.file.applications.application(number)
    else { throw Fault.notFound }
    let view = try await view(desk, application)
    return try visit.page(
      "desk/case",
      title: Bilingual("Application \(number)", "第\(number)号申请"),
      view,
      back: "/desk"
    )
  }

  private static func view(_ desk: DeskFile, _ application: Application) async throws -> View {
    let (visit, file, labels, law) = (desk.visit, desk.file, desk.scene.labels, desk.scene.law)
    let offer = try await desk.offer([.application], number: application.number)
    let known = file.facts.known(on: desk.view.day)
    let entries = desk.view.entries.filter { isAbout(application.number, $0.entry.event) }
    let views = entries.reversed().map { EntryView($0, labels, visit) }
    return View(
      number: application.number,
      file: file.id.text,
      fileHref: desk.link(),
      name: file.person.identity?.name ?? "",
      masked: file.person.identity?.number.masked ?? "",
      purpose: visit.say(desk.purpose.label),
      basis: visit.say(application.basis.label),
      medium: visit.say(application.medium.label),
      submitted: visit.day(application.submitted),
      actedFor: application.actedFor?.text,
      state: visit.say(application.state.label),
      clocks: desk.view.clocks.filter { $0.application == application.number }
        .map { ClockView($0, visit) },
      papers: law.permitPapers.map { paper in
        View.Paper(
          name: visit.say(paper),
          isThere: application.papers.contains(paper.english),
          isMissing: application.stillMissing.contains(paper.english)
        )
      },
      noticed: application.notice.map { visit.say($0.due.words) },
      checks: application.checks.map { check(desk, $0) },
      relocation: application.relocationConfirmed.map {
        $0
          ? visit.say("The unit has confirmed", "单位已确认")
          : visit.say("The unit has denied", "单位不予确认")
      },
      longer: application.extensionReason,
      finding: application.decision == nil ? finding(desk, application) : nil,
      decision: application.decision.map { decision(visit, $0) },
      facts: known.map { FactView($0, labels, visit) },
      entries: views.filter { $0.notice == nil },
      notices: views.compactMap(\.notice),
      deeds: offer.open,
      hasDeeds: !offer.open.isEmpty,
      closed: offer.closed,
      hasClosed: !offer.closed.isEmpty,
      queue: visit.link("/desk")
    )
  }

  /// Whether an entry belongs to the course of an application.
  private static func isAbout(_ number: Int, _ event: Event) -> Bool {
    switch event {
    case .application(let event): event.number == nil || event.number == number
    case .permit(.issued(let application, _, _)): application == number
    case .notice, .fact: true
    case .permit, .person: false
    }
  }

  private static func check(_ desk: DeskFile, _ check: DepartmentCheck) -> View.Check {
    let (visit, labels) = (desk.visit, desk.scene.labels)
    return View.Check(
      department: visit.say(labels.source(check.department)),
      facts: check.facts.map { visit.say(labels.fact($0)) }
        .joined(separator: visit.say(", ", "、")),
      asked: visit.day(check.asked),
      due: visit.say(check.due.words),
      answered: check.answered.map(visit.day),
      isOverdue: check.answered == nil && check.due.day < desk.view.day
    )
  }

  private static func finding(_ desk: DeskFile, _ application: Application) -> View.Finding? {
    let visit = desk.visit
    guard
      let finding = try? desk.file.finding(
        of: application.number,
        on: desk.view.day,
        by: desk.scene.law
      )
    else { return nil }
    let (outcome, style): (Bilingual, String) =
      switch finding.outcome {
      case .open: (Bilingual("Open: to be approved", "符合条件，应予批准"), "active")
      case .closed: (Bilingual("Closed: to be refused", "不符合条件，不予批准"), "cancelled")
      case .undetermined: (Bilingual("Undetermined: facts are missing", "尚不能确定，缺少数据"), "unknown")
      }
    return View.Finding(
      outcome: visit.say(outcome),
      style: style,
      conditions: named(finding.conditions.flatMap { conditions(visit, $0, desk.scene.law, 0) }),
      missing: finding.missing.map {
        visit.say($0.name) + visit.say(" (\($0.verifiedBy.english))", "（\($0.verifiedBy.chinese)）")
      }
    )
  }

  /// The conditions, of which the first below a measure names it.
  private static func named(_ conditions: [View.Condition]) -> [View.Condition] {
    conditions.enumerated().map { place, condition in
      var condition = condition
      if place > 0, conditions[place - 1].measure == condition.measure { condition.measure = nil }
      return condition
    }
  }

  private static func conditions(
    _ visit: Visit,
    _ condition: ConditionResult,
    _ law: OfficeLaw,
    _ level: Int
  ) -> [View.Condition] {
    let place = condition.exception?.place ?? condition.place
    let measure = law.assessor.set.rules.first { $0.place.path == place.path }
      .map { law.assessor.set.measures[$0.measure].title }
    let (status, style) = status(condition.status)
    let one = View.Condition(
      words: visit.say(condition.words),
      status: visit.say(status),
      style: style,
      article: place.precise(visit.language),
      measure: measure.map(visit.say),
      standing: StandingView(condition.standing),
      exception: condition.exception.map { visit.say($0.name) },
      lacks: condition.missing.isEmpty
        ? nil
        : condition.missing.map { visit.say($0.name) }.joined(separator: visit.say(", ", "、")),
      level: min(level, 4)
    )
    return [one] + condition.children.flatMap { conditions(visit, $0, law, level + 1) }
  }

  static func status(_ status: ConditionStatus) -> (Bilingual, String) {
    switch status {
    case .met: (Bilingual("met", "符合"), "active")
    case .notMet: (Bilingual("not met", "不符合"), "cancelled")
    case .unknown: (Bilingual("unknown", "未知"), "unknown")
    case .waived: (Bilingual("waived", "免除"), "info")
    }
  }

  private static func decision(_ visit: Visit, _ decision: ApplicationDecision) -> View.Decision {
    View.Decision(
      isApproval: decision.isApproval,
      on: visit.day(decision.on),
      reasons: decision.reasons.map { reason in
        let (words, style) =
          ConditionStatus(rawValue: reason.status).map(status)
          ?? (Bilingual(reason.status, reason.status), "info")
        return View.Condition(
          words: visit.say(reason.words),
          status: visit.say(words),
          style: style,
          article: visit.say(reason.citation.article),
          measure: reason.citation.measure,
          standing: StandingView(reason.citation.standing),
          exception: nil,
          lacks: nil,
          level: 0
        )
      },
      remedies: decision.remedies.map(visit.say),
      law: decision.law.map { "\($0.measure) · \($0.version) · \($0.hash.prefix(12))" }
    )
  }
}
