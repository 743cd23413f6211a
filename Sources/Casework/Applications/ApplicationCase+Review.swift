import ExpressionLanguage

extension ApplicationCase {
  /// Asks one department about the facts that it verifies.
  ///
  /// Several may be asked side by side, and one that has answered may be asked again.
  func ask(
    _ department: String,
    about facts: [String],
    for application: Application
  ) throws(Rejection) -> [Event] {
    guard application.state == .accepted || application.state == .reviewed else {
      throw .wrongState(application, for: Bilingual("checked by a department", "交部门核查"))
    }
    let departments = Departments(law: law)
    let name = try departments.named(department)
    if application.openChecks.contains(where: { $0.department == name.english }) {
      throw .askedAlready(name)
    }
    let facts = try departments.facts(facts, of: name)
    let term = try law.term("days to check")
    guard let length = term.length else { throw .noSuchTerm(term.name) }
    let check = DepartmentCheck(
      department: name.english,
      facts: facts,
      asked: today,
      due: law.due(length, after: today)
    )
    return [.application(.departmentAsked(number: application.number, check: check))]
  }

  /// A department has answered: what it was asked stands among the facts, and the task is closed.
  func answer(
    by department: String,
    for application: Application
  ) throws(Rejection) -> [Event] {
    guard application.state == .accepted || application.state == .reviewed else {
      throw .wrongState(application, for: Bilingual("answered by a department", "由部门答复"))
    }
    let departments = Departments(law: law)
    let name = try departments.named(department)
    let open = application.openChecks.first { $0.department == name.english }
    guard let check = open else {
      throw .nothingAsked(name, application.openChecks.map { departments.words($0.department) })
    }
    if desk.actor.role == .department, !Departments.isName(name, desk.actor.office) {
      throw .anotherDepartment(name)
    }
    let unstated = file.unstated(check, on: today, by: law)
    if !unstated.isEmpty {
      throw .notStated(name, unstated.map(law.words(ofFact:)), since: check.asked)
    }
    return [.application(.checkAnswered(number: application.number, department: name.english))]
  }

  /// The relocated unit says yes or no, and its word stands among the facts too.
  ///
  /// Silence is neither.
  func confirmRelocation(
    _ application: Application,
    _ isConfirmed: Bool,
    by unit: String
  ) throws(Rejection) -> [Event] {
    switch application.state {
    case .submitted, .supplementNeeded, .accepted, .reviewed: break
    case .approved, .refused, .issued, .notAccepted, .withdrawn, .closedUnfinished:
      throw .wrongState(application, for: Bilingual("confirmed by a unit", "由单位确认"))
    }
    guard application.basis == .relocation else { throw .notRelocation(application) }
    let what = Bilingual("the unit's name", "单位名称")
    let unit = try PlainLine.readOptional(unit, what, atMost: 200)
    if unit.isEmpty { throw .noUnit }
    guard let staff = RelocatedStaff(law: law) else { throw .noRelocationFact }
    if application.relocationConfirmed == isConfirmed { return [] }
    let answer: [Event] = [
      .application(
        .relocationConfirmed(number: application.number, isConfirmed: isConfirmed, unit: unit)
      ),
      .fact(statement(of: staff, isConfirmed)),
    ]
    if isConfirmed { return answer }
    return answer + [.notice(.queued(notice: notices.relocationDenied(application)))]
  }

  private func statement(of staff: RelocatedStaff, _ isStaff: Bool) -> FactEvent {
    let earlier = file.facts.items.filter { item in
      item.ended == nil && NameKey.of(item.statement.fact) == RelocatedStaff.name
        && item.statement.source == staff.source
    }
    return .stated(
      statement: FactStatement(
        fact: RelocatedStaff.name,
        content: .value(text: isStaff ? "true" : "false"),
        source: staff.source,
        asOf: today
      ),
      supersedes: earlier.map(\.number)
    )
  }
}
