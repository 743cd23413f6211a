import Casework
import ExpressionLanguage
import Registry

extension DemoCity {
  /// What somebody asks of the office to do a deed; `nil` where there is nothing to ask.
  mutating func request(_ deed: DemoDeed, _ index: Int) -> Request? {
    let person = people[index]
    let own = Actor(account: "demo-\(index)", role: .resident, resident: person.resident)
    let number = person.application
    func ask(_ command: Command, _ actor: Actor) -> Request {
      Request(
        command,
        on: person.resident,
        by: actor,
        for: .usual(of: actor.role, for: command.action)
      )
    }
    switch deed {
    case .register:
      return ask(
        .person(.register(identity: person.identity, phone: phone(index))),
        DemoStaff.clerk
      )
    case .moveIn, .moveInside:
      let residence = Residence(
        address: DemoPeople.address(using: &random),
        district: person.district,
        place: "xiongan",
        from: today,
        proof: "lease"
      )
      return ask(.person(.registerResidence(residence: residence)), DemoStaff.clerk)
    case .joinUnit:
      let employer = Employer(code: DemoStaff.unit.office, name: "疏解单位")
      return ask(.person(.changeEmployer(employer: employer, from: today)), DemoStaff.clerk)
    case .stateFact(let fact, let value, let source):
      let statement = FactStatement(
        fact: fact,
        content: .value(text: value),
        source: source,
        asOf: today
      )
      return ask(.fact(.state(statement: statement)), DemoStaff.department(source))
    case .submit:
      let papers = person.papers.filter { !person.forgotten.contains($0) }
      let isOnLine = index % 3 == 0
      return ask(
        .application(
          .submit(basis: person.basis, medium: isOnLine ? .online : .paper, papers: papers)
        ),
        isOnLine ? own : DemoStaff.clerk
      )
    case .clerkLooks:
      return ask(
        .application(
          person.forgotten.isEmpty ? .accept(number: number) : .giveNotice(number: number)
        ),
        DemoStaff.clerk
      )
    case .supplement:
      return ask(.application(.supplement(number: number, papers: person.forgotten)), own)
    case .clerkAccepts: return ask(.application(.accept(number: number)), DemoStaff.secondClerk)
    case .askDepartment:
      return ask(
        .application(
          .askDepartment(number: number, department: check(person).by, facts: [check(person).fact])
        ),
        DemoStaff.reviewer
      )
    case .departmentAnswers:
      let department = check(person).by
      return ask(
        .application(.answerCheck(number: number, department: department)),
        DemoStaff.department(department)
      )
    case .unitConfirms(let isConfirmed):
      return ask(
        .application(
          .confirmRelocation(number: number, isConfirmed: isConfirmed, unit: DemoStaff.unit.office)
        ),
        DemoStaff.unit
      )
    case .reviewerApproves: return ask(.application(.approve(number: number)), DemoStaff.reviewer)
    case .reviewerRefuses: return ask(.application(.refuse(number: number)), DemoStaff.reviewer)
    case .withdraw: return ask(.application(.withdraw(number: number)), own)
    case .issue:
      people[index].serial = serial(index)
      return ask(
        .permit(.issue(application: number, serial: people[index].serial)),
        DemoStaff.clerk
      )
    case .endorse: return ask(.permit(.endorse), DemoStaff.clerk)
    case .lose: return ask(.permit(.reportLoss), own)
    case .damage: return ask(.permit(.reportDamage), own)
    case .replace:
      people[index].serial = serial(index)
      let fee = law.flatMap { try? $0.term("fee replacement").fen } ?? 0
      return ask(
        .permit(.replaceCard(serial: people[index].serial, isOldHandedIn: true, paidFen: fee)),
        DemoStaff.clerk
      )
    case .cancel(let ground):
      return ask(
        .permit(.cancel(ground: ground, from: today)),
        ground == .givenUp ? own : ground == .issuedInError ? DemoStaff.reviewer : DemoStaff.clerk
      )
    case .restore:
      return ask(.permit(.restore(reason: "ended by mistake")), DemoStaff.supervisor)
    case .proposeConfiscation:
      let command = Casework.PermitCommand.proposeConfiscation(
        ground: .fraud,
        evidence: "case-\(index)"
      )
      return ask(.permit(command), DemoStaff.reviewer)
    case .confirmConfiscation:
      return ask(.permit(.confirmConfiscation), DemoStaff.secondReviewer)
    case .dispute: return ask(.fact(.dispute(fact: 1, why: "it is out of date")), own)
    case .answerDispute:
      return ask(
        .fact(
          .answerDispute(fact: 1, isUpheld: false, reason: "checked again", replacement: nil)
        ),
        DemoStaff.department(facts(person).first?.by ?? "")
      )
    }
  }

  /// What departments say of somebody, so that the permit can be decided.
  func facts(_ person: DemoPerson) -> [(fact: String, value: String, by: String)] {
    let isSettled = person.index % 17 != 0 || person.isScripted
    let isRelocated = person.basis == .relocation ? "true" : "false"
    return [
      ("stable employment", "\(person.basis == .employment && isSettled)", "public service"),
      ("stable residence", "\(person.basis == .residence && isSettled)", "construction"),
      ("continuous study", "\(person.basis == .study && isSettled)", "public service"),
      ("staff of a relocated unit", isRelocated, "the relocated unit"),
    ]
  }

  /// What the reviewer has checked.
  func check(_ person: DemoPerson) -> (fact: String, by: String) {
    switch person.basis {
    case .employment: ("stable employment", "public service")
    case .study: ("continuous study", "public service")
    case .residence, .relocation: ("stable residence", "construction")
    }
  }

  private func phone(_ index: Int) -> String { "1990000" + String(10_000 + index).suffix(4) }

  private mutating func serial(_ index: Int) -> String {
    people[index].cards += 1
    return "DEMO-\(String(100_000 + index))-\(people[index].cards)"
  }
}
