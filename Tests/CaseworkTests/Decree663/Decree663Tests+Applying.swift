import Casework
import ExpressionLanguage
import Testing

// Article 9, paragraph by paragraph.
extension Decree663Tests {
  @Test(arguments: [
    (Basis.employment, ["identity card", "photograph", "proof of address", "proof of employment"]),
    (.residence, ["identity card", "photograph", "proof of address"]),
    (.study, ["identity card", "photograph", "proof of address", "proof of study"]),
  ])
  func `article 9, paragraphs 1 and 2: the papers are those of the case, and no others`(
    basis: Basis,
    papers: [String]
  ) throws {
    var one = OfficeCase.newcomer()
    try one.submit(basis, papers: [])
    try one.play(.application(.giveNotice(number: 1)))
    #expect(one.application?.notice?.missing == papers)
    try one.play(.application(.supplement(number: 1, papers: papers)), by: one.person)
    try one.play(.application(.accept(number: 1)))
  }

  /// A child of fifteen, and the parent, who are linked and no more.
  private func family() throws -> (child: OfficeCase, parent: ResidentID) {
    var child = OfficeCase.newcomer(51, born: "2009-03-10", with: ["continuous study"])
    let parent = OfficeCase.registered(52, born: Office.day("1982-01-01"))
    child.others[parent.id] = parent.file
    try child.play(.person(.linkRelative(relative: parent.id, relation: .parent)))
    return (child, parent.id)
  }

  @Test func `article 9, paragraph 3: a guardian applies for a child, with the papers of both`()
    throws
  {
    var (child, parent) = try family()
    let submit = Command.application(
      .submit(
        basis: .study,
        medium: .paper,
        papers: ["identity card", "photograph", "proof of address", "proof of study"]
      )
    )
    // Being the parent is not enough: the office has the papers of both first.
    let rejection = try child.expectRejection(
      "not-allowed",
      of: submit,
      by: Office.resident(parent)
    )
    #expect(rejection?.remedy.chinese.contains("登记代办关系") == true)
    #expect(rejection?.citations.first?.article.chinese == "第九条")
    try child.play(.person(.appointGuardian(guardian: parent, ground: .minor)))
    try child.play(submit, by: Office.resident(parent))
    #expect(child.application?.actedFor == parent)
    try child.play(.application(.giveNotice(number: 1)))
    let both = "identity papers of both, if another applies"
    #expect(child.application?.notice?.missing == [both])
    try child.play(
      .application(.supplement(number: 1, papers: [both])),
      by: Office.resident(parent)
    )
    try child.play(.application(.accept(number: 1)))
    try child.play(.application(.approve(number: 1)), by: Office.reviewer)
    #expect(child.application?.decision?.isApproval == true)
  }

  @Test func `article 9, paragraph 3: it ends by itself at sixteen`() throws {
    var (child, parent) = try family()
    try child.play(.person(.appointGuardian(guardian: parent, ground: .minor)))
    let submit = Command.application(.submit(basis: .study, medium: .online, papers: []))
    // As the measure counts, a year of age is full on the day after the birthday.
    child.today = Office.day("2025-03-10")
    #expect(try child.decide(submit, by: Office.resident(parent)).isSuccess)
    child.today = Office.day("2025-03-11")
    try child.expectRejection("not-allowed", of: submit, by: Office.resident(parent))
    #expect(try child.decide(submit, by: child.person).isSuccess)
    let other = OfficeCase.registered(53, born: Office.day("1980-01-01"))
    child.others[other.id] = other.file
    try child.expectRejection(
      "not-a-minor",
      of: .person(.appointGuardian(guardian: other.id, ground: .minor))
    )
  }

  @Test func `article 9, paragraph 3: for whoever can hardly come, once that is on file`() throws {
    var old = OfficeCase.newcomer(54, born: "1940-01-01", with: ["stable residence"])
    let child = OfficeCase.registered(55, born: Office.day("1970-01-01"))
    old.others[child.id] = child.file
    let appoint = Command.person(.appointGuardian(guardian: child.id, ground: .limitedMobility))
    try old.expectRejection("mobility-not-known", of: appoint)
    let statement = FactStatement(
      fact: "行动不便",
      content: .value(text: "是"),
      source: "申领人",
      asOf: old.today
    )
    try old.play(.fact(.state(statement: statement)))
    try old.play(appoint)
    try old.submit(.residence, papers: ["identity card"], by: Office.resident(child.id))
    #expect(old.application?.actedFor == child.id)
    // When the person moves about again, it is over.
    old.state("limited mobility", false)
    try old.expectRejection(
      "not-allowed",
      of: .application(.withdraw(number: 1)),
      by: Office.resident(child.id)
    )
  }

  @Test func `article 9, paragraph 4: false papers end the permit they led to`() throws {
    var one = try OfficeCase.holder()
    try one.play(
      .permit(.proposeConfiscation(ground: .fraud, evidence: "certificate 12")),
      by: Office.reviewer
    )
    try one.play(.permit(.confirmConfiscation), by: Office.secondReviewer)
    #expect(one.permit?.state == .confiscated)
  }

  @Test func `article 9, paragraph 5: what is missing is told once, all of it`() throws {
    var one = OfficeCase.newcomer()
    try one.submit(papers: ["photograph"])
    try one.play(.application(.giveNotice(number: 1)))
    let told = try #require(one.file.notices.all.last?.text.chinese)
    for paper in ["居民身份证", "居住地住址证明", "就业证明"] { #expect(told.contains(paper)) }
    #expect(!told.contains("本人相片") && told.contains("2024年4月3日"))
    try one.expectRejection("notice-given-before", of: .application(.giveNotice(number: 1)))
    // A study that comes up later changes nothing in what may be asked for.
    let rest = ["identity card", "proof of address", "proof of employment"]
    try one.play(.application(.supplement(number: 1, papers: rest)), by: one.person)
    try one.expectRejection("notice-given-before", of: .application(.giveNotice(number: 1)))
    try one.play(.application(.accept(number: 1)))
  }

  @Test func `article 9, paragraph 6: fifteen days from acceptance, thirty where it is extended`()
    throws
  {
    var one = OfficeCase.newcomer()
    try one.submit()
    try one.play(.application(.accept(number: 1)), on: Office.day("2024-03-06"))
    func issueDue() throws -> CivilDate? {
      one.file.clocks(on: one.today, by: try Office.law(on: one.today))
        .first { $0.id == "issue" }?.due?.day
    }
    #expect(try issueDue() == Office.day("2024-03-21"))
    let flood = Command.application(.extendTerm(number: 1, reason: "flood"))
    try one.play(flood, by: Office.reviewer, on: Office.day("2024-03-21"))
    #expect(try issueDue() == Office.day("2024-04-05"))
    #expect(one.file.notices.all.last?.text.chinese.contains("2024年4月5日") == true)
    try one.expectRejection("extended-before", of: flood, by: Office.reviewer)
    // Late is late, and the holder has a right to the card all the same.
    try one.play(
      .application(.approve(number: 1)),
      by: Office.reviewer,
      on: Office.day("2024-05-01")
    )
    try one.play(.permit(.issue(application: 1, serial: "XA-1")))
    #expect(one.permit?.state == .active)
  }

  @Test func `article 9, paragraph 6: a department that never answers holds nobody up for good`()
    throws
  {
    var one = OfficeCase.newcomer()
    try one.submit()
    try one.play(.application(.accept(number: 1)))
    let ask = Command.application(
      .askDepartment(number: 1, department: "construction", facts: ["stable residence"])
    )
    try one.play(ask)
    let approve = Command.application(.approve(number: 1))
    // Five working days: until Monday the eleventh the office waits.
    one.today = Office.day("2024-03-11")
    try one.expectRejection("checks-open", of: approve, by: Office.reviewer)
    #expect(try one.decide(approve, by: Office.reviewer, on: Office.day("2024-03-12")).isSuccess)
    // A question that was put late does not make the office break its own last day.
    var late = one
    late.today = Office.day("2024-03-18")
    late.know("stable residence", "true", by: "construction")
    try late.play(
      .application(.answerCheck(number: 1, department: "construction")),
      by:
        Office.department("construction")
    )
    try late.play(ask)
    try late.expectRejection("checks-open", of: approve, by: Office.reviewer)
    try late.play(approve, by: Office.reviewer, on: Office.day("2024-03-19"))
    let clocks = late.file.clocks(on: late.today, by: try Office.law(on: late.today))
    #expect(!clocks.contains { $0.id.hasPrefix("check") })
    // Silence is no yes: what is unknown still decides nothing.
    var unknown = OfficeCase.registered(
      56,
      on: Office.day("2024-03-04"),
      livingHereFrom:
        Office.day("2023-01-01")
    )
    try unknown.submit()
    try unknown.play(.application(.accept(number: 1)))
    try unknown.play(ask)
    unknown.today = Office.day("2024-03-12")
    for command in [approve, .application(.refuse(number: 1))] {
      try unknown.expectRejection("undetermined", of: command, by: Office.reviewer)
    }
  }
}
