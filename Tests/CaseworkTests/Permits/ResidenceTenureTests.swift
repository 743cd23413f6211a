import Casework
import ExpressionLanguage
import Testing

struct ResidenceTenureTests {
  private func tenure(_ story: PermitStory, on day: String) -> ResidenceTenure? {
    story.file.tenure(on: Office.day(day), by: story.law)
  }

  private func text(_ story: PermitStory, on day: String) -> String {
    guard let tenure = tenure(story, on: day) else { return "none" }
    return "\(tenure.from)..\(tenure.through) \(tenure.months)m \(tenure.days)d"
  }

  @Test func `tenure begins with the permit`() throws {
    let story = try PermitStory.holder(from: "2024-03-01")
    #expect(text(story, on: "2024-02-29") == "none")
    #expect(text(story, on: "2024-03-01") == "2024-03-01..2024-03-01 0m 0d")
    #expect(text(story, on: "2024-04-30") == "2024-03-01..2024-04-30 1m 29d")
    #expect(text(story, on: "2025-03-01") == "2024-03-01..2025-03-01 12m 0d")
  }

  @Test func `it stands still at the due date until the endorsement is made up`() throws {
    let story = try PermitStory.holder(from: "2024-03-01")
    #expect(text(story, on: "2025-03-02") == "2024-03-01..2025-03-01 12m 0d")
    #expect(text(story, on: "2027-01-01") == "2024-03-01..2025-03-01 12m 0d")
  }

  @Test func `a late endorsement starts it anew, and the past stays what it was`() throws {
    var story = try PermitStory.holder(from: "2024-03-01")
    try story.run(.endorse, on: "2025-04-10")
    #expect(text(story, on: "2025-04-10") == "2025-04-10..2025-04-10 0m 0d")
    #expect(text(story, on: "2025-06-10") == "2025-04-10..2025-06-10 2m 0d")
    #expect(text(story, on: "2025-03-20") == "2024-03-01..2025-03-01 12m 0d")
    #expect(text(story, on: "2024-09-01") == "2024-03-01..2024-09-01 6m 0d")
  }

  @Test func `where the switch says so it goes on, the days between counted`() throws {
    var story = try PermitStory.holder(from: "2024-03-01", under: ChangedLaw.goesOn.get())
    try story.run(.endorse, on: "2025-04-10")
    #expect(text(story, on: "2025-05-01") == "2024-03-01..2025-05-01 14m 0d")
  }

  @Test func `it ends the day before the permit does`() throws {
    var story = try PermitStory.holder(from: "2024-03-01")
    try story.run(.cancel(ground: .movedAway, from: Office.day("2024-06-01")), on: "2024-06-10")
    #expect(text(story, on: "2025-01-01") == "2024-03-01..2024-05-31 2m 30d")
  }

  @Test func `it never exceeds what is registered`() throws {
    var story = try PermitStory.holder(from: "2024-03-01")
    story.one.record(
      .person(.residenceEnded(residence: 1, last: Office.day("2024-05-31"))),
      on: Office.day("2024-06-01")
    )
    #expect(text(story, on: "2024-08-01") == "2024-03-01..2024-05-31 2m 30d")
    // The next day is no break; another address in the area is all one.
    var moved = story
    let next = Office.residence("容城县某路2号", from: Office.day("2024-06-01"))
    moved.one.record(.person(.residenceRegistered(residence: next)))
    #expect(text(moved, on: "2024-08-01") == "2024-03-01..2024-08-01 5m 0d")
    // A day between is one: the count begins with the new registration.
    let later = Office.residence("容城县某路2号", from: Office.day("2024-06-02"))
    story.one.record(.person(.residenceRegistered(residence: later)))
    #expect(text(story, on: "2024-08-01") == "2024-06-02..2024-08-01 1m 30d")
  }

  @Test func `a year from 29 February is full on the last of February`() throws {
    let story = try PermitStory.holder(from: "2024-02-29")
    #expect(text(story, on: "2025-02-27") == "2024-02-29..2025-02-27 11m 29d")
    #expect(text(story, on: "2025-02-28") == "2024-02-29..2025-02-28 12m 0d")
  }
}
