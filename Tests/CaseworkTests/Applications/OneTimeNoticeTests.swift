import Casework
import ExpressionLanguage
import Testing

/// Papers: told once, all of them, and what silence means.
struct OneTimeNoticeTests {
  @Test(arguments: [
    (Basis.employment, ["photograph", "proof of address", "proof of employment"]),
    (.residence, ["photograph", "proof of address"]),
    (.study, ["photograph", "proof of address", "proof of study"]),
    (.relocation, ["photograph", "proof of address", "confirmation by the relocated unit"]),
  ])
  func `all that the case lacks is worked out and told`(basis: Basis, missing: [String]) throws {
    var one = try Proceedings.lacking(basis)
    let events = try one.play(.giveNotice(number: 1), on: "2024-03-06")
    #expect(events.map(\.type) == ["application/notice-given", "notice/queued"])
    let notice = try #require(try one.application.notice)
    #expect(notice.missing == missing && notice.due.day == Office.day("2024-04-05"))
    let paper = try #require(one.file.notices.all.last)
    #expect(paper.key == "one-time-notice/1")
    #expect(paper.text.english.contains(missing.joined(separator: ", ")))
    #expect(paper.text.chinese.contains("本人相片、居住地住址证明"))
    #expect(paper.text.chinese.contains("2024年4月5日"))
    #expect(paper.text.chinese.contains("《居住证暂行条例》第九条"))
  }

  @Test func `whoever cannot be given a permit is told what is missing all the same`() throws {
    // Lives here for two months: the conditions are not met, the papers are asked for as ever.
    var one = try Proceedings(livingHereFrom: "2024-01-04")
    for fact in ["stable residence", "continuous study", "stable employment"] {
      one.know(fact, "false", by: "public service")
    }
    try one.play(.submit(basis: .residence, medium: .paper, papers: ["identity card"]))
    try one.play(.giveNotice(number: 1))
    #expect(try one.application.stillMissing == ["photograph", "proof of address"])
  }

  @Test func `nothing is told twice, whatever else turns out to be missing`() throws {
    var one = try Proceedings.lacking()
    try one.play(.giveNotice(number: 1))
    try one.expectRejection("notice-given-before", of: .giveNotice(number: 1))
    let missing = try one.application.stillMissing
    try one.play(.supplement(number: 1, papers: missing))
    try one.expectRejection("notice-given-before", of: .giveNotice(number: 1))
    // Who turns out to be relocated staff now would need another paper: it was not told.
    one.know("staff of a relocated unit", "true", by: "the relocated unit")
    try one.play(.accept(number: 1))
    #expect(try one.application.state == .accepted)
    let rejection = try one.expectRejection("notice-given-before", of: .giveNotice(number: 1))
    #expect(rejection.citations.contains { $0.article.english == "Article 9" })
  }

  @Test func `who lacks nothing is accepted, not told`() throws {
    var one = try Proceedings()
    try one.play(.submit(basis: .employment, medium: .paper, papers: Proceedings.papers))
    try one.expectRejection("nothing-missing", of: .giveNotice(number: 1))
    try one.play(.accept(number: 1), on: "2024-03-06")
    #expect(try one.application.accepted == Office.day("2024-03-06"))
    #expect(try !one.application.isDeemedAccepted)
    let paper = try #require(one.file.notices.all.last)
    #expect(paper.key == "accepted/1" && paper.text.chinese.contains("2024年3月6日"))
    // Fifteen days from acceptance.
    #expect(paper.text.chinese.contains("2024年3月21日"))
  }

  @Test func `what is missing keeps it from being accepted`() throws {
    var one = try Proceedings.lacking()
    let first = try one.expectRejection("papers-missing", of: .accept(number: 1))
    #expect(first.reason.chinese.contains("本人相片"))
    try one.play(.giveNotice(number: 1))
    try one.play(.supplement(number: 1, papers: ["本人相片", "居住地住址证明"]))
    let second = try one.expectRejection("papers-missing", of: .accept(number: 1))
    #expect(second.reason.english.hasSuffix("proof of employment"))
    #expect(try one.application.completed == nil)
    try one.play(.supplement(number: 1, papers: ["proof of employment"]), on: "2024-04-03")
    #expect(try one.application.completed == one.today)
    try one.play(.accept(number: 1), on: "2024-04-05")
    #expect(try one.application.accepted == one.today)
  }

  @Test func `papers that are there already change nothing; no paper at all is a mistake`() throws {
    var one = try Proceedings.lacking()
    #expect(try one.play(.supplement(number: 1, papers: ["居民身份证"])).isEmpty)
    try one.expectRejection("no-papers", of: .supplement(number: 1, papers: []))
    try one.expectRejection("unknown-paper", of: .supplement(number: 1, papers: ["x"]))
    // What comes in by itself needs no notice.
    try one.play(.supplement(number: 1, papers: Proceedings.papers))
    #expect(try one.application.papers == Proceedings.papers)
    try one.play(.accept(number: 1))
  }

  @Test func `silence accepts, as of the day on which the papers came in`() throws {
    var one = try Proceedings.lacking()
    // The fifth working day is Monday: until then it is the office's turn.
    #expect(try one.work(on: "2024-03-11").isEmpty)
    let events = try one.work(on: "2024-03-12")
    #expect(events.map(\.type) == ["application/accepted", "notice/queued"])
    let application = try one.application
    #expect(application.state == .accepted && application.isDeemedAccepted)
    #expect(application.accepted == Office.day("2024-03-04"))
    #expect(try one.work().isEmpty)
    let rejection = try one.expectRejection("notice-too-late", of: .giveNotice(number: 1))
    #expect(rejection.reason.english.contains("4 March 2024"))
    let paper = try #require(one.file.notices.all.last)
    #expect(paper.text.chinese.contains("2024年3月4日起即为受理"))
    #expect(paper.text.chinese.contains("《行政许可法》第三十二条"))
    // Fifteen days from the day it came in.
    #expect(paper.text.chinese.contains("2024年3月19日"))
  }

  @Test func `silence accepts whether or not the day's work was done`() throws {
    var one = try Proceedings.lacking()
    one.today = Office.day("2024-03-12")
    try one.expectRejection("notice-too-late", of: .giveNotice(number: 1))
    try one.expectRejection("wrong-state", of: .accept(number: 1))
    let events = try one.play(
      .askDepartment(number: 1, department: "public service", facts: ["stable employment"])
    )
    #expect(
      events.map(\.type) == [
        "application/accepted", "notice/queued", "application/department-asked",
      ]
    )
    #expect(try one.application.accepted == Office.day("2024-03-04"))
  }

  @Test func `on the last day it can still be told`() throws {
    var one = try Proceedings.lacking()
    try one.play(.giveNotice(number: 1), on: "2024-03-11")
    #expect(try one.application.state == .supplementNeeded)
  }

  @Test func `where no measure sets the time to tell, silence means nothing`() throws {
    var one = try Proceedings.lacking(changing: ["days to notify": nil])
    #expect(try one.work(on: "2025-03-04").isEmpty)
    try one.play(.giveNotice(number: 1))
    try one.play(.supplement(number: 1, papers: one.application.stillMissing))
    #expect(try one.work(on: "2026-03-04").isEmpty)
    try one.play(.accept(number: 1))
  }

  @Test func `where no measure sets the time to supplement, nothing is told`() throws {
    let one = try Proceedings.lacking(changing: ["days to supplement": nil])
    try one.expectRejection("no-such-term", of: .giveNotice(number: 1))
  }

  @Test func `what does not come in by the day told is closed unfinished as of the day after`()
    throws
  {
    var one = try Proceedings.lacking()
    try one.play(.giveNotice(number: 1), on: "2024-03-06")
    try one.play(.supplement(number: 1, papers: ["photograph"]))
    #expect(try one.work(on: "2024-04-05").isEmpty)
    var late = one
    let events = try late.work(on: "2024-06-01")
    #expect(events.map(\.type) == ["application/closed-unfinished", "notice/queued"])
    #expect(try late.application.state == .closedUnfinished)
    #expect(try late.application.ended == Office.day("2024-04-06"))
    let paper = try #require(late.file.notices.all.last)
    #expect(paper.key == "closed-unfinished/1")
    #expect(paper.text.chinese.contains("居住地住址证明、就业证明"))
    #expect(paper.text.chinese.contains("重新申请") && paper.text.chinese.contains("行政复议"))
    try one.work(on: "2024-04-06")
    #expect(try one.application == late.application)
    // A paper that comes too late opens nothing; one applies again.
    try one.expectRejection("wrong-state", of: .supplement(number: 1, papers: ["photograph"]))
    try one.play(.submit(basis: .employment, medium: .paper, papers: Proceedings.papers))
    #expect(try one.application.number == 2)
  }

  @Test func `one applies again on the day after, before the day's work`() throws {
    var one = try Proceedings.lacking()
    try one.play(.giveNotice(number: 1))
    let events = try one.play(
      .submit(basis: .employment, medium: .paper, papers: Proceedings.papers),
      on: "2024-04-04"
    )
    #expect(events.first?.type == "application/closed-unfinished")
    #expect(one.file.applications.all.map(\.state) == [.closedUnfinished, .submitted])
  }

  @Test func `what was completed is not closed; silence accepts it from that day`() throws {
    var one = try Proceedings.lacking()
    try one.play(.giveNotice(number: 1), on: "2024-03-05")
    try one.play(.supplement(number: 1, papers: Proceedings.papers), on: "2024-03-07")
    #expect(try one.work(on: "2024-03-14").isEmpty)
    try one.work(on: "2024-06-01")
    let application = try one.application
    #expect(application.state == .accepted && application.isDeemedAccepted)
    #expect(application.accepted == Office.day("2024-03-07"))
  }
}
