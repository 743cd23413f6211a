import Casework
import ExpressionLanguage
import Testing

struct PermitClockTests {
  private func clock(_ story: PermitStory, _ id: String, on day: String) -> CaseClock? {
    story.file.clocks(on: Office.day(day), by: story.law).first { $0.id == id }
  }

  @Test func `the endorsement runs from the last full year to the next`() throws {
    var story = try PermitStory.holder(from: "2024-03-01")
    let first = try #require(clock(story, "endorsement", on: "2025-02-01"))
    #expect(first.since == Office.day("2024-03-01"))
    #expect(first.due?.day == Office.day("2025-03-01"))
    #expect(first.used == 337 && first.left == 28)
    #expect(first.waitsFor == .resident)
    #expect(first.citation.article.english.hasPrefix("Article 6"))
    try story.run(.endorse, on: "2025-02-01")
    let second = try #require(clock(story, "endorsement", on: "2025-02-01"))
    #expect(second.since == Office.day("2025-03-01"))
    #expect(second.due?.day == Office.day("2026-03-01"))
  }

  @Test func `while the permit is suspended it shows how long it has been due`() throws {
    var story = try PermitStory.holder(from: "2024-03-01")
    try story.dayWork(on: "2025-03-11")
    let overdue = try #require(clock(story, "endorsement", on: "2025-03-11"))
    #expect(overdue.left == -10)
    #expect(overdue.atEnd.english.contains("until the endorsement is made up"))
    try story.run(.endorse)
    let anew = try #require(clock(story, "endorsement", on: "2025-03-11"))
    #expect(anew.since == Office.day("2025-03-11") && anew.left == 365)
  }

  @Test func `a new card waits for the window from the report on`() throws {
    var story = try PermitStory.holder(from: "2024-03-01")
    #expect(clock(story, "replacement", on: "2024-03-01") == nil)
    try story.run(.reportDamage, on: "2024-05-01")
    try story.run(.reportLoss, on: "2024-05-03")
    let clock = try #require(self.clock(story, "replacement", on: "2024-05-06"))
    #expect(clock.since == Office.day("2024-05-01") && clock.used == 5 && clock.left == 10)
    #expect(clock.waitsFor == .clerk)
    try story.run(.replaceCard(serial: "XA-2", isOldHandedIn: false, paidFen: 2_000))
    #expect(self.clock(story, "replacement", on: "2024-05-06") == nil)
  }

  @Test func `nothing runs on a permit that has ended`() throws {
    var story = try PermitStory.holder(from: "2024-03-01")
    try story.run(.reportLoss)
    try story.run(.cancel(ground: .givenUp, from: story.today))
    #expect(story.file.clocks(on: story.today, by: story.law).isEmpty)
  }
}
