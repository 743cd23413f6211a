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
    try one.play(.answerCheck(number: 1, department: "public service"), on: "2024-03-06")
    #expect(try one.application.state == .accepted)
    let open = try one.expectRejection("checks-open", of: .approve(number: 1))
    #expect(open.reason.chinese.contains("建设和交通管理局"))
    try one.expectRejection("checks-open", of: .refuse(number: 1))
    let answer = ApplicationCommand.answerCheck(number: 1, department: "construction")
    #expect(try one.play(answer, on: "2024-03-20").map(\.type) == ["application/check-answered"])
    #expect(try one.application.state == .reviewed)
    #expect(
      try one.application.checks.map(\.answered) == ["2024-03-06", "2024-03-20"].map(Office.day)
    )
    try one.play(work)
    #expect(try one.application.state == .accepted)
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

  @Test func `the term is lengthened once, in time, with a reason`() throws {
    var one = try Proceedings.accepted()
    try one.expectRejection("no-reason", of: .extendTerm(number: 1, reason: "  "))
    var late = one
    late.today = Office.day("2024-03-20")
    let over = try late.expectRejection("term-over", of: .extendTerm(number: 1, reason: "flood"))
    #expect(over.reason.english.contains("2024-03-19"))
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
