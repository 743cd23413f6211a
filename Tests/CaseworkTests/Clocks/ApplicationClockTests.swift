import Casework
import ExpressionLanguage
import Testing

/// Days used, days left, why a term stands still, and what happens when it runs out.
struct ApplicationClockTests {
  private func clocks(_ one: Proceedings, on day: String? = nil) -> [CaseClock] {
    one.file.clocks(on: day.map(Office.day) ?? one.today, by: one.law)
      .filter { $0.application != nil }
  }

  @Test func `the time to tell runs in working days`() throws {
    let one = try Proceedings.lacking()
    let clock = try #require(clocks(one, on: "2024-03-09").first)
    #expect(clock.id == "notify" && clock.waitsFor == .clerk && clock.application == 1)
    // From Monday to Saturday four days were worked; Monday is left.
    #expect(clock.used == 4 && clock.left == 1 && clock.isWorkingDays)
    #expect(clock.due?.day == Office.day("2024-03-11") && clock.paused == nil)
    #expect(clock.atEnd.chinese.contains("即为受理"))
    #expect(clock.citation.measure == "xiongan/residence-permit")
  }

  @Test func `after the notice the office's days stand still and the person's run`() throws {
    var one = try Proceedings.lacking()
    try one.play(.giveNotice(number: 1), on: "2024-03-06")
    let now = clocks(one, on: "2024-03-16")
    #expect(now.map(\.id) == ["supplement", "notify"])
    #expect(now[0].waitsFor == .resident && !now[0].isWorkingDays)
    #expect(now[0].used == 10 && now[0].left == 20)
    #expect(now[0].atEnd.english.contains("closed unfinished"))
    #expect(now[1].paused?.chinese.contains("2024年3月6日") == true)
    #expect(now[1].used == 2 && now[1].left == nil && now[1].due == nil)
    // Once all is there the office has to accept.
    try one.play(.supplement(number: 1, papers: Proceedings.papers), on: "2024-03-08")
    let then = clocks(one, on: "2024-03-11")
    #expect(then.map(\.id) == ["accept"] && then[0].waitsFor == .clerk)
    #expect(then[0].used == 1 && then[0].left == 4)
  }

  @Test func `the term to issue counts calendar days from acceptance, whatever departments take`()
    throws
  {
    var one = try Proceedings.accepted()
    try one.play(
      .askDepartment(number: 1, department: "construction", facts: ["stable residence"])
    )
    let now = clocks(one, on: "2024-03-13")
    #expect(now.map(\.id) == ["check/construction", "issue"])
    // The department is two working days late.
    #expect(now[0].waitsFor == .department && now[0].left == -2 && now[0].isWorkingDays)
    #expect(now[1].waitsFor == .reviewer && now[1].used == 9 && now[1].left == 6)
    #expect(now.allSatisfy { $0.paused == nil })
    one.tell("construction")
    try one.play(.answerCheck(number: 1, department: "construction"))
    try one.play(.extendTerm(number: 1, reason: "flood"))
    try one.play(.approve(number: 1))
    let last = clocks(one, on: "2024-04-06")
    #expect(last.map(\.id) == ["issue"] && last[0].waitsFor == .clerk)
    #expect(last[0].used == 33 && last[0].left == -3)
  }

  @Test func `what time has made happen counts as happened before it is recorded`() throws {
    var one = try Proceedings.lacking()
    let deemed = clocks(one, on: "2024-03-12")
    #expect(deemed.map(\.id) == ["issue"] && deemed[0].since == Office.day("2024-03-04"))
    try one.play(.giveNotice(number: 1))
    #expect(clocks(one, on: "2024-06-01").isEmpty)
    try one.play(.withdraw(number: 1))
    #expect(clocks(one).isEmpty)
  }

  @Test func `a term that no measure sets runs nowhere`() throws {
    var one = try Proceedings.lacking(changing: ["days to notify": nil])
    #expect(clocks(one).isEmpty)
    try one.play(.giveNotice(number: 1))
    #expect(clocks(one).map(\.id) == ["supplement"])
  }
}
