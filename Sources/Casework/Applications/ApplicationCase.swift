import ExpressionLanguage

/// The state machine of applications, at one desk on one day: a file and a command in, events out.
///
/// Each family of commands has a file of its own.
struct ApplicationCase {
  /// The file, with all that time has made happen.
  let file: ResidentFile
  /// Who asks, on which day, by which law.
  let desk: Desk

  var today: CivilDate { desk.today }
  var law: OfficeLaw { desk.law }
  var papers: PermitPapers { PermitPapers(law: law) }
  var terms: ApplicationTerms { ApplicationTerms(law: law) }
  var notices: CaseNotices { CaseNotices(law: law, today: today) }

  /// Decides a command.
  func decide(_ command: ApplicationCommand) throws(Rejection) -> [Event] {
    switch command {
    case .submit(let basis, let medium, let papers): try submit(basis, medium, papers)
    case .giveNotice(let number): try giveNotice(on: application(number))
    case .supplement(let number, let papers): try supplement(application(number), papers)
    case .accept(let number): try accept(application(number))
    case .decline(let number, let reason, let office):
      try decline(application(number), reason, office)
    case .withdraw(let number): try withdraw(application(number))
    case .askDepartment(let number, let department, let facts):
      try ask(department, about: facts, for: application(number))
    case .answerCheck(let number, let department):
      try answer(by: department, for: application(number))
    case .confirmRelocation(let number, let isConfirmed, let unit):
      try confirmRelocation(application(number), isConfirmed, by: unit)
    case .extendTerm(let number, let reason): try extendTerm(of: application(number), reason)
    case .approve(let number): try approve(application(number))
    case .refuse(let number): try refuse(application(number))
    }
  }

  private func application(_ number: Int) throws(Rejection) -> Application {
    guard let application = file.applications.application(number) else {
      throw .noSuchApplication(number, of: file.applications.all.count)
    }
    return application
  }

  /// The event with the paper that the person gets for it.
  func events(_ event: ApplicationEvent, telling notice: Notice) -> [Event] {
    [.application(event), .notice(.queued(notice: notice))]
  }
}

extension String {
  /// Without spaces and line breaks at its ends.
  var withoutMargins: String {
    var rest = Substring(self)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
