import Casework
import ExpressionLanguage
import Policy
import Testing

/// Approval and refusal: what the measures find, and nothing else.
struct DecisionTests {
  private func accepted(_ one: Proceedings) throws -> Proceedings {
    var one = one
    try one.play(.submit(basis: .employment, medium: .paper, papers: Proceedings.papers))
    try one.play(.accept(number: 1))
    return one
  }

  @Test func `half a year and one of three conditions: approved`() throws {
    // Reg. Art. 2.
    var one = try accepted(Proceedings.eligible())
    try one.expectRejection("conditions-met", of: .refuse(number: 1))
    let events = try one.play(.approve(number: 1), on: "2024-03-08")
    #expect(events.map(\.type) == ["application/decided", "notice/queued"])
    let application = try one.application
    #expect(application.state == .approved && application.ended == nil)
    let decision = try #require(application.decision)
    #expect(decision.isApproval && decision.on == one.today)
    #expect(decision.reasons.contains { $0.words.english.contains("half a year") })
    #expect(decision.reasons.contains { $0.words.chinese == "有合法稳定就业" })
    #expect(decision.reasons.allSatisfy { $0.status == "met" })
    #expect(decision.reasons.allSatisfy { $0.citation.measure == "xiongan/residence-permit" })
    #expect(decision.law.contains { $0.measure == "xiongan/residence-permit" })
    #expect(decision.law.allSatisfy { !$0.hash.isEmpty })
    // The employment is the only statement that a department made.
    #expect(decision.facts == [1])
    let notice = try #require(one.file.notices.all.last)
    #expect(notice.key == "decision/1")
    // Each reason has its article; their measure is named once.
    #expect(notice.text.english.ranges(of: "Article 3").count == decision.reasons.count)
    #expect(notice.text.english.ranges(of: "Measures for the Residence Permit").count == 1)
    #expect(notice.text.chinese.ranges(of: "居住证实施办法").count == 1)
  }

  @Test func `of several words on one fact a decision cites the one that counted`() throws {
    var one = try Proceedings(on: "2024-03-01")
    one.know("stable employment", "false", by: "another source")
    one.today = Office.day("2024-03-04")
    one.know("stable employment", "true", by: "public service")
    one = try accepted(one)
    try one.play(.approve(number: 1))
    #expect(one.file.facts.known(on: one.today).map(\.number) == [1, 2])
    #expect(try one.application.decision?.facts == [2])
  }

  @Test func `each of the three conditions will do, whatever the basis`() throws {
    for fact in ["stable employment", "stable residence", "continuous study"] {
      var one = try Proceedings()
      one.know(fact, "true", by: "public service")
      one = try accepted(one)
      try one.play(.approve(number: 1))
    }
  }

  @Test func `a day short of half a year is refused, with the reason and the remedies`() throws {
    var one = try Proceedings(livingHereFrom: "2023-09-05")
    one.know("stable employment", "true", by: "public service")
    one.know("staff of a relocated unit", "false", by: "the relocated unit")
    one = try accepted(one)
    let rejection = try one.expectRejection("conditions-not-met", of: .approve(number: 1))
    #expect(rejection.reason.english.contains("half a year"))
    #expect(rejection.citations.map(\.article.english).allSatisfy { $0.contains("Article 3") })
    try one.play(.refuse(number: 1))
    let application = try one.application
    #expect(application.state == .refused && application.ended == one.today)
    let decision = try #require(application.decision)
    #expect(!decision.isApproval)
    #expect(decision.reasons.map(\.status) == ["not met"])
    #expect(decision.reasons.map(\.words.chinese) == ["在雄安新区居住半年以上"])
    #expect(decision.remedies.map(\.english).contains { $0.contains("reconsideration") })
    let paper = try #require(one.file.notices.all.last)
    #expect(paper.text.chinese.contains("在雄安新区居住半年以上"))
    #expect(paper.text.chinese.contains("行政复议") && paper.text.chinese.contains("行政诉讼"))
    // What is not enacted says so, and that the Licensing Law governs permits is our reading.
    #expect(paper.text.english.contains("Administrative Licensing Law, Article 38 (by analogy)"))
    #expect(paper.text.chinese.contains("第(1)项（据报道）"))
    // Half a year to the day is enough.
    var again = one
    try again.play(.submit(basis: .employment, medium: .paper, papers: Proceedings.papers))
    try again.play(.accept(number: 2))
    try again.play(.approve(number: 2), on: "2024-03-05")
  }

  @Test func `while a fact is unknown nothing is decided, and who verifies it is named`() throws {
    let one = try accepted(Proceedings())
    for command in [ApplicationCommand.approve(number: 1), .refuse(number: 1)] {
      let rejection = try one.expectRejection("undetermined", of: command)
      #expect(rejection.reason.english.contains("stable employment (public service)"))
      #expect(rejection.reason.chinese.contains("合法稳定住所（建设和交通管理局）"))
    }
  }

  @Test func `somebody registered here is refused`() throws {
    var one = try Proceedings(household: "xiongan")
    one.know("stable employment", "true", by: "public service")
    one = try accepted(one)
    try one.play(.refuse(number: 1))
    #expect(try one.application.decision?.reasons.map(\.words.chinese) == ["户口在国内其他地方"])
  }

  @Test func `whoever relocates needs no half year once the unit has confirmed`() throws {
    var one = try Proceedings(livingHereFrom: "2024-03-01")
    let papers = ["identity card", "photograph", "proof of address"]
    try one.play(.submit(basis: .relocation, medium: .online, papers: papers))
    try one.expectRejection("papers-missing", of: .accept(number: 1))
    let events = try one.play(.confirmRelocation(number: 1, isConfirmed: true, unit: "某公司"))
    #expect(events.map(\.type) == ["application/relocation-confirmed", "fact/stated"])
    // The unit's own word needs no paper beside it.
    try one.play(.accept(number: 1))
    try one.play(.approve(number: 1))
    let decision = try #require(try one.application.decision)
    #expect(decision.reasons.contains { $0.status == "waived" })
    #expect(decision.reasons.contains { $0.citation.article.english.contains("Article 4") })
    #expect(decision.facts == [1])
  }

  @Test func `the unit's silence is not yes, and its no is told to the person`() throws {
    var one = try Proceedings(livingHereFrom: "2024-03-01")
    let papers = [
      "identity card", "photograph", "proof of address", "confirmation by the relocated unit",
    ]
    try one.play(.submit(basis: .relocation, medium: .online, papers: papers))
    try one.play(.accept(number: 1))
    // Nobody has answered: neither yes nor no.
    try one.expectRejection("undetermined", of: .approve(number: 1))
    try one.expectRejection("undetermined", of: .refuse(number: 1))
    try one.expectRejection(
      "no-unit",
      of: .confirmRelocation(number: 1, isConfirmed: true, unit: "")
    )
    try one.play(.confirmRelocation(number: 1, isConfirmed: false, unit: "某公司"))
    #expect(try one.application.relocationConfirmed == false)
    #expect(one.notices.last == "relocation-denied/1/2024-03-04")
    try one.expectRejection("conditions-not-met", of: .approve(number: 1))
    // A no that was given before changes nothing; a yes takes its place.
    #expect(
      try one.play(.confirmRelocation(number: 1, isConfirmed: false, unit: "某公司")).isEmpty
    )
    try one.play(.confirmRelocation(number: 1, isConfirmed: true, unit: "某公司"))
    #expect(one.file.facts.known(on: one.today).map(\.number) == [2])
    try one.play(.approve(number: 1))
  }

  @Test func `without a remedy in the measure nobody is refused`() throws {
    var one = try accepted(Proceedings(household: "xiongan"))
    one.law = try TestTerms.law(on: one.today) { set in
      for channel in set.channels.indices { set.channels[channel].steps.remedy = nil }
    }
    try one.expectRejection("no-remedy", of: .refuse(number: 1))
  }
}
