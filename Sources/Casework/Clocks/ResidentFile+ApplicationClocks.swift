import ExpressionLanguage

extension ResidentFile {
  /// The terms that run on the open application on a day: each says whose turn it is.
  ///
  /// What time has made happen by that day counts as happened, whether or not it is recorded.
  func applicationClocks(on day: CivilDate, by law: OfficeLaw) -> [CaseClock] {
    var file = self
    let desk = Desk(actor: .system, purpose: .dayWork, today: day, law: law)
    if let application = applications.open {
      for event in ApplicationCase(file: self, desk: desk).due(on: application) {
        file.apply(FileEntry(event, on: day, by: Actor.system.hand))
      }
    }
    guard let application = file.applications.open else { return [] }
    return ApplicationClocks(application: application, day: day, law: law).all
  }
}

/// The terms of one application on one day.
private struct ApplicationClocks {
  let application: Application
  let day: CivilDate
  let law: OfficeLaw

  private var terms: ApplicationTerms { ApplicationTerms(law: law) }

  var all: [CaseClock] {
    switch application.state {
    case .submitted: [notify].compactMap(\.self)
    case .supplementNeeded:
      application.completed == nil
        ? [notifyAtRest, supplement].compactMap(\.self) : [accept].compactMap(\.self)
    case .accepted, .reviewed, .approved: checks + [issue].compactMap(\.self)
    case .refused, .issued, .notAccepted, .withdrawn, .closedUnfinished: []
    }
  }

  private var notify: CaseClock? {
    guard let term = terms.notify, let due = terms.notifyDue(application) else { return nil }
    return clock(
      "notify",
      Bilingual("tell what is missing, or accept", "一次性告知或者受理"),
      .clerk,
      term,
      since: application.submitted,
      due: due,
      atEnd: Bilingual(
        "it counts as accepted from the day it came in",
        "自收到申请材料之日起即为受理"
      )
    )
  }

  /// After the notice it is the person's turn: the office's days stand still.
  private var notifyAtRest: CaseClock? {
    guard let notice = application.notice, let term = terms.notify, let length = term.length,
      let clock = notify
    else { return nil }
    var rest = clock
    let told = notice.on.words
    rest.due = nil
    rest.left = nil
    rest.used = law.days(length, after: application.submitted, through: notice.on)
    rest.paused = Bilingual(
      "waits for the papers that were told on \(told.english)",
      "已于\(told.chinese)一次性告知，等待申领人补正"
    )
    rest.atEnd = Bilingual(
      "it begins anew on the day on which all that was told is there",
      "所告知的材料补齐之日重新起算"
    )
    return rest
  }

  private var supplement: CaseClock? {
    guard let notice = application.notice else { return nil }
    return clock(
      "supplement",
      Bilingual("bring the missing papers", "补正材料"),
      .resident,
      terms.supplement,
      since: notice.on,
      due: notice.due,
      atEnd: Bilingual(
        "the application is closed unfinished; one may apply again",
        "申请未办结终止，可以重新申请"
      )
    )
  }

  private var accept: CaseClock? {
    guard let completed = application.completed, let term = terms.notify,
      let due = terms.acceptDue(application)
    else { return nil }
    return clock(
      "accept",
      Bilingual("accept what was completed", "受理补齐的申请"),
      .clerk,
      term,
      since: completed,
      due: due,
      atEnd: Bilingual(
        "it counts as accepted from the day on which the papers were all there",
        "自材料补齐之日起即为受理"
      )
    )
  }

  private var checks: [CaseClock] {
    application.openChecks.map { check in
      let department = Departments(law: law).words(check.department)
      return clock(
        "check/\(check.department)",
        Bilingual("answer of \(department.english)", "\(department[.chinese])答复核查"),
        .department,
        terms.check,
        since: check.asked,
        due: check.due,
        atEnd: Bilingual(
          "it is reported upwards; the decision no longer waits, and silence is neither yes nor no",
          "向上级报告，不再等候其答复；逾期不视为同意，也不视为不同意"
        )
      )
    }
  }

  private var issue: CaseClock? {
    guard let accepted = application.accepted, let term = terms.issue(application),
      let due = terms.issueDue(application)
    else { return nil }
    return clock(
      "issue",
      Bilingual("decide, make and hand out the permit", "审核、制作并发放居住证"),
      application.state == .approved ? .clerk : .reviewer,
      term,
      since: accepted,
      due: due,
      atEnd: Bilingual(
        "the office has broken the term; the applicant may seek review",
        "机关逾期，申领人可以依法寻求救济"
      )
    )
  }

  /// A term that runs; where the measures no longer set it, its days are those of the calendar.
  private func clock(
    _ id: String,
    _ name: Bilingual,
    _ role: Role,
    _ term: Term?,
    since: CivilDate,
    due: DueDate,
    atEnd: Bilingual
  ) -> CaseClock {
    let length = term?.length ?? .days(0)
    let isWorkingDays = if case .workingDays = length { true } else { false }
    return CaseClock(
      id: id,
      name: name,
      waitsFor: role,
      application: application.number,
      since: since,
      due: due,
      used: law.days(length, after: since, through: day),
      left: law.days(length, after: day, through: due.day),
      isWorkingDays: isWorkingDays,
      paused: nil,
      atEnd: atEnd,
      citation: term?.citation ?? CaseLaw.howToApply
    )
  }
}
