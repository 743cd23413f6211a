import Casework
import ExpressionLanguage
import Testing

// What is asked in the town: mostly what comes next, else anything.
extension Town {
  mutating func command(on file: ResidentFile) -> Command {
    switch pick(20) {
    case 0...2: return .person(personCommand(on: file))
    case 3...5: return .fact(factCommand(on: file))
    case 6...13: return likely(on: file)
    case 14, 15: return .application(applicationCommand(on: file))
    case 16, 17: return .permit(permitCommand(on: file))
    default: return .dayWork
    }
  }

  /// Somebody: mostly who usually asks; sometimes one of the town who works for the office.
  mutating func actor(for command: Command, on file: ResidentFile) -> Actor {
    if happens(12) {
      var actor = pick(of: [
        Office.clerk, Office.reviewer, Office.secondReviewer, Office.supervisor, Office.auditor,
        Office.agency, Office.policyOfficer, Office.publisher,
        Office.employer("91139999MA0XN1T018"), .system,
        Office.department("construction"), Office.department("public service"),
      ])
      if happens(50) { actor.resident = pick(of: people) }
      return actor
    }
    if happens(8) { return Office.resident(pick(of: people)) }
    switch command {
    case .dayWork: return .system
    case .person(.protect), .person(.unprotect), .permit(.restore): return Office.supervisor
    case .person(.correctIdentity): return Office.supervisor
    case .person: return Office.clerk
    case .fact(.dispute): return Office.resident(file.id)
    case .fact(.state(let statement)): return Office.department(statement.source)
    case .fact(.withdraw(let number, _)), .fact(.answerDispute(let number, _, _, _)):
      return Office.department(file.facts.item(number)?.statement.source ?? "construction")
    case .application(let command): return actor(for: command, on: file)
    case .permit(.refuseEndorsement), .permit(.proposeConfiscation), .permit(.dropConfiscation):
      return Office.reviewer
    case .permit(.confirmConfiscation): return Office.secondReviewer
    case .permit(.cancel(.issuedInError, _)): return Office.reviewer
    case .permit: return happens(50) ? Office.clerk : Office.resident(file.id)
    }
  }

  private mutating func actor(for command: ApplicationCommand, on file: ResidentFile) -> Actor {
    switch command {
    case .submit, .supplement, .withdraw:
      if let guardian = file.person.guardians.keys.sorted().first, happens(60) {
        return Office.resident(guardian)
      }
      return Office.resident(file.id)
    case .giveNotice, .accept, .decline, .askDepartment: return Office.clerk
    case .answerCheck(_, let department): return Office.department(department)
    case .confirmRelocation: return Office.employer("91139999MA0XN1T018")
    case .extendTerm, .approve, .refuse: return Office.reviewer
    }
  }

  /// A day near today, sometimes far, sometimes to come.
  private mutating func someDay() -> CivilDate {
    day.adding(days: pick(of: [0, 0, -1, -30, -200, -4_000, 1])) ?? day
  }

  private mutating func personCommand(on file: ResidentFile) -> PersonCommand {
    let other = pick(of: people)
    let reason = pick(of: ["checked", "checked", ""])
    switch pick(20) {
    case 0: return .changePhone(phone: pick(of: ["13800000000", "x", nil]))
    case 1, 2:
      let place = pick(of: ["xiongan", "xiongan", "beijing", "mars"])
      var residence = Office.residence("某路\(pick(40))号", from: someDay())
      residence.place = place
      return .registerResidence(residence: residence)
    case 3:
      return .endResidence(residence: pick(file.person.residences.count + 2), last: someDay())
    case 4:
      let employer = Employer(code: "91139999MA0XN1T018", name: "某公司")
      return .changeEmployer(employer: happens(80) ? employer : nil, from: someDay())
    case 5...8:
      return .linkRelative(relative: other, relation: pick(of: FamilyRelation.allCases))
    case 9: return .unlinkRelative(relative: other, reason: reason)
    case 10...14:
      return .appointGuardian(guardian: other, ground: pick(of: GuardianGround.allCases))
    case 15: return .endGuardian(guardian: other, reason: reason)
    case 16: return .protect(reason: reason)
    case 17: return .unprotect(reason: reason)
    case 18:
      guard var identity = file.person.identity else { return .protect(reason: reason) }
      identity.registeredAddress = "某路\(pick(9))号"
      return .correctIdentity(identity: identity, reason: reason)
    default: return .merge(duplicate: happens(70) ? people[5] : other)
    }
  }

  /// A word of a department, now and then one that cannot be.
  private mutating func statement() -> FactStatement {
    let (fact, source) = pick(of: [
      ("stable employment", "public service"), ("stable residence", "construction"),
      ("continuous study", "public service"), ("limited mobility", "the applicant"),
      ("staff of a relocated unit", "the relocated unit"), ("household place", "public security"),
      ("stable employment", "construction"), ("birth date", "public security"),
    ])
    var value = pick(of: ["true", "true", "false", "perhaps"])
    if fact == "household place" { value = pick(of: ["beijing", "beijing", "xiongan"]) }
    let from = happens(80) ? nil : someDay()
    return FactStatement(
      fact: fact,
      content: happens(3) ? .none : .value(text: value),
      source: source,
      asOf: someDay(),
      from: from,
      until: happens(85) ? nil : someDay(),
      reference: pick(of: ["", "", "r-\(pick(5))"])
    )
  }

  /// What a department says of a fact today.
  private mutating func word(about fact: String, of department: String) -> FactStatement {
    FactStatement(
      fact: fact,
      content: .value(text: happens(50) ? "true" : "false"),
      source: department,
      asOf: day
    )
  }

  private mutating func factCommand(on file: ResidentFile) -> FactCommand {
    let number = pick(file.facts.items.count + 2)
    switch pick(10) {
    case 0...5: return .state(statement: statement())
    case 6: return .withdraw(fact: number, reason: "wrong")
    case 7, 8: return .dispute(fact: number, why: pick(of: ["it is not so", ""]))
    default:
      let open = file.facts.disputed.first
      var replacement: FactStatement?
      if let open, happens(50) {
        replacement = open.statement
        replacement?.content = .value(text: pick(of: ["true", "false"]))
        replacement?.asOf = day
      }
      return .answerDispute(
        fact: open?.number ?? number,
        isUpheld: happens(50),
        reason: "looked up",
        replacement: replacement
      )
    }
  }

  private mutating func papers() -> [String] {
    switch pick(6) {
    case 0: []
    case 1: ["identity card"]
    case 2: ["居民身份证", "本人相片", "a letter"]
    default:
      [
        "identity card", "photograph", "proof of address", "proof of employment",
        "proof of study", "confirmation by the relocated unit",
      ]
    }
  }

  private mutating func applicationCommand(on file: ResidentFile) -> ApplicationCommand {
    let number = pick(file.applications.all.count + 2)
    switch pick(13) {
    case 0:
      return .submit(
        basis: pick(of: Basis.allCases),
        medium: pick(of: Medium.allCases),
        papers: papers()
      )
    case 1: return .giveNotice(number: number)
    case 2: return .supplement(number: number, papers: papers())
    case 3: return .accept(number: number)
    case 4: return .decline(number: number, reason: "elsewhere", rightOffice: "某派出所")
    case 5: return .withdraw(number: number)
    case 6:
      return .askDepartment(
        number: number,
        department: pick(of: ["construction", "weather"]),
        facts: ["stable residence"]
      )
    case 7: return .answerCheck(number: number, department: "construction")
    case 8: return .confirmRelocation(number: number, isConfirmed: happens(60), unit: "某单位")
    case 9: return .extendTerm(number: number, reason: "flood")
    case 10, 11: return .approve(number: number)
    default: return .refuse(number: number)
    }
  }

  private mutating func permitCommand(on file: ResidentFile) -> PermitCommand {
    switch pick(12) {
    case 0: return .issue(application: file.applications.all.count, serial: serial())
    case 1, 2: return .endorse
    case 3: return .refuseEndorsement
    case 4: return .reportLoss
    case 5: return .reportDamage
    case 6:
      return .replaceCard(
        serial: serial(),
        isOldHandedIn: happens(80),
        paidFen: pick(of: [2_000, 2_000, 0])
      )
    case 7: return .cancel(ground: pick(of: CancellationGround.allCases), from: someDay())
    case 8:
      return .proposeConfiscation(
        ground: pick(of: ConfiscationGround.allCases),
        evidence: "paper 1"
      )
    case 9: return .confirmConfiscation
    case 10: return .dropConfiscation(reason: "wrong")
    default: return .restore(reason: "ended in error")
    }
  }

  /// What comes next for the file.
  private mutating func likely(on file: ResidentFile) -> Command {
    if let permit = file.permits.live {
      if permit.proposal != nil, happens(60) { return .permit(.confirmConfiscation) }
      if permit.cardReported != nil, happens(60) {
        return .permit(.replaceCard(serial: serial(), isOldHandedIn: true, paidFen: 2_000))
      }
      if happens(50) { return .permit(.endorse) }
      return happens(40) ? .permit(.refuseEndorsement) : .permit(permitCommand(on: file))
    }
    guard let open = file.applications.open else {
      if file.permits.last != nil, happens(40) { return .permit(.restore(reason: "error")) }
      if file.facts.items.count < 3 { return .fact(.state(statement: statement())) }
      return .application(
        .submit(basis: pick(of: Basis.allCases), medium: .paper, papers: papers())
      )
    }
    let number = open.number
    switch open.state {
    case .submitted:
      if happens(5) {
        return .application(.decline(number: number, reason: "no need", rightOffice: "某派出所"))
      }
      return .application(happens(60) ? .accept(number: number) : .giveNotice(number: number))
    case .supplementNeeded:
      return .application(
        happens(60)
          ? .supplement(number: number, papers: open.stillMissing) : .accept(number: number)
      )
    case .accepted, .reviewed:
      if open.basis == .relocation, open.relocationConfirmed == nil {
        return .application(
          .confirmRelocation(number: number, isConfirmed: happens(70), unit: "某单位")
        )
      }
      if let check = open.openChecks.first, happens(60) {
        let law = try? Office.law(on: day)
        let fact = law.flatMap { file.unstated(check, on: day, by: $0).first }
        if let fact, happens(80) {
          return .fact(.state(statement: word(about: fact, of: check.department)))
        }
        return .application(.answerCheck(number: number, department: check.department))
      }
      return .application(
        pick(of: [
          .approve(number: number), .approve(number: number), .refuse(number: number),
          .refuse(number: number), .extendTerm(number: number, reason: "flood"),
          .askDepartment(
            number: number,
            department: "construction",
            facts: ["stable residence"]
          ),
        ])
      )
    case .approved: return .permit(.issue(application: number, serial: serial()))
    default: return .dayWork
    }
  }
}
