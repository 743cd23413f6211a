import Casework
import ExpressionLanguage
import Testing

/// Questions to departments, and the longer term.
struct DepartmentCheckTests {
  private let work = ApplicationCommand.askDepartment(
    number: 1,
    department: "公共服务局",
    facts: ["合法稳定就业", "Continuous  study", "social insurance", "合法稳定就业"]
  )
  private let home = ApplicationCommand.askDepartment(
    number: 1,
    department: "construction",
    facts: ["stable residence"]
  )

  @Test func `the last answer makes it reviewed, and another question undoes that`() throws {
    var one = try Proceedings.accepted()
    #expect(try one.play(work).map(\.type) == ["application/department-asked"])
    let check = try #require(try one.application.checks.first)
    #expect(check.department == "public service")
    #expect(check.facts == ["stable employment", "continuous study", "social insurance"])
    #expect(check.due.day == Office.day("2024-03-11"))
    try one.play(home)
    one.today = Office.day("2024-03-06")
    one.tell("public service")
    try one.play(.answerCheck(number: 1, department: "public service"))
    #expect(try one.application.state == .accepted)
    let open = try one.expectRejection("checks-open", of: .approve(number: 1))
    #expect(open.reason.chinese.contains("建设和交通管理局"))
    try one.expectRejection("checks-open", of: .refuse(number: 1))
    let answer = ApplicationCommand.answerCheck(number: 1, department: "construction")
    one.today = Office.day("2024-03-20")
    one.tell("construction")
    #expect(try one.play(answer).map(\.type) == ["application/check-answered"])
    #expect(try one.application.state == .reviewed)
    #expect(
      try one.application.checks.map(\.answered) == ["2024-03-06", "2024-03-20"].map(Office.day)
    )
    try one.play(work)
    #expect(try one.application.state == .accepted)
    one.tell("public service")
    try one.play(.answerCheck(number: 1, department: "public service"))
    try one.play(.approve(number: 1))
  }

  @Test func `departments are asked about what they verify, once at a time`() throws {
    var one = try Proceedings.accepted()
    func ask(_ department: String, _ facts: [String]) -> ApplicationCommand {
      .askDepartment(number: 1, department: department, facts: facts)
    }
    let unknown = try one.expectRejection("unknown-department", of: ask("weather", ["rain"]))
    #expect(unknown.reason.chinese.contains("公安") && !unknown.reason.english.contains("weather"))
    try one.expectRejection("no-facts", of: ask("construction", []))
    let others = try one.expectRejection(
      "not-its-facts",
      of: ask("construction", ["stable residence", "stable employment"])
    )
    #expect(others.reason.chinese.contains("合法稳定住所"))
    try one.expectRejection(
      "nothing-asked",
      of: .answerCheck(number: 1, department: "construction")
    )
    try one.play(home)
    try one.expectRejection("asked-already", of: home)
    try one.expectRejection(
      "another-department",
      of: .answerCheck(number: 1, department: "construction"),
      by: Office.department("public service")
    )
  }

  @Test func `a check is closed when all that was asked is stated, and no sooner`() throws {
    var one = try Proceedings.accepted()
    one.know("continuous study", "false", by: "public service")
    // What is asked is how it is now: what was said before is no answer.
    try one.play(work, on: "2024-03-06")
    let answer = ApplicationCommand.answerCheck(number: 1, department: "公共服务局")
    let none = try one.expectRejection("not-stated", of: answer, by: Office.department("公共服务局"))
    #expect(
      none.reason.english.contains("stable employment, continuous study, Social insurance")
        && none.reason.english.contains("6 March 2024")
    )
    #expect(none.reason.chinese.contains("合法稳定就业") && none.remedy.chinese.contains("逐项报送"))
    one.know("stable employment", "true", by: "public service")
    one.know("continuous study", "false", by: "public service")
    // Another's word is not its own, and neither is one that it took back.
    one.record(
      .fact(
        .stated(
          statement: FactStatement(
            fact: "social insurance",
            content: .none,
            source: "identity card",
            asOf: one.today
          ),
          supersedes: []
        )
      )
    )
    let left = try one.expectRejection("not-stated", of: answer)
    #expect(left.reason.english.hasSuffix(": Social insurance"))
    one.tell("public service")
    let last = try #require(one.file.facts.items.last)
    #expect(last.statement.source == "public service")
    one.record(.fact(.withdrawn(fact: last.number, reason: "another person's")))
    try one.expectRejection("not-stated", of: answer)
    one.today = Office.day("2024-03-07")
    one.tell("public service")
    #expect(try one.play(answer).map(\.type) == ["application/check-answered"])
  }

  @Test func `what the file itself tells is asked of nobody`() throws {
    let one = try Proceedings.accepted()
    for (department, fact) in [("public security", "birth date"), ("construction", "居住证状态")] {
      let ask = ApplicationCommand.askDepartment(number: 1, department: department, facts: [fact])
      #expect(!(try one.expectRejection("own-fact", of: ask)).remedy.chinese.isEmpty)
    }
    let own = one.law.verifyingDepartments.flatMap(\.facts).map(\.english)
    #expect(own.contains("criminal record") && !own.contains("birth date"))
    #expect(!own.contains("permit state") && !own.contains("residence registrations"))
  }

  @Test func `the term is lengthened once, in time, with a reason`() throws {
    var one = try Proceedings.accepted()
    try one.expectRejection("no-reason", of: .extendTerm(number: 1, reason: "  "))
    var late = one
    late.today = Office.day("2024-03-20")
    let over = try late.expectRejection("term-over", of: .extendTerm(number: 1, reason: "flood"))
    #expect(over.reason.english.contains("19 March 2024"))
    #expect(over.citations.contains { $0.measure == "xiongan/residence-permit" })
    // On the last day it still can be.
    try one.play(.extendTerm(number: 1, reason: "flood"), on: "2024-03-19")
    let paper = try #require(one.file.notices.all.last)
    #expect(paper.key == "extension/1" && paper.text.english.contains("flood"))
    #expect(paper.text.chinese.contains("2024年4月3日"))
    try one.expectRejection("extended-before", of: .extendTerm(number: 1, reason: "flood"))
  }

  @Test(arguments: [nil, Term.Length.days(15), .days(10)])
  func `no term is lengthened that the measure does not lengthen`(extended: Term.Length?) throws {
    let one = try Proceedings.accepted(changing: ["days to issue extended": extended])
    try one.expectRejection("no-extension", of: .extendTerm(number: 1, reason: "flood"))
  }
}
