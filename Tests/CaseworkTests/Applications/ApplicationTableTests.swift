import Casework
import ExpressionLanguage
import Testing

/// The whole machine as a table: every command in every state.
///
/// `+x` is the event `application/x`, alone of its kind; `-` is nothing, because all that was asked
/// is so already; anything else is the rejection. The applicant meets the conditions.
struct ApplicationTableTests {
  private static let table = """
    state               | notice              | supplement   | accept         | decline     | withdraw    | ask               | answer          | confirm        | extend         | approve     | refuse
    submitted           | nothing-missing     | -            | +accepted      | eligible-turned-away | +withdrawn  | wrong-state       | wrong-state     | not-relocation | wrong-state    | wrong-state | wrong-state
    submitted, lacking  | +notice-given       | +supplemented| papers-missing | eligible-turned-away | +withdrawn  | wrong-state       | wrong-state     | not-relocation | wrong-state    | wrong-state | wrong-state
    supplement needed   | notice-given-before | +supplemented| papers-missing | wrong-state | +withdrawn  | wrong-state       | wrong-state     | not-relocation | wrong-state    | wrong-state | wrong-state
    supplemented        | notice-given-before | -            | +accepted      | wrong-state | +withdrawn  | wrong-state       | wrong-state     | not-relocation | wrong-state    | wrong-state | wrong-state
    accepted            | wrong-state         | wrong-state  | wrong-state    | wrong-state | +withdrawn  | +department-asked | nothing-asked   | not-relocation | +term-extended | +decided    | conditions-met
    deemed accepted     | notice-too-late     | wrong-state  | wrong-state    | wrong-state | +withdrawn  | +department-asked | nothing-asked   | not-relocation | +term-extended | +decided    | conditions-met
    accepted, asked     | wrong-state         | wrong-state  | wrong-state    | wrong-state | +withdrawn  | asked-already     | not-stated      | not-relocation | +term-extended | checks-open | checks-open
    accepted, stated    | wrong-state         | wrong-state  | wrong-state    | wrong-state | +withdrawn  | asked-already     | +check-answered | not-relocation | +term-extended | checks-open | checks-open
    accepted, relocating| wrong-state         | wrong-state  | wrong-state    | wrong-state | +withdrawn  | +department-asked | nothing-asked   | +relocation-confirmed | +term-extended | +decided | conditions-met
    reviewed            | wrong-state         | wrong-state  | wrong-state    | wrong-state | +withdrawn  | +department-asked | nothing-asked   | not-relocation | +term-extended | +decided    | conditions-met
    approved            | wrong-state         | wrong-state  | wrong-state    | wrong-state | wrong-state | wrong-state       | wrong-state     | wrong-state    | +term-extended | wrong-state | wrong-state
    refused             | wrong-state         | wrong-state  | wrong-state    | wrong-state | wrong-state | wrong-state       | wrong-state     | wrong-state    | wrong-state    | wrong-state | wrong-state
    issued              | wrong-state         | wrong-state  | wrong-state    | wrong-state | wrong-state | wrong-state       | wrong-state     | wrong-state    | wrong-state    | wrong-state | wrong-state
    not accepted        | wrong-state         | wrong-state  | wrong-state    | wrong-state | wrong-state | wrong-state       | wrong-state     | wrong-state    | wrong-state    | wrong-state | wrong-state
    withdrawn           | wrong-state         | wrong-state  | wrong-state    | wrong-state | wrong-state | wrong-state       | wrong-state     | wrong-state    | wrong-state    | wrong-state | wrong-state
    closed unfinished   | notice-given-before | wrong-state  | wrong-state    | wrong-state | wrong-state | wrong-state       | wrong-state     | wrong-state    | wrong-state    | wrong-state | wrong-state
    """

  private static let commands: [String: ApplicationCommand] = [
    "notice": .giveNotice(number: 1),
    "supplement": .supplement(number: 1, papers: Proceedings.papers),
    "accept": .accept(number: 1),
    "decline": .decline(number: 1, reason: "elsewhere", rightOffice: "elsewhere"),
    "withdraw": .withdraw(number: 1),
    "ask": ask,
    "answer": .answerCheck(number: 1, department: "construction"),
    "confirm": .confirmRelocation(number: 1, isConfirmed: true, unit: "a unit"),
    "extend": .extendTerm(number: 1, reason: "flood"),
    "approve": .approve(number: 1),
    "refuse": .refuse(number: 1),
  ]

  private static let ask = ApplicationCommand.askDepartment(
    number: 1,
    department: "construction",
    facts: ["stable residence"]
  )

  /// The first application brought to a state of the table.
  private func proceedings(_ state: String) throws -> Proceedings {
    var one = try Proceedings.lacking()
    switch state {
    case "submitted": try one.play(.supplement(number: 1, papers: Proceedings.papers))
    case "submitted, lacking": break
    case "supplement needed": try one.play(.giveNotice(number: 1))
    case "supplemented":
      try one.play(.giveNotice(number: 1))
      try one.play(.supplement(number: 1, papers: Proceedings.papers))
    case "accepted": one = try Proceedings.accepted()
    case "deemed accepted": try one.work(on: "2024-03-12")
    case "accepted, asked", "accepted, stated":
      one = try Proceedings.accepted()
      try one.play(ApplicationTableTests.ask)
      if state == "accepted, stated" { one.tell("construction") }
    case "accepted, relocating":
      one = try Proceedings.eligible()
      let papers = Proceedings.papers + ["confirmation by the relocated unit"]
      try one.play(.submit(basis: .relocation, medium: .paper, papers: papers))
      try one.play(.accept(number: 1))
    case "reviewed":
      one = try Proceedings.accepted()
      try one.play(ApplicationTableTests.ask)
      one.tell("construction")
      try one.play(.answerCheck(number: 1, department: "construction"))
    case "approved", "issued":
      one = try Proceedings.accepted()
      try one.play(.approve(number: 1))
      if state == "issued" {
        let card = Card(serial: "A1", made: one.today)
        one.record(
          .permit(.issued(application: 1, card: card, due: Office.day("2025-03-04")))
        )
      }
    case "refused":
      one = try Proceedings(household: "xiongan")
      try one.play(.submit(basis: .employment, medium: .paper, papers: Proceedings.papers))
      try one.play(.accept(number: 1))
      try one.play(.refuse(number: 1))
    case "not accepted":
      one = try Proceedings.registeredHere()
      try one.play(.decline(number: 1, reason: "elsewhere", rightOffice: "elsewhere"))
    case "withdrawn": try one.play(.withdraw(number: 1))
    case "closed unfinished":
      try one.play(.giveNotice(number: 1))
      try one.work(on: "2024-04-04")
    default: Issue.record("no state \(state)")
    }
    return one
  }

  private func answer(_ one: Proceedings, _ command: ApplicationCommand) -> String {
    switch one.decide(.application(command), by: one.hand(for: command)) {
    case .failure(let rejection): return rejection.id
    case .success(let events):
      let own = events.compactMap { $0.type.hasPrefix("application/") ? $0.type : nil }
      return own.isEmpty ? "-" : "+" + own.joined(separator: "+").dropFirst(12)
    }
  }

  @Test func `every command in every state`() throws {
    let rows = ApplicationTableTests.table.split(separator: "\n").map { line in
      line.split(separator: "|").map { $0.filter { $0 != " " } }
    }
    let header = rows[0].dropFirst()
    #expect(header.count == 11 && Set(header) == Set(ApplicationTableTests.commands.keys))
    var states: Set<Application.State> = []
    let lines = ApplicationTableTests.table.split(separator: "\n").dropFirst()
    for (line, row) in zip(lines, rows.dropFirst()) {
      let cell = line.split(separator: "|")[0]
      let state = String(cell.reversed().drop { $0 == " " }.reversed())
      let one = try proceedings(state)
      states.insert(try one.application.state)
      for (name, expected) in zip(header, row.dropFirst()) {
        let command = try #require(ApplicationTableTests.commands[name])
        #expect(answer(one, command) == expected, "\(name) of what is \(state)")
      }
    }
    #expect(states == Set(Application.State.allCases))
  }

  @Test func `a number that no application has is refused by every command`() throws {
    let one = try Proceedings()
    for command in ApplicationTableTests.commands.values {
      try one.expectRejection("no-such-application", of: command)
    }
  }

  @Test func `every rejection of a state says what can be done instead`() throws {
    for state in ["submitted", "accepted", "approved", "refused", "withdrawn"] {
      let one = try proceedings(state)
      for command in ApplicationTableTests.commands.values {
        guard case .failure(let rejection) = one.decide(.application(command)) else { continue }
        #expect(!rejection.remedy.english.isEmpty && !rejection.remedy.chinese.isEmpty)
        #expect(rejection.reason.english != rejection.reason.chinese)
      }
    }
  }
}
