import Casework
import ExpressionLanguage
import Testing

/// Dirt: whatever is typed, in whatever state, on whatever day, the answer is events that fold or a
/// rejection that says why and what to do, in both languages.
struct DirtTests {
  /// Files as they can stand, on the usual day.
  private func files() throws -> [OfficeCase] {
    var submitted = OfficeCase.newcomer(81)
    try submitted.submit(papers: [])
    var relocating = OfficeCase.newcomer(82)
    try relocating.submit(.relocation)
    try relocating.play(.application(.accept(number: 1)))
    var approved = OfficeCase.newcomer(83)
    try approved.apply()
    var proposed = try OfficeCase.holder(84)
    try proposed.play(.permit(.reportLoss))
    let propose = PermitCommand.proposeConfiscation(ground: .fraud, evidence: "paper 1")
    try proposed.play(.permit(propose), by: Office.reviewer)
    var cancelled = try OfficeCase.holder(85)
    try cancelled.play(.fact(.dispute(fact: 1, why: "it is not so")), by: cancelled.person)
    try cancelled.play(.permit(.cancel(ground: .movedAway, from: cancelled.today)))
    return [
      OfficeCase(80), submitted, relocating, approved, try .holder(86), proposed, cancelled,
    ]
  }

  /// Who usually asks for it.
  private func actor(for command: Command, on one: OfficeCase) -> Actor {
    switch command {
    case .dayWork: .system
    case .person(.protect), .person(.unprotect), .permit(.restore): Office.supervisor
    case .person(.correctIdentity): Office.supervisor
    case .fact(.answerDispute), .fact(.state): Office.department("public service")
    case .fact(.withdraw): Office.department("public service")
    case .application(.approve), .application(.refuse), .application(.extendTerm): Office.reviewer
    case .application(.answerCheck): Office.department("construction")
    case .permit(.refuseEndorsement), .permit(.proposeConfiscation), .permit(.dropConfiscation),
      .permit(.confirmConfiscation), .permit(.cancel(.issuedInError, _)):
      Office.secondReviewer
    default: Office.clerk
    }
  }

  @Test func `nothing that is typed crashes, and whatever is refused says why and what to do`()
    throws
  {
    let law = try Office.law(on: Office.day("2024-03-04"))
    let other = OfficeCase.registered(97, born: Office.day("1970-01-01"))
    var (refused, taken) = (0, 0)
    for one in try files() {
      let commands = Extremes.commands(for: one.id, other: other.id)
      for (index, command) in commands.enumerated() {
        // The usual day for all, the ends of the calendar for some of them.
        for day in [one.today] + (index.isMultiple(of: 7) ? [.earliest, .latest] : []) {
          let actor = actor(for: command, on: one)
          let desk = Desk(
            actor: actor,
            purpose: .usual(of: actor.role, for: command.action),
            today: day,
            law: law,
            files: [other.id: other.file]
          )
          do throws(Rejection) {
            let decided = try one.file.decide(command, at: desk)
            taken += 1
            var file = one.file
            for event in decided.events {
              file.apply(FileEntry(event, on: day, by: actor.hand))
            }
            if index.isMultiple(of: 5) { read(file, on: day, law) }
          } catch {
            refused += 1
            let faults = Town.faults(of: error)
            #expect(faults.isEmpty, "\(faults)")
          }
        }
      }
    }
    #expect(refused > 5_000 && taken > 200, "\(refused) refused, \(taken) taken")
  }

  /// Reads all that is read of a file.
  private func read(_ file: ResidentFile, on day: CivilDate, _ law: OfficeLaw) {
    for day in [day, .earliest, .latest] {
      _ = file.clocks(on: day, by: law)
      _ = file.tenure(on: day, by: law)
      _ = file.cardFace(on: day)
    }
  }

  @Test func `texts without end are refused in no time, by the commands that take one`() throws {
    var one = OfficeCase.newcomer(household: "xiongan")
    try one.submit(papers: [])
    let endless = Extremes.endless
    for command in [
      ApplicationCommand.decline(number: 1, reason: endless, rightOffice: "x"),
      .decline(number: 1, reason: "x", rightOffice: endless),
    ] {
      try one.expectRejection("long-text", of: .application(command))
    }
    try one.expectRejection(
      "control-character",
      of: .application(.decline(number: 1, reason: "a\nb", rightOffice: "x"))
    )
    try one.expectRejection(
      "unknown-paper",
      of: .application(.supplement(number: 1, papers: [endless]))
    )
    var statement = FactStatement(
      fact: endless,
      content: .value(text: "true"),
      source: "public service",
      asOf: one.today
    )
    let department = Office.department("public service")
    try one.expectRejection("no-such-fact", of: .fact(.state(statement: statement)), by: department)
    statement.fact = "stable employment"
    statement.content = .value(text: endless)
    try one.expectRejection("long-value", of: .fact(.state(statement: statement)), by: department)
    statement.fact = "social insurance"
    statement.content = .records(rows: Array(repeating: [:], count: 20_000))
    try one.expectRejection("many-records", of: .fact(.state(statement: statement)), by: department)
  }

  @Test func `a measure whose terms have no end ends them with the calendar`() throws {
    let changes: [String: Term.Length?] = [
      "days to notify": .workingDays(.max), "days to supplement": .days(.max),
      "days to issue": .months(.max), "days to check": .days(.max),
    ]
    let law = try TestTerms.law(on: Office.day("2024-03-04"), changing: changes)
    for length in [Term.Length.days(.max), .workingDays(.max), .months(.max), .days(.min)] {
      let due = law.due(length, after: Office.day("2024-03-04")).day
      #expect(due == .latest || length == .days(.min))
    }
    var one = try Proceedings.lacking(changing: changes)
    #expect(one.file.clocks(on: one.today, by: one.law).first?.due?.day == .latest)
    try one.play(.giveNotice(number: 1))
    #expect(try one.application.notice?.due.day == .latest)
  }
}
