import Casework
import ExpressionLanguage
import Policy
import Scoring
import Testing

/// A file with a fact that the person disputes, under a law that sets a term for the answer.
private struct Disputed {
  var one = OfficeCase.registered()
  let law: OfficeLaw
  let department = Office.department("public service")

  init() throws {
    // Measures that do not set the term yet are given it, for the length of another.
    var set = try Office.law(on: Office.day("2024-03-01")).assessor.set
    let name = "days to answer a dispute"
    if !set.office.contains(where: { $0.name.english == name }) {
      var entry = try #require(set.office.first { $0.name.english == "days to issue" })
      entry.name = Bilingual(name, "异议答复期限")
      set.office.append(entry)
    }
    law = OfficeLaw(Assessor(set))
    one.know("stable employment", "false", by: "public service", on: Office.day("2024-02-01"))
  }

  func decide(_ command: FactCommand, by actor: Actor) throws(Rejection) -> [Event] {
    let command = Command.fact(command)
    let desk = Desk(
      actor: actor,
      purpose: .usual(of: actor.role, for: command.action),
      today: one.today,
      law: law,
      files: one.others
    )
    return try one.file.decide(command, at: desk).events
  }

  mutating func play(_ command: FactCommand, by actor: Actor) throws(Rejection) {
    for event in try decide(command, by: actor) { one.record(event, by: actor) }
  }

  func rejection(_ command: FactCommand, by actor: Actor) -> String? {
    do throws(Rejection) {
      _ = try decide(command, by: actor)
      return nil
    } catch { return error.id }
  }

  var person: Actor { Office.resident(one.id) }

  func statement(_ value: String, asOf: String) -> FactStatement {
    FactStatement(
      fact: "stable employment",
      content: .value(text: value),
      source: "public service",
      asOf: Office.day(asOf)
    )
  }

  var standing: FactLedger.Item? {
    one.file.facts.standing(on: one.today)["stable employment"]
  }
}

struct DisputeTests {
  private let dispute = FactCommand.dispute(fact: 1, why: "I have worked there since 2022")

  private func answer(_ isUpheld: Bool, _ replacement: FactStatement? = nil) -> FactCommand {
    .answerDispute(fact: 1, isUpheld: isUpheld, reason: "checked", replacement: replacement)
  }

  @Test func `a disputed fact counts, is marked, and waits for its source`() throws {
    var file = try Disputed()
    try file.play(dispute, by: file.person)
    let facts = file.one.file.facts(on: file.one.today, by: file.law)
    let index = try #require(
      file.law.assessor.set.model.facts.firstIndex { $0.name.english == "stable employment" }
    )
    #expect(facts.values[index] == .truth(false))
    #expect(facts.provenance[.fact(index)]?.source == "public service (disputed)")
    let length = try #require(try file.law.term("days to answer a dispute").length)
    let due = file.law.due(length, after: file.one.today)
    let clock = try #require(
      file.one.file.clocks(on: file.one.today, by: file.law).first { $0.id == "dispute" }
    )
    #expect(clock.due == due)
    #expect(clock.waitsFor == .department)
    #expect(clock.used == 0)
    let days: Int =
      switch length {
      case .days(let days), .workingDays(let days), .months(let days): days
      }
    #expect(clock.left == days)
    let late = try #require(due.day.adding(days: 30))
    let overdue = try #require(
      file.one.file.clocks(on: late, by: file.law).first { $0.id == "dispute" }
    )
    #expect(overdue.left ?? 0 < 0)
    #expect(overdue.used == days - (overdue.left ?? 0))
  }

  @Test func `a dispute that is not upheld leaves the fact as it is`() throws {
    var file = try Disputed()
    try file.play(dispute, by: file.person)
    #expect(file.rejection(dispute, by: file.person) == "already-disputed")
    try file.play(answer(false), by: file.department)
    #expect(file.standing?.statement.content == .value(text: "false"))
    #expect(file.standing?.dispute == nil)
    // A no is told, with its reason and the ways to go on.
    let told = try #require(file.one.file.notices.all.last)
    #expect(told.key == "dispute/1/answered" && told.text.english.contains("checked"))
    for part in ["合法稳定就业", "异议不成立", "行政复议", "人民法院", "《个人信息保护法》第五十条"] {
      #expect(told.text.chinese.contains(part), "\(part)")
    }
    #expect(file.rejection(answer(false), by: file.department) == "not-disputed")
  }

  @Test func `a dispute that is upheld brings what is true instead`() throws {
    var file = try Disputed()
    try file.play(dispute, by: file.person)
    try file.play(answer(true, file.statement("true", asOf: "2024-02-01")), by: file.department)
    #expect(file.standing?.number == 2)
    #expect(file.standing?.statement.content == .value(text: "true"))
    #expect(file.one.file.facts.known(on: file.one.today).count == 1)
    #expect(file.one.entries.count == 6)
    file.one.expectFoldsFromEmpty()
  }

  @Test func `a dispute that is upheld without more withdraws the fact`() throws {
    var file = try Disputed()
    try file.play(dispute, by: file.person)
    try file.play(answer(true), by: file.department)
    #expect(file.standing == nil)
    #expect(file.rejection(dispute, by: file.person) == "no-longer-stands")
  }

  @Test func `a dispute follows to the statement that takes the place of its own`() throws {
    var file = try Disputed()
    try file.play(dispute, by: file.person)
    try file.play(
      .state(statement: file.statement("false", asOf: "2024-02-15")),
      by: file.department
    )
    #expect(file.standing?.number == 2)
    #expect(file.standing?.dispute != nil)
    #expect(
      file.rejection(
        answer(true, file.statement("true", asOf: "2024-02-14")),
        by: file.department
      ) == "replacement-too-old"
    )
    try file.play(answer(true, file.statement("true", asOf: "2024-02-15")), by: file.department)
    #expect(file.standing?.statement.content == .value(text: "true"))
    #expect(file.one.file.facts.disputed.isEmpty)
  }

  @Test func `only the source answers, and only the person or who acts for them disputes`() throws {
    var file = try Disputed()
    #expect(file.rejection(dispute, by: Office.resident(Office.id(9))) == "not-allowed")
    #expect(file.rejection(dispute, by: file.department) == "not-allowed")
    #expect(
      file.rejection(.dispute(fact: 2, why: "x"), by: file.person) == "no-such-statement"
    )
    #expect(file.rejection(.dispute(fact: 1, why: ""), by: file.person) == "empty-text")
    #expect(file.rejection(answer(true), by: file.department) == "not-disputed")
    try file.play(dispute, by: file.person)
    #expect(file.rejection(answer(true), by: Office.department("justice")) == "not-the-source")
    #expect(file.rejection(answer(true), by: Office.reviewer) == "not-allowed")
    #expect(
      file.rejection(
        answer(false, file.statement("true", asOf: "2024-02-15")),
        by: file.department
      ) == "replacement-not-upheld"
    )
    #expect(
      file.rejection(
        answer(true, file.statement("false", asOf: "2024-02-15")),
        by: file.department
      ) == "replacement-of-something-else"
    )
  }
}
